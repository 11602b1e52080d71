public import SourceText

/// The codes of what can be wrong with a mapping. A code never changes its meaning.
extension Diagnostic.Code {
    /// Something has another kind than its place asks for: a list where a map belongs.
    public static let mappingWrongKind = Self(rawValue: "MP0101")
    /// A key that nobody knows here.
    public static let mappingUnknownKey = Self(rawValue: "MP0102")
    /// A key that must be there is absent.
    public static let mappingMissingKey = Self(rawValue: "MP0103")
    /// A word that is not among the allowed ones, or a value that cannot be read.
    public static let mappingBadValue = Self(rawValue: "MP0104")
    /// Keys that contradict each other.
    public static let mappingConflictingKeys = Self(rawValue: "MP0105")
    /// A name that is not spelt as a name must be.
    public static let mappingMalformedName = Self(rawValue: "MP0106")
    /// A mapping in which nothing is written.
    public static let mappingEmpty = Self(rawValue: "MP0107")
    /// A name that the rulebook does not declare, and that looks like one that it does.
    public static let mappingUndeclaredName = Self(rawValue: "MP0108")
}

extension Diagnostic {
    static func mapping(
        _ code: Code, _ message: String, at range: SourceRange, help: String? = nil, fixIts: [FixIt] = []
    ) -> Diagnostic {
        Diagnostic(code: code, severity: .error, message: message, range: range, help: help, fixIts: fixIts)
    }

    static func mappingWrongKind(
        _ subject: String, expected: String, found: String, at range: SourceRange
    ) -> Diagnostic {
        mapping(.mappingWrongKind, "\(subject) must be \(expected), not \(found)", at: range)
    }

    static func mappingUnknownKey(
        _ key: String, in subject: String, known: [String], at range: SourceRange
    ) -> Diagnostic {
        let nearest = nearestName(to: key, among: known)
        return mapping(
            .mappingUnknownKey, "\(subject) has no key `\(key)`", at: range,
            help: nearest.map { "did you mean `\($0)`?" } ?? "known here: \(known.joined(separator: ", "))",
            fixIts: nearest.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    static func mappingMissingKey(
        _ key: String, in subject: String, help: String, at range: SourceRange
    ) -> Diagnostic {
        mapping(.mappingMissingKey, "\(subject) needs the key `\(key)`", at: range, help: help)
    }

    static func mappingUnknownWord(
        _ word: String, for subject: String, known: [String], at range: SourceRange
    ) -> Diagnostic {
        let nearest = nearestName(to: word, among: known)
        return mapping(
            .mappingBadValue, "`\(word)` is no \(subject); expected \(known.joined(separator: ", "))", at: range,
            help: nearest.map { "did you mean `\($0)`?" },
            fixIts: nearest.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    static func mappingUndeclared(
        _ subject: String, _ name: String, nearest: String, at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            code: .mappingUndeclaredName, severity: .warning,
            message: "the rulebook declares no \(subject) `\(name)`, so the value is dropped", range: range,
            help: "did you mean `\(nearest)`?", fixIts: [FixIt(range: range, replacement: nearest)])
    }
}
