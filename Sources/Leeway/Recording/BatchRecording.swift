/// Records the events of a log: one JSON line out for each, in the same order, written only once it is durable.
public struct BatchRecording: Sendable {
    /// The most rows that share one transaction, and so one wait for the disk.
    public static let groupCountMax = 64

    /// What rows mean; nil for rows in the event format.
    public let mapping: MappingProgram?
    /// The time of events that carry none; nil for the ledger's clock.
    public let asOf: CELTimestamp?

    /// Refuses events of the future.
    public let ahead: AheadGuard

    /// Makes a batch.
    public init(mapping: MappingProgram? = nil, asOf: CELTimestamp? = nil, ahead: AheadGuard = AheadGuard()) {
        self.mapping = mapping
        self.asOf = asOf
        self.ahead = ahead
    }

    /// What becomes of one row, in the order in which it is told.
    private struct PendingRow {
        let line: Int
        var proposals: [LedgerProposal] = []
        var problems: [InputProblem]
    }

    /// Records every event of a log.
    ///
    /// - Parameters:
    ///   - input: the log.
    ///   - recorder: the ledger.
    ///   - sink: takes the lines, each with its line feed, once they are durable.
    /// - Returns: how many there were.
    /// - Throws: what stops the whole batch; a row that cannot be read or recorded gives a line that says so.
    public func run(
        _ input: LogInput, with recorder: Recorder, to sink: ([UInt8]) throws(LeewayError) -> Void
    ) throws(LeewayError) -> BatchCheck.Summary {
        do {
            var reader = try LogReader(
                input, events: recorder.point.compiled.reader, mapping: mapping, asOf: asOf)
            var summary = BatchCheck.Summary()
            var rows: [PendingRow] = []
            while let row = try reader.next() {
                rows.append(try pending(row, recorder.point))
                guard rows.count >= Self.groupCountMax else { continue }
                try record(rows, recorder, &summary, sink)
                rows = []
            }
            try record(rows, recorder, &summary, sink)
            return summary
        } catch {
            throw LeewayError(error, reading: input.name)
        }
    }

    private func pending(_ row: LogRow, _ point: DecisionPoint) throws(LeewayError) -> PendingRow {
        var pending = PendingRow(line: row.line, problems: row.details)
        for record in row.records {
            guard case .event(let event) = record else {
                pending.problems.append(.attestationInLedger)
                continue
            }
            let timed = try point.timed(event, asOf)
            if let problem = ahead.problem(timed.time) {
                pending.problems.append(problem)
                continue
            }
            do throws(LedgerError) {
                pending.proposals.append(try LedgerProposal(timed))
            } catch {
                pending.problems.append(InputProblem(error))
            }
        }
        return pending
    }

    private func record(
        _ rows: [PendingRow], _ recorder: Recorder, _ summary: inout BatchCheck.Summary,
        _ sink: ([UInt8]) throws(LeewayError) -> Void
    ) throws(LeewayError) {
        guard !rows.isEmpty else { return }
        var results = try recorder.record(rows.flatMap(\.proposals))[...]
        var lines: [UInt8] = []
        for row in rows {
            summary.rowCount += 1
            var problems = row.problems
            for _ in row.proposals {
                switch results.popFirst() {
                case .success(let decision)?:
                    lines += try decision.json(.compact, line: row.line)
                    summary.decisionCount += 1
                case .failure(let error)?: problems.append(InputProblem(error))
                case nil: break
                }
            }
            guard !problems.isEmpty else { continue }
            lines += RowErrorRenderer().render(problems, line: row.line)
            summary.unreadableRowCount += 1
        }
        try sink(lines)
    }
}

extension InputProblem {
    /// What a ledger has against one event.
    fileprivate init(_ error: LedgerError) {
        switch error {
        case .late: self.init(code: .outOfBounds, path: "time", message: error.message, help: error.help)
        case .approval:
            self.init(code: .unusableApproval, path: "approval", message: error.message, help: error.help)
        case .conflict: self.init(code: .duplicateIdentifier, path: "id", message: error.message, help: error.help)
        default: self.init(code: .missingMember, path: "id", message: error.message, help: error.help)
        }
    }

    /// A person's answer to a manual standard among events to record.
    fileprivate static let attestationInLedger = InputProblem(
        code: .unknownType, path: "type",
        message: "an `attested` row answers a question of an audit; nothing is decided about it",
        help: "audit the log instead")
}
