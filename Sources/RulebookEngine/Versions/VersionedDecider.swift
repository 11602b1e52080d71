public import CEL

/// Decides events by the version of a rulebook that is in force at their time, with scratch space of its own: one a
/// thread.
///
/// Every version remembers every event, so that what is measured spans the change from one to the next. Decisions come
/// from the version of the event's time alone, and what becomes of a clock from that of its trigger's time.
public final class VersionedDecider {
    /// The rulebook.
    public let compiled: CompiledVersions
    private let deciders: [Decider]

    init(_ compiled: CompiledVersions, memory: VersionedState?) {
        self.compiled = compiled
        deciders = compiled.compiled.enumerated().map { $1.makeDecider(memory: memory?.states[$0]) }
    }

    /// What happened before; nil where nobody knows.
    public var memory: VersionedState? {
        // Most rulebooks have one version.
        if deciders.count == 1 { return deciders[0].memory.map { VersionedState(states: [$0]) } }
        let states = deciders.compactMap(\.memory)
        return states.count == deciders.count ? VersionedState(states: states) : nil
    }

    /// The time of the latest event that is remembered.
    public var latestTime: CELTimestamp? {
        var latest: CELTimestamp?
        for decider in deciders {
            guard let time = decider.memory?.latestTime else { continue }
            latest = latest.map { max($0, time) } ?? time
        }
        return latest
    }

    /// Decides one event, and remembers nothing of it.
    ///
    /// Where there are several versions, one without a time is undetermined. See ``Decider/decide(_:)``.
    public func decide(_ event: Event) -> Decision {
        guard let version = compiled.index(of: event) else { return undated(event) }
        var decision = deciders[version].decide(event)
        decision.version = version
        return decision
    }

    /// Decides one event of a rulebook of one version by those standards that a ``Glance`` left open: the decision has the
    /// results of those alone.
    package func decide(_ event: Event, asking open: ArraySlice<Int32>) -> Decision {
        deciders.count == 1 ? deciders[0].decide(event, asking: open) : decide(event)
    }

    /// Decides an event that has happened, and remembers it in every version.
    ///
    /// - Parameters:
    ///   - event: the event.
    ///   - name: its name in its log, where it has no id.
    /// - Returns: the decision of the version in force.
    /// - Precondition: no event before had a later time.
    public func decideAndRemember(_ event: Event, named name: String? = nil) -> Decision {
        let version = compiled.index(of: event)
        var found: Decision?
        for number in deciders.indices {
            var decision = deciders[number].decideAndRemember(event, named: name)
            guard number == version else { continue }
            decision.version = number
            found = decision
        }
        return found ?? undated(event)
    }

    // MARK: Reservations

    /// Reserves what an event would use, in every version. See ``Decider/reserve(_:as:until:)``.
    ///
    /// - Parameters:
    ///   - event: the event that is meant to happen.
    ///   - name: the reservation's name.
    ///   - expires: from when on it keeps nothing back any more.
    public func reserve(_ event: Event, as name: String, until expires: CELTimestamp) {
        for decider in deciders { decider.reserve(event, as: name, until: expires) }
    }

    /// Lifts a reservation, so that it keeps nothing back any more.
    ///
    /// - Parameter name: the reservation's name.
    /// - Returns: what it kept back; nil where none of this name is open.
    public func lift(_ name: String) -> LiftedHold? {
        let holds = deciders.map { $0.lift(name) }
        return holds.contains { $0 != nil } ? LiftedHold(holds: holds) : nil
    }

    /// Puts back a reservation that was lifted.
    public func putBack(_ lifted: LiftedHold) {
        for (decider, hold) in zip(deciders, lifted.holds) { if let hold { decider.putBack(hold) } }
    }

    // MARK: Clocks

    /// Settles what ran out before an instant.
    public func settle(before time: CELTimestamp) { for decider in deciders { decider.settle(before: time) } }

    /// Ends the log: what still runs is pending.
    public func settleAll() { for decider in deciders { decider.settleAll() } }

    /// Takes the clocks of which it is time to warn: those that run, and that run out soon after an instant, each once.
    ///
    /// - Precondition: what ran out before the instant was settled.
    public func takeDue(at time: CELTimestamp) -> [DueClock] {
        deciders.enumerated().flatMap { number, decider in
            decider.takeDue(at: time).map { due in
                var due = due
                due.finding.version = number
                return due
            }
        }
    }

    /// Takes what was settled since the last call.
    public func takeFindings() -> [TimelineFinding] {
        guard deciders.count > 1 else { return deciders[0].takeFindings() }
        return deciders.enumerated().flatMap { number, decider in
            decider.takeFindings().map { finding in
                var finding = finding
                finding.version = number
                return finding
            }
        }
    }

    /// Takes the figures that were settled since the last call; each version measures the events of its own time.
    public func takeMetricFindings() -> [MetricFinding] {
        deciders.enumerated().flatMap { number, decider in
            decider.takeMetricFindings().map { finding in
                var finding = finding
                finding.version = number
                return finding
            }
        }
    }

    /// What people took out of metrics so far, by version, in the order in which they said so; complete once the log has
    /// ended.
    public var exclusions: [ExclusionRecord] {
        deciders.enumerated().flatMap { number, decider in
            decider.exclusions.map { record in
                var record = record
                record.version = number
                return record
            }
        }
    }

    /// The decision on an event of which nobody knows which version is about it.
    private func undated(_ event: Event) -> Decision {
        var decision = Decision(event: event, outcome: .undetermined, remark: .undated, missing: ["time"])
        decision.version = deciders.count - 1
        return decision
    }
}
