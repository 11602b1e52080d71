import CEL
import RulebookEngine
import RulebookModel

/// Asks the engine about events that nobody proposed.
///
/// Not `Sendable`: it has scratch space of its own.
final class RulebookSearch {
    let rulebook: Rulebook
    private let decider: Decider
    /// The time of all events: the standards' own periods are looked at apart.
    private let now: CELTimestamp?

    init(_ rulebook: Rulebook) {
        self.rulebook = rulebook
        decider = CompiledRulebook(rulebook).makeDecider()
        now =
            rulebook.effective.from ?? rulebook.effective.until.flatMap { until in
                CELDuration(seconds: 1).flatMap { until.subtracting($0) }
            } ?? CELTimestamp(seconds: 1_767_225_600)
    }

    /// Decides an event of which some facts are known.
    func decide(_ type: String, _ facts: EventSpace.Facts) -> Decision? {
        var facts = facts
        let path = CELAttributePath(["now"])
        if facts[path] == nil, let now { facts[path] = .timestamp(now) }
        return decider.decide(type, assuming: facts)
    }

    /// The space of events of a type that some standards tell apart, all of them to the end; nil where it would be too large.
    func space(_ standards: [Standard], type: String) -> EventSpace? {
        var reading = ConditionReading()
        for standard in standards {
            reading.addScope(of: standard, type: type)
            reading.addBody(of: standard)
        }
        return EventSpace(reading, type: type, in: rulebook)
    }
}

extension ConditionReading {
    /// Takes in what a standard's applying to events of a type depends on.
    mutating func addScope(of standard: Standard, type: String) {
        for alternative in standard.pattern.alternatives where alternative.type == type {
            for condition in alternative.conditions { add(condition) }
            if alternative.verdict != nil { giveUp() }
        }
        let days = [standard.effective.from, standard.effective.until].compactMap { $0.map(CELValue.timestamp) }
        if !days.isEmpty { note(CELAttributePath(["now"]), .timestamp, constants: days) }
        add(standard.scope)
        add(standard.when)
        add(standard.unless)
    }

    /// Takes in what a standard's being kept depends on, of an event by itself.
    mutating func addBody(of standard: Standard) {
        switch standard.body {
        case .require(let condition), .forbid(let condition): add(condition)
        case .allowance(let allowance):
            let limits = allowance.steps.compactMap { step -> CELValue? in
                switch step.bound.limit {
                case .value(let value, _): return value
                case .expression(let expression):
                    let value = expression.environment.constantValue(of: expression.checked)
                    if value == nil { add(expression) }
                    return value
                case nil: return nil
                }
            }
            guard !allowance.remembers, let operand = allowance.measure.operand else { return giveUp() }
            if limits.count < allowance.steps.count(where: { $0.bound.limit != nil }) { giveUp() }
            add(operand, limits: limits)
        case .timeline, .metric, .manual: giveUp()
        }
    }
}

extension Standard {
    /// Whether each event is judged by itself, by its own facts.
    var judgesByItself: Bool {
        switch body {
        case .require, .forbid: true
        case .allowance(let allowance): !allowance.remembers
        case .timeline, .metric, .manual: false
        }
    }

    /// Whether its failing refuses an action.
    var canRefuse: Bool { force == .must && otherwise != .note }
}
