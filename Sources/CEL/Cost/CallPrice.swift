/// What a call costs beyond the fixed price of one, by the sizes of its arguments.
///
/// The prices follow those of the reference implementation: a tenth for each byte that is gone through, for a search
/// the product of both lengths, for a pattern a quarter for each of its characters.
enum CallPrice: Sendable {
    case fixed
    /// All arguments are gone through.
    case linear
    /// The second argument is looked for in the first.
    case search
    /// The second argument is a pattern for the first.
    case pattern

    private static let linearNames: Set<String> = [
        "add_string", "add_bytes", "add_list", "string_to_bytes", "bytes_to_string", "size_string", "string_size",
        "base64_encode_bytes", "base64_decode_string", "in_list",
    ]

    init(_ overloads: [CELOverload]) {
        var price = CallPrice.fixed
        for overload in overloads where overload.isStandard {
            switch overload.id {
            case "matches", "matches_string": price = .pattern
            case "contains_string": price = .search
            case "starts_with_string", "ends_with_string": break
            case let id where Self.linearNames.contains(id): if price == .fixed { price = .linear }
            case let id where overload.style == .member && id.hasPrefix("string_"):
                if price == .fixed { price = .linear }
            default: break
            }
        }
        self = price
    }

    /// The cost by the sizes of the arguments.
    func cost(_ arguments: [CELValue]) -> Int {
        switch arguments.count {
        case 0: 0
        case 1: cost(arguments[0])
        case 2: cost(arguments[0], arguments[1])
        default: arguments.reduce(0) { $0 + Self.size($1) / 10 }
        }
    }

    func cost(_ argument: CELValue) -> Int { self == .fixed ? 0 : Self.size(argument) / 10 }

    func cost(_ first: CELValue, _ second: CELValue) -> Int {
        let (left, right) = (Self.size(first), Self.size(second))
        return switch self {
        case .fixed: 0
        case .linear: (left + right) / 10
        case .search, .pattern: cost(byteCounts: left, right)
        }
    }

    /// The cost of looking for so many bytes in so many.
    func cost(byteCounts left: Int, _ right: Int) -> Int {
        (left / 10 + 1).multipliedReportingOverflow(by: right / (self == .pattern ? 4 : 10) + 1).partialValue
    }

    /// The bytes of a text or the elements of a collection.
    static func size(_ value: CELValue) -> Int {
        switch value {
        case .string(let text): text.byteCount
        case .bytes(let bytes): bytes.bytes.count
        case .list(let list): list.elements.count
        case .map(let map): map.count
        default: 0
        }
    }
}
