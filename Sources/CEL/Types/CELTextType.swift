/// A set of strings that the host declares, such as an enumeration or the names of time zones.
///
/// Its values are strings when an expression runs; a literal beside one is checked before.
public struct CELTextType: Sendable {
    /// The type's name.
    public let name: String
    /// Reads a string literal that stands where the type is wanted; gives a string value.
    public let readLiteral: CELLiteralReader

    /// Declares a set of strings.
    public init(_ name: String, readLiteral: @escaping CELLiteralReader) {
        self.name = name
        self.readLiteral = readLiteral
    }

    /// Declares an enumeration; a literal outside it is told the nearest member.
    public init(_ name: String, members: [String]) {
        self.init(name) { text in
            if members.contains(text) { return .value(.text(text)) }
            let list = members.prefix(12).joined(separator: ", ") + (members.count > 12 ? ", …" : "")
            return .rejected(
                message: "`\(text)` is not one of \(list)",
                help: NearestName.find(text, among: members).map { "did you mean `\($0)`?" })
        }
    }
}
