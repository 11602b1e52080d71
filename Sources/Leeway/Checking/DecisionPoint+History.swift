extension DecisionPoint {
    /// The same point, knowing what happened before: what was used of budgets, and what standards ask of the past.
    ///
    /// - Parameters:
    ///   - paths: logs of what happened; `-` is standard input. Their order does not matter.
    ///   - mapping: what rows mean; nil for logs in the event format.
    ///   - asOf: the instant for mappings that ask for one.
    ///   - completeFrom: from when on the logs are complete: what reaches back further is unknown, unless what is known
    ///     decides. Nil takes the mapping's word, and without one nothing ever happened before.
    ///   - event: the event that is to be decided: only what happened until then counts, and not itself.
    /// - Returns: a point that decides with this memory.
    /// - Throws: ``LeewayError``; a row that cannot be read might have used something, so that nothing would be certain.
    public func remembering(
        _ paths: [String], mapping: MappingProgram? = nil, asOf: CELTimestamp? = nil,
        completeFrom: CELTimestamp? = nil, before event: Event? = nil
    ) throws(LeewayError) -> DecisionPoint {
        var events: [Event] = []
        for path in paths {
            let file = try OpenFile(reading: path)
            let input = LogInput(name: file.name, source: file.source)
            do {
                try Self.read(
                    input, LogReader(input, events: compiled.reader, mapping: mapping, asOf: asOf), into: &events)
            } catch {
                throw LeewayError(error, reading: path)
            }
        }
        let decider = compiled.makeDecider(
            memory: VersionedState(compiled, completeFrom: completeFrom ?? mapping?.mapping.completeFrom))
        for event in Self.ordered(events, before: event) { _ = decider.decideAndRemember(event) }
        var point = self
        point.memory = decider.memory
        return point
    }

    private static func read(
        _ input: LogInput, _ reader: consuming LogReader, into events: inout [Event]
    ) throws {
        while let row = try reader.next() {
            guard row.details.isEmpty else {
                throw LeewayError.unreadableEvent(
                    EventProblems(input: input.name, line: row.line, problems: row.details))
            }
            for case .event(let event) in row.records {
                guard event.time != nil else {
                    throw LeewayError.unreadableEvent(
                        EventProblems(input: input.name, line: row.line, problems: [.missingTimeInHistory]))
                }
                events.append(event)
            }
        }
    }

    /// The events in the order of their times, as far as they happened before another; each id once.
    private static func ordered(_ events: [Event], before last: Event?) -> [Event] {
        var seen: Set<String> = []
        if let last, !last.id.isEmpty { seen.insert(last.id) }
        let relevant = events.enumerated().filter { _, event in
            if let end = last?.time, let time = event.time, time > end { return false }
            return event.id.isEmpty || seen.insert(event.id).inserted
        }
        return relevant.sorted { left, right in
            guard let first = left.element.time, let second = right.element.time, first != second else {
                return left.offset < right.offset
            }
            return first < second
        }.map(\.element)
    }
}

extension InputProblem {
    /// An event of a history that says nothing about when it happened.
    fileprivate static let missingTimeInHistory = InputProblem(
        code: .missingTime, path: "time", message: "an event of a history needs the member `time`",
        help: "write it as in 2026-11-20T09:14:03+01:00")
}
