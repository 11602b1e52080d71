import Foundation

extension SchemaChecker.Value {
    /// Reads JSON text.
    init(json: [UInt8]) throws {
        self.init(try JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed))
    }

    private init(_ value: Any) {
        switch value {
        case let members as [String: Any]: self = .object(members.mapValues { Self($0) })
        case let elements as [Any]: self = .array(elements.map { Self($0) })
        case let text as String: self = .string(text)
        case let number as NSNumber:
            // Foundation reads true and false as numbers too; only their type tells.
            self =
                Self.truthTypes.contains(String(cString: number.objCType))
                ? .bool(number.boolValue) : .number(number.doubleValue)
        default: self = .null
        }
    }

    /// What Foundation names the type of a truth value.
    private static let truthTypes: Set<String> = ["c", "B"]
}
