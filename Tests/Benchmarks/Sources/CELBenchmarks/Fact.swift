import CEL

/// A value of a variable, to be made by two engines.
indirect enum Fact {
    case int(Int64)
    case double(Double)
    case string(String)
    case seconds(Int64)
    case list([Fact])
    case map([(String, Fact)])

    /// The value as the module holds it.
    func value() throws -> CELValue {
        switch self {
        case .int(let value): .int(value)
        case .double(let value): .double(value)
        case .string(let value): .text(value)
        case .seconds(let seconds): CELTimestamp(seconds: seconds).map(CELValue.timestamp) ?? .null
        case .list(let elements): .elements(try elements.map { try $0.value() })
        case .map(let entries): .map(try CELMap(entries.map { (.text($0.0), try $0.1.value()) }))
        }
    }

    /// The value as JSON for the script that runs the other engine; an instant is an object of its own.
    var json: String {
        switch self {
        case .int(let value): "\(value)"
        case .double(let value): "\(value)"
        case .string(let value): "\"\(value)\""
        case .seconds(let seconds): "{\"$seconds\": \(seconds)}"
        case .list(let elements): "[" + elements.map(\.json).joined(separator: ", ") + "]"
        case .map(let entries): "{" + entries.map { "\"\($0.0)\": \($0.1.json)" }.joined(separator: ", ") + "}"
        }
    }
}
