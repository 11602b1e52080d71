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

    private var limit: String? {
        rule.deadline?.text
    }

    /// How long there is time; an instant is told by itself.
    private var length: String {
        switch rule.deadline?.limit {
        case .instant?, .close?: ""
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
        case .expired:
            return finding.status == .met ? "no \(other)\(limited)" : "no \(other)\(length)\(until(finding.deadline))"
        case .ended(let id, _):
            return finding.status == .met
                ? "no \(other) until `\(rule.until?.text ?? "")` (\(named(id)))"
                : "`\(rule.until?.text ?? "")` came first (\(named(id)))"
        case .cancelled(let id, _): return "cancelled by `\(rule.cancelledBy?.text ?? "")` (\(named(id)))"
        case .replaced(let id, _): return "begun anew (\(named(id)))"
        case .excused: return "excused"
        case .unreadable: return "not known"
        case .open:
            if case .absence = rule.demand { return "no \(other) so far\(until(finding.deadline))" }
            return "\(other) is still to come\(until(finding.deadline))"
        }
    }

    /// The same without the times and names of the single case, so that like reasons add up.
    func reason(_ finding: TimelineFinding) -> String {
        finding.missing.isEmpty ? "no \(other)\(limited)" : message(finding)
    }

    /// What an event obliges to.
    func message(_ duty: Duty) -> String { "\(other)\(length)\(until(duty.deadline))" }

    private func named(_ id: String) -> String { id.isEmpty ? "an event without an id" : id }

    private func elapsed(_ finding: TimelineFinding, _ time: CELTimestamp?) -> String {
        guard let start = finding.trigger.event.time, let time else { return "" }
        // What a clock of business counts is told in its own time.
        if let clock = rule.deadline?.calendar.clock, case .some(.span) = rule.deadline?.limit {
            guard let open = try? clock.openTime(from: start, to: time) else { return "" }
            return " after \(TimeSpan(nanoseconds: open.nanoseconds).text) of \(clock.name) hours"
        }
        let seconds = time.seconds - start.seconds
        let (nanoseconds, overflowed) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflowed else { return "" }
        let length = nanoseconds + Int64(time.nanoseconds) - Int64(start.nanoseconds)
        return " after \(TimeSpan(nanoseconds: length).text)"
    }

    private func until(_ moment: Moment?) -> String {
        guard let moment else { return "" }
        return ", \(moment.isIncluded ? "by" : "before") \(text(moment.instant))"
    }

    private func text(_ instant: CELTimestamp) -> String {
        let local = LocalTime(instant, in: zone)
        let parts = [local.secondOfDay / 3600, local.secondOfDay / 60 % 60, local.secondOfDay % 60]
        let clock = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        guard instant.nanoseconds > 0 else { return "\(local.date) \(clock)" }
        let digits = String(instant.nanoseconds + 1_000_000_000).dropFirst()
        return "\(local.date) \(clock).\(String(digits.reversed().drop { $0 == "0" }.reversed()))"
    }

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
        default: return ""
        }
    }
}
