/// A decision that is durable.
public struct RecordedDecision: Sendable {
    /// The ledger's entry.
    public let entry: LedgerEntry
    /// Whether the key was recorded before, so that this is the stored answer again.
    public let isRepeated: Bool
    /// Everything that there is to tell about it; nil where it is a stored answer.
    public let report: DecisionReport?

    init(_ answer: LedgerAnswer, report: DecisionReport?) {
        entry = answer.entry
        isRepeated = answer.isRepeated
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
        guard let root = try? JSONDocument.parse(entry.decision).root, root.kind == .object else {
            throw .ledger(
                .damaged(path: "ledger", sequence: entry.sequence, reason: "the stored decision is no JSON object"))
        }
        var writer = JSONWriter(style: style)
        writer.object { writer in
            writer.member("line", ifPresent: line)
            for member in root.members {
                writer.name(member.name)
                writer.node(member.value)
            }
        }
        writer.endLine()
        return writer.utf8
    }
}
