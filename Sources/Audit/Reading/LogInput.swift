public import JSONSyntax

/// A log to read: a name for people, and its bytes.
public struct LogInput {
    /// The file as it was given, or `<standard input>`.
    public let name: String
    /// The bytes, which are read once.
    public let source: ByteSource

    /// Makes an input.
    public init(name: String, source: ByteSource) {
        self.name = name
        self.source = source
    }

    /// Whether its name says that it is a table.
    var isNamedAsTable: Bool {
        [".csv", ".tsv"].contains { name.lowercased().hasSuffix($0) }
    }
}
