/// Decides the events of a log one by one: one JSON line out for each, in the same order, with nothing passed over.
///
/// Each event is decided by itself; an audit is what judges a log as a whole.
public struct BatchCheck: Sendable {
    /// Whether counter-offers are looked for.
    public enum Offers: Sendable {
        /// For every action that is not plainly allowed.
        case sought
        /// Never: a batch is fast then.
        case omitted
    }

    /// What came of a batch.
    public struct Summary: Hashable, Sendable {
        /// Rows read.
        public var rowCount = 0
        /// Decisions written.
        public var decisionCount = 0
        /// Rows that could not be read, or not all of them.
        public var unreadableRowCount = 0
    }

    /// Where events are decided.
    public let point: DecisionPoint
    /// What rows mean; nil for rows in the event format.
    public let mapping: MappingProgram?
    /// The time of events that carry none.
    public let asOf: CELTimestamp?
    /// Whether counter-offers are looked for.
    public let offers: Offers
    /// The language of words for people; nil takes the first that the rulebook gives.
    public let locale: String?

    /// Makes a batch.
    public init(
        _ point: DecisionPoint, mapping: MappingProgram? = nil, asOf: CELTimestamp? = nil, offers: Offers = .omitted,
        locale: String? = nil
    ) {
        self.point = point
        self.mapping = mapping
        self.asOf = asOf
        self.offers = offers
        self.locale = locale
    }

    /// Decides every event of a log.
    ///
    /// - Parameters:
    ///   - input: the log.
    ///   - sink: takes the lines, each with its line feed, one call a row.
    /// - Returns: how many there were.
    /// - Throws: what stops the whole batch; a row that cannot be read gives a line that says so.
    public func run(
        _ input: LogInput, to sink: ([UInt8]) throws(LeewayError) -> Void
    ) throws(LeewayError) -> Summary {
        do {
            return try fold(input, sink)
        } catch {
            throw LeewayError(error, reading: input.name)
        }
    }

    private func fold(_ input: LogInput, _ sink: ([UInt8]) throws(LeewayError) -> Void) throws -> Summary {
        var reader = try LogReader(input, events: point.compiled.reader, mapping: mapping, asOf: asOf)
        let decider = point.compiled.makeDecider(memory: point.memory)
        let explainers = point.compiled.compiled.map { Explainer($0) }
        let finders = point.compiled.compiled.enumerated().map { CounterOfferFinder($1, memory: point.memory?[$0]) }
        let renderer = DecisionJSONRenderer(layout: .line, locale: locale)
        var summary = Summary()
        while let row = try reader.next() {
            summary.rowCount += 1
            var lines: [UInt8] = []
            var problems = row.details
            for record in row.records {
                switch record {
                case .event(let event):
                    let decision = try decider.decide(point.timed(event, asOf))
                    var found: CounterOffers?
                    if case .sought = offers { found = finders[decision.version].find(for: decision) }
                    let report = DecisionReport(
                        decision, explainer: explainers[decision.version], offers: found,
                        rulebook: point.compiled[decision.version].rulebook)
                    lines += renderer.render(report, line: row.line)
                    summary.decisionCount += 1
                case .attestation:
                    problems.append(.attestationInCheck)
                }
            }
            if !problems.isEmpty {
                lines += RowErrorRenderer().render(problems, line: row.line)
                summary.unreadableRowCount += 1
            }
            try sink(lines)
        }
        return summary
    }
}

extension InputProblem {
    /// A person's answer to a manual standard among proposed actions.
    fileprivate static let attestationInCheck = InputProblem(
        code: .unknownType, path: "type",
        message: "an `attested` row answers a question of an audit; nothing is proposed",
        help: "audit the log instead")
}
