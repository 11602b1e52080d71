/// How far an audit has come.
public struct AuditProgress: Hashable, Sendable {
    /// The input that is being read.
    public let input: String
    /// Rows read, of all inputs.
    public let rows: Int
    /// Events judged, of all inputs.
    public let events: Int
    /// Bytes read, of all inputs.
    public let byteCount: Int
}
