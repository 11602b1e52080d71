import CEL
import RulebookModel

/// By what events people take rows out of a metric, made ready to run.
struct ExclusionProgram: Sendable {
    /// When rows must lie.
    struct Span: Sendable {
        let from: ExpressionProgram
        let to: ExpressionProgram
        let zone: CELTimeZone
    }

    /// Its place among the exclusions of all metrics.
    let index: Int
    /// The standard's place among the rulebook's.
    let standard: Int
    /// What rows must share with such an event.
    let keySlots: [Int]
    let span: Span?

    /// Everything in it that reads facts.
    var expressions: [ExpressionProgram] { span.map { [$0.from, $0.to] } ?? [] }

    /// The declaration of the event whose facts lie in a frame.
    ///
    /// One that does not say who declared it, why, or for which rows takes out nothing, and says so.
    func declaration(_ frame: CELFrame, _ trigger: TimelineFinding.Trigger, _ compiled: CompiledRulebook)
        -> ExclusionRecord
    {
        let event = trigger.event
        var record = ExclusionRecord(
            program: index, standard: standard, event: trigger.id, type: event.type, time: trigger.time,
            who: event.actorID ?? event.recordedBy ?? event.approval?.by ?? "",
            reason: event.hasReason ? event.reason ?? "" : "")
        switch StateKey.read(keySlots, frame) {
        case .success(let key):
            record.key = key
            record.rows = zip(keySlots, key.values).map { compiled.shownText($1, slot: $0) }
        case .failure(let missing): record.refusal = "\(Self.names(missing.unknown)) is not known"
        }
        if let span {
            switch (instant(span.from, frame, isEnd: false, span), instant(span.to, frame, isEnd: true, span)) {
            case (.success(let from), .success(let to)):
                record.from = from
                record.to = to
                if from >= to { record.refusal = "its end lies before its beginning" }
            case (.failure(let missing), _), (_, .failure(let missing)):
                record.refusal = "\(Self.names(missing.unknown)) is not known"
            }
        }
        if record.reason.isEmpty { record.refusal = "no reason was given" }
        if record.who.isEmpty { record.refusal = "nobody stands behind it" }
        return record
    }

    private static func names(_ unknown: CELUnknown) -> String {
        unknown.paths.map(\.description).sorted().joined(separator: ", ")
    }

    /// An end of the span; the last date is a part of it.
    private func instant(
        _ expression: ExpressionProgram, _ frame: CELFrame, isEnd: Bool, _ span: Span
    ) -> Result<CELTimestamp, MissingKey> {
        let value = expression.program.evaluate(frame)
        switch value {
        case .timestamp(let instant): return .success(instant)
        case .scalar(let scalar):
            let first = scalar.date.map { MeasureWindow.Unit.day.after($0, isEnd ? 1 : 0) }
            if let instant = first.flatMap({ span.zone.startOfDay($0) }) { return .success(instant) }
        case .unknown(let unknown): return .failure(MissingKey(unknown: unknown))
        case .error(let error): return .failure(MissingKey(unknown: MetricContribution.unknown(error)))
        default: break
        }
        return .failure(MissingKey(unknown: CELUnknown(CELAttributePath(["the end of the span"]))))
    }
}
