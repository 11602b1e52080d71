import CEL
import RulebookEngine
import RulebookModel

/// The events of one type that some standards can tell apart: a grid over the facts that they read, at the values where an
/// answer may change.
struct EventSpace {
    /// The most events of one space.
    static let eventCountMax = 6_000

    /// A fact and the values that are tried.
    struct Axis {
        let path: CELAttributePath
        let values: [CELValue]
    }

    /// What is known of one event.
    typealias Facts = [CELAttributePath: CELValue]

    /// The type of the events.
    let type: String
    /// The facts, in order of name.
    let axes: [Axis]
    /// Whether every event that the standards tell apart is there.
    let isExact: Bool

    /// Lays out the space of what was read; nil where it would be too large.
    ///
    /// - Parameters:
    ///   - reading: what the conditions read.
    ///   - type: the type of the events.
    ///   - rulebook: the rulebook.
    init?(_ reading: ConditionReading, type: String, in rulebook: Rulebook) {
        let boundary = BoundaryValues(rulebook)
        let event = rulebook.vocabulary.event(type)
        var axes: [Axis] = []
        var isExact = reading.isExact
        var count = 1
        for path in reading.paths {
            // A setting with rows is computed from other facts.
            if path.names.first == "settings" {
                isExact = false
                continue
            }
            guard let factType = reading.types[path] else { continue }
            let values = boundary.values(
                of: path, factType, constants: reading.constants[path] ?? [], event: event)
            guard !values.isEmpty, values.count <= BoundaryValues.countMax else {
                isExact = false
                continue
            }
            axes.append(Axis(path: path, values: values))
            count *= values.count
            guard count <= Self.eventCountMax else { return nil }
        }
        self.type = type
        self.axes = axes
        self.isExact = isExact
    }

    /// Calls with every event over some of the axes, the others as they are given.
    func forEach(_ axes: [Axis], with known: Facts = [:], _ body: (Facts) -> Bool) {
        var facts = known
        _ = visit(axes[...], &facts, body)
    }

    /// Visits what is left; false where the caller has seen enough.
    private func visit(_ axes: ArraySlice<Axis>, _ facts: inout Facts, _ body: (Facts) -> Bool) -> Bool {
        guard let axis = axes.first else { return body(facts) }
        for value in axis.values {
            facts[axis.path] = value
            if !visit(axes.dropFirst(), &facts, body) { return false }
        }
        facts[axis.path] = nil
        return true
    }

    /// Some facts in words: `customer.tier = gold, event.value = 20.00 EUR`.
    static func text(_ facts: Facts, roles: [String]) -> String {
        facts.sorted { $0.key.description < $1.key.description }
            .map { "\($0.key.description) = \($0.value.factText(roles: roles))" }.joined(separator: ", ")
    }
}
