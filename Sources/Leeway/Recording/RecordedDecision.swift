/// A decision that is durable.
public struct RecordedDecision: Sendable {
    /// The ledger's entry.
    public let entry: LedgerEntry
    /// Whether the key was recorded before, so that this is the stored answer again.
    public let isRepeated: Bool
    /// Everything that there is to tell about it; nil where it is a stored answer.
    public let report: DecisionReport?

    /// What ended the reservation since, where this is the stored answer to one.
    public let end: LedgerEntry?

    init(_ answer: LedgerAnswer, report: DecisionReport?) {
        entry = answer.entry
        isRepeated = answer.isRepeated
        end = answer.end
        self.report = answer.isRepeated ? nil : report
    }

    /// What was decided.
    public var outcome: Outcome { Outcome(rawValue: entry.outcome) ?? .undetermined }

    /// The stored decision as JSON, with a line feed: the same for a first answer and for a repeated one.
    ///
    /// - Parameters:
    ///   - style: the layout.
    ///   - line: the line of the input that the event stands on, where it is one of many.
    /// - Returns: one JSON object.
    /// - Throws: ``LeewayError/ledger(_:)`` where the stored one is damaged.
    public func json(_ style: JSONStyle, line: Int? = nil) throws(LeewayError) -> [UInt8] {
        try entry.answer(style, line: line)
    }
}
