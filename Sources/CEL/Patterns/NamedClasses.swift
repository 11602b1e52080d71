/// The classes of characters that a pattern calls by name.
enum NamedClasses {
    /// The class of `\d`, `\s` or `\w`: ASCII only, as in RE2.
    static func perl(_ letter: UInt32) -> CodePointSet? {
        switch letter {
        case scalar("d"): ascii(["09"])
        case scalar("s"): ascii(["\t\n", "\u{C}\r", "  "])
        case scalar("w"): ascii(["09", "AZ", "__", "az"])
        default: nil
        }
    }

    /// The class of `[:name:]`: ASCII only.
    static func posix(_ name: String) -> CodePointSet? {
        switch name {
        case "alnum": ascii(["09", "AZ", "az"])
        case "alpha": ascii(["AZ", "az"])
        case "ascii": ascii(["\u{0}\u{7F}"])
        case "blank": ascii(["\t\t", "  "])
        case "cntrl": ascii(["\u{0}\u{1F}", "\u{7F}\u{7F}"])
        case "digit": ascii(["09"])
        case "graph": ascii(["!~"])
        case "lower": ascii(["az"])
        case "print": ascii([" ~"])
        case "punct": ascii(["!/", ":@", "[`", "{~"])
        case "space": ascii(["\t\r", "  "])
        case "upper": ascii(["AZ"])
        case "word": ascii(["09", "AZ", "__", "az"])
        case "xdigit": ascii(["09", "AF", "af"])
        default: nil
        }
    }

    /// The class of `\p{name}`: a general category (`Lu`), a group of them (`L`), a script (`Greek`) or `Any`.
    static func unicode(_ name: String) -> CodePointSet? {
        if name == "Any" { return .all }
        var result: CodePointSet?
        collect(UnicodeCategories.names, UnicodeCategories.runs, into: &result) {
            $0 == name || (name.utf8.count == 1 && $0.utf8.first == name.utf8.first)
        }
        if result == nil { collect(UnicodeScripts.names, UnicodeScripts.runs, into: &result) { $0 == name } }
        return result
    }

    /// What the name of a group may consist of.
    static let groupName: CodePointSet = {
        var result = CodePointSet()
        for name in ["L", "Mn", "Mc", "Nd", "Nl", "Pc"] {
            if let category = unicode(name) { result.formUnion(category) }
        }
        return CodePointSet(result.sortedRuns)
    }()

    private static func collect(
        _ names: [(String, Int)], _ runs: [UInt32], into result: inout CodePointSet?, where isWanted: (String) -> Bool
    ) {
        var offset = 0
        for (name, count) in names {
            if isWanted(name) {
                let part = CodePointSet(gapsAndLengths: runs[offset..<offset + 2 * count])
                result = CodePointSet((result?.sortedRuns ?? []) + part.sortedRuns)
            }
            offset += 2 * count
        }
    }

    /// The set of some ranges, each written as its two ends.
    private static func ascii(_ ranges: [String]) -> CodePointSet {
        CodePointSet(
            ranges.compactMap { range in
                // Code points and not characters, for a carriage return and a line feed are one character.
                guard let lower = range.unicodeScalars.first, let upper = range.unicodeScalars.last else { return nil }
                return CodePointSet.Run(lower: lower.value, upper: upper.value)
            })
    }
}

/// The number of a code point.
@inline(__always)
func scalar(_ scalar: Unicode.Scalar) -> UInt32 { scalar.value }
