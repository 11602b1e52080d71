import RulebookModel
public import SourceText

/// The codes of what can be wrong with tests, beside those of rulebooks. A code never changes its meaning.
extension Diagnostic.Code {
    /// An expectation about a standard that does not exist.
    public static let unknownStandard = Self(rawValue: "TS0101")
    /// An event of a history that says nothing about when it happened.
    public static let untimedTestEvent = Self(rawValue: "TS0102")
    /// A history that goes on after the event that is asked about.
    public static let lateTestEvent = Self(rawValue: "TS0103")
    /// An event with a value that its type cannot hold.
    public static let unreadableTestEvent = Self(rawValue: "TS0104")
    /// A file or a case in which nothing is tested.
    public static let nothingTested = Self(rawValue: "TS0105")
    /// More events than a case may have.
    public static let tooManyTestEvents = Self(rawValue: "TS0106")
}

extension Diagnostic {
    static func test(
        _ code: Code, _ message: String, help: String? = nil, fix: String? = nil, at range: SourceRange
    ) -> Diagnostic {
        Diagnostic(
            code: code, severity: .error, message: message, range: range, help: help,
            fixIts: fix.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    /// A field that nobody declared, of an entity or of what happens.
    static func unknownField(_ name: String, of parent: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = nearestName(to: name, among: known)
        return test(
            .unknownFact, "there is no fact `\(parent).\(name)`",
            help: nearest.map { "did you mean `\(parent).\($0)`?" }
                ?? (known.isEmpty ? "nothing is declared there" : "known here: \(NameList.text(known))"),
            fix: nearest, at: range)
    }

    static func unknownStandard(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = nearestName(to: name, among: known)
        return test(
            .unknownStandard, "no standard is named `\(name)`",
            help: nearest.map { "did you mean `\($0)`?" } ?? "the rulebook declares it under `standards:`",
            fix: nearest, at: range)
    }
}
