import CEL
import RulebookModel

/// Says what became of a timeline, in one sentence: lower case, no period.
struct TimelineWords {
    private let rule: TimelineRule
    private let trigger: EventPattern
    private let zone: CELTimeZone

    init(_ rule: TimelineRule, trigger: EventPattern, zone: CELTimeZone) {
        self.rule = rule
        self.trigger = trigger
        self.zone = zone
    }

    private var other: String { "`\(rule.other.text)`" }
    private var key: String { "per \(rule.key.text)" }

    private var limit: String? { rule.limitText }

    /// How long there is time; an instant is told by itself.
    private var length: String {
        switch rule.deadline?.limit {
        case .instant?, .close?: rule.turns.map { " \($0.text)" } ?? ""
        default: limited
        }
    }

    /// How long ago something must have happened at least.
    private var age: String {
        guard let age = rule.leastAge else { return "" }
        return " \(age.isIncluded ? "over" : "at least") \(age.length)"
    }

    private var limited: String { limit.map { " \($0)" } ?? "" }

    // MARK: Findings

    /// What became of what an event began.
    func message(_ finding: TimelineFinding) -> String {
        guard finding.missing.isEmpty else { return "not known: \(finding.missing.joined(separator: ", "))" }
        switch finding.cause {
        case .answered(let id, let time):
            return "\(other) came\(elapsed(finding, time)) (\(named(id)))\(limit.map { "; \($0)" } ?? "")"
                + aimed(finding)
        case .expired:
            return finding.status == .met ? "no \(other)\(limited)" : "\(lacking)\(length)\(until(finding.deadline))"
        case .counted(let id, _): return "\(lacking)\(limited) (\(named(id)))"
        case .ended(let id, _):
            if case .interval = rule.demand { return "ended by `\(rule.until?.text ?? "")` (\(named(id)))" }
            return finding.status == .met
                ? "no \(other) until `\(rule.until?.text ?? "")` (\(named(id)))"
                : "`\(rule.until?.text ?? "")` came first (\(named(id)))"
        case .over:
            if case .interval = rule.demand { return "over (\(key))" }
            return finding.status == .notApplicable ? "over (\(key))" : "no \(other) before that was over (\(key))"
        case .cancelled(let id, _): return "cancelled by `\(rule.cancelledBy?.text ?? "")` (\(named(id)))"
        case .replaced(let id, _): return "begun anew (\(named(id)))"
        case .excused: return "excused"
        case .unreadable: return "not known"
        case .open:
            if case .procedure = rule.demand { return "steps are still to come\(until(finding.deadline))" }
            if case .absence = rule.demand { return "no \(other) so far\(until(finding.deadline))" }
            return "\(other) is still to come\(until(finding.deadline))"
        }
    }

    /// The same without the times and names of the single case, so that like reasons add up.
    func reason(_ finding: TimelineFinding) -> String {
        finding.missing.isEmpty ? "\(lacking)\(limited)" : message(finding)
    }

    /// What an event obliges to.
    func message(_ duty: Duty) -> String {
        if case .procedure(let procedure, _) = rule.demand {
            return "\(procedure.steps.dropFirst().map { "`\($0.text)`" }.joined(separator: ", then "))\(length)"
                + until(duty.deadline)
        }
        return "\(other)\(length)\(until(duty.deadline))"
    }

    /// What did not come.
    private var lacking: String {
        if case .procedure(let procedure, _) = rule.demand { return "not all of \(procedure.steps.count) steps came" }
        return "no \(other)"
    }

    /// That something was done in time but later than wished for.
    private func aimed(_ finding: TimelineFinding) -> String {
        guard let aim = rule.aim, finding.missedAim != nil else { return "" }
        return "; the aim, \(aim.text), was missed"
    }

    private func named(_ id: String) -> String { id.isEmpty ? "an event without an id" : id }

    /// How long it took, as its clock counts.
    private func elapsed(_ finding: TimelineFinding, _ time: CELTimestamp?) -> String {
        guard let start = finding.trigger.time, let time else { return "" }
        var hours = rule.deadline.flatMap { deadline in
            if case .span = deadline.limit { deadline.calendar.clock } else { nil }
        }
        if case .interval(_, let limits) = rule.demand { hours = limits.clock }
        guard let whole = try? TimeCount(calendar: hours).length(from: start, to: time) else { return "" }
        let still = finding.stoodStill?.nanoseconds ?? 0
        let of = hours.map { " of \($0.name) hours" } ?? ""
        let rest = still == 0 ? "" : ", \(TimeSpan(nanoseconds: still).text) not counted"
        return " after \(TimeSpan(nanoseconds: whole - still).text)\(of)\(rest)"
    }

    private func until(_ moment: Moment?) -> String {
        guard let moment else { return "" }
        return ", \(moment.isIncluded ? "by" : "before") \(text(moment.instant))"
    }

    private func text(_ instant: CELTimestamp) -> String { instant.text(in: zone) }

    // MARK: Decisions

    /// Why an event comes too early, or when it must not.
    func message(_ body: BodyProgram, _ frame: CELFrame) -> String {
        switch body {
        case .precedence(let precedence):
            guard let time = precedence.latest(frame) else {
                return "\(other) has not happened\(age) before (\(key))"
            }
            if precedence.evaluate(frame) == .true {
                if rule.leastAge != nil {
                    return "\(other) happened\(age) before (\(key))\(limit.map { "; \($0)" } ?? "")"
                }
                return "\(other) happened before, at \(text(time)) (\(key))\(limit.map { "; \($0)" } ?? "")"
            }
            if let since = precedence.since, case .timestamp(let later) = frame[since.slot], later > time,
                case .precedence(_, _, let pattern?) = rule.demand
            {
                return "\(other) last happened at \(text(time)), before the latest `\(pattern.text)` at "
                    + "\(text(later)) (\(key))"
            }
            let bounds = [age, limited].filter { !$0.isEmpty }.joined(separator: " and")
            return "\(other) last happened at \(text(time)), and not\(bounds) (\(key))"
        case .absence(let absence):
            guard case .timestamp(let time) = frame[absence.slot] else { return "no \(other) may come" }
            return "`\(trigger.text)` happened at \(text(time)), and no \(other) may follow\(limited) (\(key))"
        case .interval(let interval): return message(interval, frame)
        case .procedure(let procedure): return message(procedure, frame)
        default: return ""
        }
    }

    private func message(_ interval: IntervalProgram, _ frame: CELFrame) -> String {
        var parts: [String] = []
        if case .int(let count) = frame[interval.countSlot], interval.count != nil {
            parts.append("\(count) before")
        }
        if case .duration(let used) = frame[interval.usedSlot], interval.total != nil {
            parts.append("\(TimeSpan(nanoseconds: used.nanoseconds).text) used")
        }
        return "no other `\(trigger.text)` may begin: \(parts.joined(separator: ", ")); \(limit ?? "") (\(key))"
    }

    private func message(_ body: ProcedureBody, _ frame: CELFrame) -> String {
        guard case .procedure(let procedure, _) = rule.demand, let step = body.step(frame) else { return "" }
        let name = "step \(step + 1), `\(procedure.steps[step].text)`,"
        if body.evaluate(frame) == .true { return "\(name) came in order (\(key))" }
        let expected = body.program.expected(before: step, frame).map {
            "step \($0 + 1), `\(procedure.steps[$0].text)`"
        }
        return procedure.order == .strict
            ? "\(name) came where \(expected.first ?? "another step") is next (\(key))"
            : "\(name) came before \(expected.joined(separator: " and ")) (\(key))"
    }
}
