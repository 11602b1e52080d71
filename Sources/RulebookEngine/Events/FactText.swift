package import CEL
import RulebookModel

extension CELValue {
    /// The value as people write it in a rulebook, for messages, traces and reports.
    ///
    /// - Parameter roles: the rulebook's roles, lowest first.
    /// - Returns: the text.
    package func factText(roles: [String]) -> String {
        switch self {
        case .string(let text): text.text
        case .scalar(let scalar): scalar.text(roles: roles)
        case .duration(let duration): TimeSpan(nanoseconds: duration.nanoseconds).text
        case .list(let list):
            list.elements.isEmpty
                ? "nothing"
                : Self.joined(list.elements.prefix(8).map { $0.factText(roles: roles) }, of: list.elements.count)
        case .map(let map):
            Self.joined(
                zip(map.keys, map.values).prefix(8).map {
                    "\($0.factText(roles: roles)): \($1.factText(roles: roles))"
                },
                of: map.count)
        case .record(let record):
            record.value(of: "id")?.factText(roles: roles) ?? record.type.name
        case .unknown: "not known"
        case .error(let error): "error: \(error.message)"
        case .optional(let optional): optional.value?.factText(roles: roles) ?? "nothing"
        case .null, .bool, .int, .uint, .double, .bytes, .timestamp, .opaque, .type: plainText
        }
    }

    private static func joined(_ parts: [String], of count: Int) -> String {
        parts.joined(separator: ", ") + (count > parts.count ? ", and \(count - parts.count) more" : "")
    }
}
