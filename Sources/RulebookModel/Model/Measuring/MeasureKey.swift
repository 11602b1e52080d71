public import SourceText

/// What keeps the events of a measure apart: each combination of these values has a figure of its own.
public struct MeasureKey: Sendable {
    /// One value of the key.
    public struct Part: Sendable {
        /// The path of the fact, such as `customer.id`.
        public let path: [String]
        /// The part as it was written, such as `customer`.
        public let text: String
        /// Where it stands; nil where nothing was written.
        public let range: SourceRange?
    }

    /// The values; none where everybody shares one figure.
    public let parts: [Part]

    /// As people say it: `customer and debt`.
    public var text: String {
        parts.isEmpty ? "everyone" : parts.map(\.text).joined(separator: " and ")
    }
}
