import CEL
import RulebookModel

/// The values of a field that can be counted off.
struct EnumerableValues {
    /// The most values that are tried.
    static let countMax = 64

    let compiled: CompiledRulebook

    /// The words of an enumeration, both truth values, the roles; for a text, what the rulebook compares it with.
    func values(of field: FieldDefinition, slot: Int, probe: Probe) -> [CELValue] {
        var values: [CELValue]
        switch field.type {
        case .bool: values = [.bool(true), .bool(false)]
        case .enumeration(let words): values = words.map { .text($0) }
        case .role: values = compiled.rulebook.vocabulary.roles.indices.map { .scalar(CELScalar(rank: $0)) }
        case .string:
            probe.prepare([])
            values = ThresholdFinder(compiled: compiled, slot: slot)
                .constants(in: probe.program, frame: probe.decider.frame)
        default: values = []
        }
        var seen: [CELValue] = []
        for value in values where !seen.contains(where: { $0 == value }) { seen.append(value) }
        return Array(seen.prefix(Self.countMax))
    }
}
