extension String {
    /// The text on one line.
    var onOneLine: String {
        split(whereSeparator: \.isNewline).map { line in
            String(line.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }.joined(separator: " ")
    }
}
