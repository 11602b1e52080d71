extension String {
    /// The text on one line.
    var onOneLine: String {
        // Most expressions stand on one line already.
        if utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }), utf8.first != 0x20, utf8.last != 0x20 { return self }
        return split(whereSeparator: \.isNewline).map { line in
            String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: " ")
    }
}
