public import CEL
public import RulebookModel
public import SourceText

/// How rows of a log in somebody else's form become events: a list of row kinds, each of which makes one event of every
/// row that its conditions take.
///
/// It knows no rulebook: names are held against one when a ``MappingProgram`` is made of it.
public struct MappingFile: Sendable {
    /// What the rows of a log are.
    public enum Format: Hashable, Sendable {
        /// A JSON object a line.
        case jsonLines
        /// Records of a table, with a header that names the columns.
        case csv(separator: String)
    }

    /// Its name.
    public let name: String
    /// Words for people.
    public let title: LocalizedText?
    /// What the rows are.
    public let format: Format
    /// From when on logs of this form are complete; nil where the mapping does not say.
    public let completeFrom: CELTimestamp?
    /// The list of which each element is read as a row of its own; nil where a row is the whole.
    public let each: RowPath?
    /// The kinds of rows, in written order; a row may be of several.
    public let rowKinds: [RowKind]
    /// The paths that row kinds read, in the order of their first mention.
    public let paths: [RowPath]
    /// The file.
    public let file: SourceFile

    /// Reads a mapping.
    ///
    /// - Parameters:
    ///   - file: the text.
    ///   - diagnostics: receives everything that is wrong with it.
    /// - Returns: the mapping, or nil where there was an error.
    public static func load(_ file: SourceFile, diagnostics: inout DiagnosticCollector) -> MappingFile? {
        var loader = MappingLoader()
        return loader.load(file, diagnostics: &diagnostics)
    }
}
