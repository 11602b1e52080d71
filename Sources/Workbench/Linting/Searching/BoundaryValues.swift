import CEL
import RulebookModel

/// The values of a fact at which a comparison may change its answer: each limit, and what lies just beside it.
struct BoundaryValues {
    /// The most values of one fact that are tried.
    static let countMax = 40
    /// A text that no condition names.
    static let otherText = "something else"

    private let vocabulary: Vocabulary
    private let currency: Currency?

    init(_ rulebook: Rulebook) {
        vocabulary = rulebook.vocabulary
        currency = rulebook.currency
    }

    /// The values to try.
    ///
    /// - Parameters:
    ///   - path: the fact.
    ///   - type: its type, as conditions see it.
    ///   - constants: what it is compared with.
    ///   - event: the type of the event.
    /// - Returns: the values in their order, where they have one; none where nobody can list them.
    func values(of path: CELAttributePath, _ type: CELType, constants: [CELValue], event: EventDefinition?)
        -> [CELValue]
    {
        let field = field(path, event: event)
        switch type {
        case .bool: return [.bool(false), .bool(true)]
        case .string: return Self.unique(constants) + [.text(Self.otherText)]
        case .text:
            guard case .enumeration(let words)? = field?.type else { return Self.unique(constants) }
            return words.map { .text($0) }
        case .list, .map, .record, .dyn: return []
        case .scalar("role"): return vocabulary.roles.indices.map { .scalar(CELScalar(rank: $0)) }
        default:
            var limits = constants + [field?.minimum, field?.maximum].compactMap { $0 }
            if limits.isEmpty { limits = [simple(type)].compactMap { $0 } }
            return Self.unique(limits.flatMap { Self.around($0, scale: Self.scale(limits)) }).filter { value in
                if let least = field?.minimum, FactOrder.compare(value, least) == .less { return false }
                if let most = field?.maximum, FactOrder.compare(value, most) == .greater { return false }
                return true
            }
        }
    }

    /// The field that a path ends in.
    func field(_ path: CELAttributePath, event: EventDefinition?) -> FieldDefinition? {
        guard let root = path.names.first else { return nil }
        var field: FieldDefinition?
        for (index, name) in path.names.enumerated().dropFirst() {
            if index == 1 {
                field = root == "event" ? event?.field(name) : vocabulary.entity(root)?.field(name)
            } else {
                guard case .entity(let entity)? = field?.type else { return nil }
                field = vocabulary.entity(entity)?.field(name)
            }
        }
        return field
    }

    /// A value of a type that nothing is compared with.
    private func simple(_ type: CELType) -> CELValue? {
        switch type {
        case .int: .int(1)
        case .duration: CELDuration(seconds: 60).map(CELValue.duration)
        case .scalar("money"): currency.flatMap { Money(minorUnits: 100, currency: $0) }.map { .scalar(CELScalar($0)) }
        case .scalar("percent"): ExactDecimal(mantissa: 1, scale: 0).map { .scalar(CELScalar(Percent(points: $0))) }
        case .scalar("decimal"): ExactDecimal(mantissa: 1, scale: 0).map { .scalar(CELScalar($0)) }
        default: nil
        }
    }

    private static func scale(_ values: [CELValue]) -> Int {
        values.map { if case .scalar(let scalar) = $0 { Int(scalar.scale) } else { 0 } }.max() ?? 0
    }

    /// A value with its neighbours.
    static func around(_ value: CELValue, scale: Int) -> [CELValue] {
        [step(value, by: -1, scale: scale), value, step(value, by: 1, scale: scale)].compactMap { $0 }
    }

    /// The value that lies so many of the smallest steps from another: cents, seconds, days, units of the last digit.
    static func step(_ value: CELValue, by count: Int64, scale: Int) -> CELValue? {
        switch value {
        case .int(let number):
            let (sum, overflow) = number.addingReportingOverflow(count)
            return overflow ? nil : .int(sum)
        case .duration(let duration):
            return CELDuration(seconds: count).flatMap { duration.adding($0) }.map(CELValue.duration)
        case .timestamp(let instant):
            return CELDuration(seconds: count).flatMap { instant.adding($0) }.map(CELValue.timestamp)
        case .scalar(let scalar): return step(scalar, by: count, scale: scale).map(CELValue.scalar)
        default: return nil
        }
    }

    private static func step(_ scalar: CELScalar, by count: Int64, scale: Int) -> CELScalar? {
        switch scalar.fact {
        case .money:
            guard let money = scalar.money, let units = money.minorUnits else { return nil }
            return Money(minorUnits: units + count, currency: money.currency).map { CELScalar($0) }
        case .percent, .decimal:
            guard let number = scalar.number, let units = number.units(fractionDigits: scale),
                let next = ExactDecimal(mantissa: units + count, scale: scale)
            else { return nil }
            return scalar.fact == .percent ? CELScalar(Percent(points: next)) : CELScalar(next)
        case .date, .role, .timeOfDay, nil:
            guard scalar.fact == .date else { return nil }
            return CELScalar(
                kind: scalar.kind, scale: scalar.scale, unit: scalar.unit, payload: scalar.payload + count)
        }
    }

    /// Each value once, in order of size where they have one.
    private static func unique(_ values: [CELValue]) -> [CELValue] {
        var seen: Set<CELValue> = []
        return values.filter { seen.insert($0).inserted }.sorted { FactOrder.compare($0, $1) == .less }
    }
}
