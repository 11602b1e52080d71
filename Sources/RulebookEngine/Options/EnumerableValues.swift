import CEL
import RulebookModel

/// The values of a type that can be counted off.
struct EnumerableValues {
    /// The most values that are tried.
    static let countMax = 64

    let roles: [String]

    /// The words of an enumeration, both truth values, the roles; nothing for any other type.
    func values(of type: FactType) -> [CELValue] {
        switch type {
        case .bool: [.bool(true), .bool(false)]
        case .enumeration(let words): Self.distinct(words.map { .text($0) })
        case .role: Self.distinct(roles.indices.map { .scalar(CELScalar(rank: $0)) })
        default: []
        }
    }

    /// Each value once, in the order given.
    static func distinct(_ values: [CELValue]) -> [CELValue] {
        var seen: Set<CELValue> = []
        return Array(values.filter { seen.insert($0).inserted }.prefix(countMax))
    }
}
