/// One log that the audit read.
public struct InputReference: Hashable, Sendable {
    /// The file as it was given, or `<standard input>`.
    public var name: String
    /// `sha256:` and the digest of its bytes in hexadecimal.
    public var digest: String
    /// Its length in bytes.
    public var byteCount: Int
    /// The rows that it holds, readable or not.
    public var rowCount: Int
    /// The events that were made of them.
    public var eventCount: Int
    /// The mapping file through which the rows were read; nil for rows in the event format.
    public var mapping: String?

    /// Makes a reference.
    public init(
        name: String, digest: String, byteCount: Int, rowCount: Int, eventCount: Int, mapping: String? = nil
    ) {
        self.name = name
        self.digest = digest
        self.byteCount = byteCount
        self.rowCount = rowCount
        self.eventCount = eventCount
        self.mapping = mapping
    }
}
