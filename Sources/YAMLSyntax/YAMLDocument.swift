public import SourceText

/// The tree of a YAML text, every node with its place.
///
/// The profile of YAML that is read: UTF-8 (a byte order mark is accepted); one document; the scalars of the YAML 1.2
/// core schema; aliases within ``YAMLLimits``; the directive `%YAML 1.2`. Refused with advice: duplicate, complex and
/// empty keys, tags, merge keys, other directives, control characters and invisible line separators.
public struct YAMLDocument: Sendable {
    /// The text.
    public let file: SourceFile
    /// The outermost node; an empty text is a null scalar with an empty range.
    public let root: YAMLNode

    /// Reads a text and reports everything that is wrong with it.
    ///
    /// After an error that leaves the rest readable, the tree is still given, with ``YAMLNode/isBroken`` set where
    /// an error was reported; `diagnostics` then has errors.
    ///
    /// - Parameters:
    ///   - file: the text.
    ///   - limits: the bounds within which it is read.
    ///   - diagnostics: receives what is wrong.
    /// - Returns: the tree, or nil when the text gives none that could be relied on.
    /// - Complexity: O(bytes); after syntax errors, times the number of recoveries.
    public static func parse(
        _ file: SourceFile, limits: YAMLLimits = .standard, diagnostics: inout DiagnosticCollector
    ) -> YAMLDocument? {
        guard let text = ReadableText(file, limits: limits, diagnostics: &diagnostics) else { return nil }
        var recovery = SyntaxRecovery(text: text, limits: limits)
        guard let root = recovery.parse(diagnostics: &diagnostics) else { return nil }
        return YAMLDocument(file: file, root: root)
    }
}
