import CEL
import SourceText
import YAMLSyntax

/// Reads what moves the end of a limit: `paused_while` and `extended_by`.
struct PauseReader {
    let patterns: PatternReader
    let limits: LimitReader

    /// The most stretches in which one clock may stand still.
    static let pauseCountMax = 16

    /// Reads `{from: A, to: B}`, or a list of these.
    func readPauses(_ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector) -> [Pause] {
        guard let node = mapping["paused_while"] else { return [] }
        let nodes = node.oneOrMore
        if nodes.isEmpty {
            node.refuse(
                "`paused_while`", expected: "at least one stretch", found: "an empty list", diagnostics: &diagnostics)
        }
        if nodes.count > Self.pauseCountMax {
            diagnostics.add(
                .badValue("a clock has at most \(Self.pauseCountMax) kinds of pauses", at: node.range))
        }
        return nodes.compactMap { readPause($0, diagnostics: &diagnostics) }
    }

    private func readPause(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Pause? {
        guard let mapping = node.map("a pause", keys: KnownKeys(["from", "to"]), diagnostics: &diagnostics) else {
            return nil
        }
        for key in ["from", "to"] where mapping[key] == nil {
            diagnostics.add(
                .missingKey(key, in: "a pause", help: "name the events that begin and end it", at: node.range))
        }
        let from = mapping["from"].flatMap { patterns.read($0, diagnostics: &diagnostics) }
        let to = mapping["to"].flatMap { patterns.read($0, diagnostics: &diagnostics) }
        guard let from, let to else { return nil }
        return Pause(from: from, to: to)
    }

    /// Reads `{event: E, to: 45 business days}`.
    func readExtension(_ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector) -> LimitExtension? {
        guard let node = mapping["extended_by"],
            let inner = node.map("`extended_by`", keys: KnownKeys(["event", "to"]), diagnostics: &diagnostics)
        else { return nil }
        for key in ["event", "to"] where inner[key] == nil {
            diagnostics.add(
                .missingKey(
                    key, in: "`extended_by`", help: "write `{event: extension.notified, to: 45 days}`",
                    at: node.range))
        }
        let pattern = inner["event"].flatMap { patterns.read($0, diagnostics: &diagnostics) }
        let to = inner["to"].flatMap { limits.readDeadline($0, diagnostics: &diagnostics) }
        guard let pattern, let to else { return nil }
        return LimitExtension(by: pattern, to: to)
    }

    /// Reports limits that cannot move: only time stands still, only a limit is extended, and only what is told by the
    /// trigger's time alone can begin anew.
    func check(
        _ mapping: YAMLMapping, deadline: Deadline?, others: [Deadline], diagnostics: inout DiagnosticCollector
    ) {
        let keys = ["paused_while", "extended_by", "reset_by"].compactMap { name in
            mapping.entries.first { $0.name == name }
        }
        guard let first = keys.first else { return }
        guard let deadline else {
            diagnostics.add(
                .conflictingKeys(
                    "`\(first.name)` says nothing without a limit in time", at: first.key.range,
                    help: "write one, as in `within: 2h`"))
            return
        }
        let limits = [deadline] + others
        if keys.contains(where: { $0.name == "reset_by" }) {
            for limit in limits.flatMap(\.parts) where limit.readsTrigger {
                diagnostics.add(
                    .conflictingKeys(
                        "a limit that begins anew counts from the event that resets it, and this one reads the trigger",
                        at: limit.range,
                        help:
                            "write a length or a number of days, or `cancelled_by` and a timeline `after` the other event"
                    ))
            }
        }
        guard first.name == "paused_while" else { return }
        for limit in limits where !limit.isLengthOfTime {
            diagnostics.add(
                .conflictingKeys(
                    "a clock that stands still counts hours and minutes, not \(limit.length)", at: limit.range,
                    help:
                        "a date comes when it comes: write a length of time, as in `within: 48h`, perhaps with `clock:`, "
                        + "or let the event give more days with `extended_by`"))
        }
    }
}

extension Deadline {
    /// Whether an expression over the trigger says it.
    fileprivate var readsTrigger: Bool {
        switch limit {
        case .duration, .instant: true
        case .span, .dates, .businessDays, .close, .earliest, .latest: false
        }
    }

    /// Whether it is a length of time, which a clock counts.
    fileprivate var isLengthOfTime: Bool {
        switch limit {
        case .span, .duration: true
        default: false
        }
    }
}
