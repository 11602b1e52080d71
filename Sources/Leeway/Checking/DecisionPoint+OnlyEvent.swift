extension DecisionPoint {
    /// Reads an input that holds one event in somebody else's form.
    ///
    /// - Throws: ``LeewayError/unreadableEvent(_:)`` where it cannot be read, or is not one event.
    public func onlyEvent(
        of input: LogInput, mapping: MappingProgram, asOf: CELTimestamp? = nil
    ) throws(LeewayError) -> Event {
        do {
            var reader = try LogReader(input, events: compiled.reader, mapping: mapping, asOf: asOf)
            var events: [Event] = []
            while let row = try reader.next(), events.count < 2 {
                guard row.details.isEmpty else {
                    throw LeewayError.unreadableEvent(
                        EventProblems(input: input.name, line: row.line, problems: row.details))
                }
                for case .event(let event) in row.records { events.append(event) }
            }
            guard events.count == 1 else {
                throw LeewayError.unreadableEvent(
                    EventProblems(
                        input: input.name, line: nil,
                        problems: [
                            InputProblem(
                                code: .malformed, path: "",
                                message: events.isEmpty
                                    ? "there is no event in it" : "there is more than one event in it",
                                help: "--batch reads one event a line")
                        ]))
            }
            return events[0]
        } catch {
            throw LeewayError(error, reading: input.name)
        }
    }
}
