/// Why values that were put together make no document.
public enum JSONBuildingError: Error, Sendable, Hashable {
    /// A text given as a number is none in JSON's notation.
    case malformedNumber(String)
    /// Bytes given as a string are not UTF-8.
    case invalidUTF8
    /// An object has two members of this name.
    case duplicateName(String)
    /// More nesting than ``JSONLimits/depthMax``.
    case tooDeep(depthMax: Int)
    /// More text than ``JSONLimits/byteCountMax``.
    case tooLong(byteCountMax: Int)
    /// More members in an object than ``JSONLimits/memberCountMax``.
    case tooManyMembers(memberCountMax: Int)
    /// More values than ``JSONLimits/nodeCountMax``.
    case tooManyNodes(nodeCountMax: Int)
}

extension JSONBuildingError: CustomStringConvertible {
    /// What is wrong, in words.
    public var description: String {
        switch self {
        case .malformedNumber(let text): "`\(text)` is not a JSON number"
        case .invalidUTF8: "a text is not valid UTF-8"
        case .duplicateName(let name): "the name `\(name)` stands twice in one object"
        case .tooDeep(let depthMax): "lists and objects are nested deeper than \(depthMax) levels"
        case .tooLong(let byteCountMax): "the texts of the document are longer than \(byteCountMax) bytes"
        case .tooManyMembers(let memberCountMax): "an object has more than \(memberCountMax) members"
        case .tooManyNodes(let nodeCountMax): "the document holds more than \(nodeCountMax) values"
        }
    }
}
