/// A member name prepared for many look-ups: its bytes, made once.
public struct JSONName: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The UTF-8 of the name.
    public let utf8: [UInt8]

    /// Makes a name of a text.
    public init(_ text: String) {
        utf8 = Array(text.utf8)
    }

    /// Makes a name of a literal.
    public init(stringLiteral text: String) {
        self.init(text)
    }

    /// The name as text.
    public var text: String { String(decoding: utf8, as: UTF8.self) }
}
