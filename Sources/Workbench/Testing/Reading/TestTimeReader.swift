import CEL
import RulebookModel
import SourceText
import YAMLSyntax

/// Reads instants as tests write them: with an offset, by the clock of the rulebook's zone, or from the test's start.
struct TestTimeReader {
    let zone: CELTimeZone
    /// The instant from which `+10min` is counted.
    var start: CELTimestamp?

    static let forms =
        "write it as in 2026-03-02 10:00 (in the rulebook's zone), 2026-03-02T10:00:00+01:00, or +10min after `start`"

    /// Reads an instant; nil where something was reported.
    func read(_ node: YAMLNode, _ subject: String, diagnostics: inout DiagnosticCollector) -> CELTimestamp? {
        guard let text = node.text(subject, diagnostics: &diagnostics) else { return nil }
        if text.hasPrefix("+") {
            return fromStart(String(text.dropFirst()), at: node.range, diagnostics: &diagnostics)
        }
        if let instant = instant(text) { return instant }
        diagnostics.add(.badValue("`\(text)` is no instant", help: Self.forms, at: node.range))
        return nil
    }

    /// Reads until when there is time: an instant, or a date, which is in time until midnight.
    func deadline(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> TestDeadline? {
        if let text = node.scalar?.text, let date = CivilDate(parsing: text) {
            let next = CivilDate(daysSince1970: date.daysSince1970 + 1)
            return zone.startOfDay(next).map(TestDeadline.endOfDay)
        }
        return read(node, "a time", diagnostics: &diagnostics).map(TestDeadline.instant)
    }

    /// An instant in any form that needs no start.
    func instant(_ text: String) -> CELTimestamp? {
        if let instant = CELTimestamp(parsing: text) { return instant }
        if let date = CivilDate(parsing: text) { return zone.startOfDay(date) }
        let parts = text.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, let date = CivilDate(parsing: String(parts[0])), let second = Self.secondOfDay(parts[1])
        else { return nil }
        return zone.instant(of: date, secondOfDay: second)
    }

    /// `10:00` or `10:00:30`, in seconds since midnight as the clock shows them.
    private static func secondOfDay(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts.allSatisfy({ $0.utf8.count == 2 }) else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, numbers.allSatisfy({ (0...59).contains($0) }), numbers[0] < 24 else {
            return nil
        }
        return numbers[0] * 3600 + numbers[1] * 60 + (numbers.count == 3 ? numbers[2] : 0)
    }

    private func fromStart(
        _ text: String, at range: SourceRange, diagnostics: inout DiagnosticCollector
    ) -> CELTimestamp? {
        guard let start else {
            diagnostics.add(
                .test(
                    .untimedTestEvent, "`+\(text)` is counted from `start`, and there is none",
                    help: "add `start:` to the case or the file", at: range))
            return nil
        }
        guard let span = try? TimeSpan(parsing: text) else {
            diagnostics.add(.badValue("`+\(text)` is no length of time", help: Self.forms, at: range))
            return nil
        }
        return start.adding(CELDuration(nanoseconds: span.nanoseconds))
    }
}
