/// The type of a fact: what values it may have, and how they are read and compared.
public indirect enum FactType: Hashable, Sendable {
    /// True or false.
    case bool
    /// A whole number of 64 bits.
    case int
    /// An exact decimal number.
    case decimal
    /// An exact percentage.
    case percent
    /// An exact amount with its currency.
    case money
    /// A text.
    case string
    /// An instant.
    case timestamp
    /// A calendar date.
    case date
    /// A length of time.
    case duration
    /// Weekly opening hours.
    case hours
    /// A language tag.
    case locale
    /// An IANA time zone.
    case zone
    /// One of the rulebook's roles, ordered by rank.
    case role
    /// One of a few words.
    case enumeration([String])
    /// Another entity's facts.
    case entity(String)
    /// Several values of one type, in order.
    case list(FactType)
    /// Values of one type by name.
    case map(FactType)

    /// The names that a rulebook may use, without the ones that take parameters.
    static let simple: [String: FactType] = [
        "bool": .bool, "int": .int, "decimal": .decimal, "percent": .percent, "money": .money, "string": .string,
        "timestamp": .timestamp, "date": .date, "duration": .duration, "hours": .hours, "locale": .locale,
        "zone": .zone, "role": .role,
    ]

    /// The type as a rulebook writes it.
    public var text: String {
        switch self {
        case .bool: "bool"
        case .int: "int"
        case .decimal: "decimal"
        case .percent: "percent"
        case .money: "money"
        case .string: "string"
        case .timestamp: "timestamp"
        case .date: "date"
        case .duration: "duration"
        case .hours: "hours"
        case .locale: "locale"
        case .zone: "zone"
        case .role: "role"
        case .enumeration(let words): "one of \(words.joined(separator: ", "))"
        case .entity(let name): name
        case .list(let element): "list(\(element.text))"
        case .map(let value): "map(\(value.text))"
        }
    }

    /// Whether values have an order with a distance, so that a bound or a range makes sense.
    public var isNumeric: Bool {
        switch self {
        case .int, .decimal, .percent, .money, .duration: true
        default: false
        }
    }

    /// Whether values can be compared by size or rank.
    var isOrdered: Bool { isNumeric || self == .date || self == .timestamp || self == .role }

    /// Whether it holds values by name.
    var isMap: Bool {
        if case .map = self { true } else { false }
    }
}
