import Leeway

extension Console {
    /// How an answer of a ledger is written.
    enum RecordedForm {
        /// JSON, the same bytes each time.
        case json
        /// Words, with the decision as the renderer puts it.
        case text(DecisionTextRenderer)
    }

    /// Writes a decision that was recorded.
    func write(_ recorded: RecordedDecision, as form: RecordedForm) throws(LeewayError) {
        switch form {
        case .json: try write(recorded.json(.pretty))
        case .text(let renderer): try write(RecordedTextRenderer(renderer).render(recorded))
        }
    }
}
