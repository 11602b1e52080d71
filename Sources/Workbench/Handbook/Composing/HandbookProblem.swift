public import SourceText

/// The codes of what keeps a book from being made. A code never changes its meaning.
extension Diagnostic.Code {
    /// A chapter that a regulation must have, and that the rulebook does not.
    public static let missingChapter = Self(rawValue: "HB0101")
}

extension Diagnostic {
    /// A regulation without one of its fixed chapters.
    static func missingChapter(_ id: String, title: String, in rulebook: SourceFile, at range: SourceRange?)
        -> Diagnostic
    {
        Diagnostic(
            code: .missingChapter, severity: .error,
            message: "a regulation has a chapter `\(id)` (\(title)), and this rulebook has none",
            range: range ?? SourceRange(file: rulebook, lowerBound: 0, upperBound: 0),
            help: "name its standards, or write its text, under `handbook:`, as in `chapters: {\(id): {standards: …}}`")
    }
}

/// Why a book cannot be made.
public enum HandbookError: Error, Sendable {
    /// No books are made in a language; the tags of those in which they are.
    case unknownLanguage(String, known: [String])
    /// The rulebook has no such role; those that it has.
    case unknownRole(String, known: [String])
    /// The rulebook lacks what the book must have.
    case invalid(DiagnosticCollector)
}
