public import Audit
import CEL
import RulebookEngine
import RulebookModel

/// Tells people what happens while a log is watched: one line a notice, and one for the place of a standard.
public struct WatchTextRenderer: Sendable {
    /// Whether the text carries colours.
    public let colour: TerminalColour
    /// The language of words for people; nil takes the first that the rulebook gives.
    public let locale: String?
    private let zone: CELTimeZone

    /// Makes a renderer.
    ///
    /// - Parameters:
    ///   - timeZone: the IANA zone in which times are told.
    ///   - colour: whether the text carries colours.
    ///   - locale: the language of words for people.
    public init(timeZone: String, colour: TerminalColour = .off, locale: String? = nil) {
        self.colour = colour
        self.locale = locale
        zone = CELTimeZone.named(timeZone) ?? .utc
    }

    /// Tells one notice.
    ///
    /// - Returns: lines that each end with a line feed.
    public func render(_ notice: WatchNotice) -> String {
        var text = TerminalText(colour: colour)
        switch notice {
        case .finding(let finding): write(finding, word: word(of: finding), key: "", to: &text)
        case .warning(let finding, let key):
            let left = text.styled("! due soon", .alarm)
            write(finding, word: left, key: key, to: &text)
        case .unjudged(let event, let remark):
            let why =
                switch remark {
                case .unlisted: "no standard lists it"
                case .notInForce: "no rulebook was in force"
                case .undated: "it has no time"
                }
            let label = remark == .unlisted ? "? not listed" : "? not judged"
            text.line("\(text.styled(label, .status(.undetermined))) \(name(event)): \(why)")
        case .late(let event, let line, let watermark):
            text.line(
                "\(text.styled("! too late", .alarm)) \(name(event)), line \(line): what happened before "
                    + "\(shown(watermark)) is judged already; this event is not")
        case .unreadable(let problem):
            text.line(
                "\(text.styled("! unreadable", .alarm)) "
                    + VisibleText.oneLine("\(problem.place): \(problem.message) [\(problem.code)]"))
        case .input(let name, let change):
            let words =
                switch change {
                case .truncated: "became shorter; it is read from its beginning"
                case .replaced: "is another file now, which is read from its beginning"
                }
            text.line(text.styled(VisibleText.oneLine("\(name) \(words)"), .quiet))
        }
        return String(decoding: text.out.bytes, as: UTF8.self)
    }

    /// Tells what was seen, in a few lines.
    ///
    /// - Parameters:
    ///   - summary: what was seen.
    ///   - openClocks: how many clocks ran when it ended.
    /// - Returns: lines that each end with a line feed.
    public func render(_ summary: WatchSummary, openClocks: Int) -> String {
        var text = TerminalText(colour: colour)
        var parts = [
            "\(NumberText.counted(summary.rows, "row")) read", NumberText.counted(summary.events, "event"),
        ]
        if summary.problems > 0 { parts.append("\(NumberText.counted(summary.problems, "problem")) of rows") }
        if summary.late > 0 { parts.append("\(NumberText.counted(summary.late, "event")) too late") }
        if summary.unjudged > 0 { parts.append("\(NumberText.counted(summary.unjudged, "event")) not judged") }
        if summary.attestations > 0 {
            parts.append("\(NumberText.counted(summary.attestations, "answer")) left to audits")
        }
        if summary.warnings > 0 { parts.append(NumberText.counted(summary.warnings, "warning")) }
        text.line(parts.joined(separator: ", "))
        let counts = FindingStatus.byUrgency.filter { summary.counts[$0] > 0 && $0 != .notApplicable }
            .map { "\(NumberText.grouped(summary.counts[$0])) \($0.word)" }
        text.line(counts.isEmpty ? "no findings" : counts.joined(separator: ", "))
        if openClocks > 0 { text.line("\(NumberText.counted(openClocks, "clock")) still open at the end") }
        return String(decoding: text.out.bytes, as: UTF8.self)
    }

    private func word(of finding: WatchFinding) -> String {
        let text = TerminalText(colour: colour)
        return text.styled("\(finding.status.symbol) \(finding.status.word)", .status(finding.status))
    }

    private func write(_ finding: WatchFinding, word: String, key: String, to text: inout TerminalText) {
        let standard = finding.standard
        let weight: String =
            switch standard.force {
            case .must: standard.severity.rawValue
            case .should: "advice"
            case .may: "recognition"
            }
        let whose = key.isEmpty ? "" : " (\(VisibleText.oneLine(key)))"
        text.line(
            "\(word) \(standard.id) (\(weight)), \(name(finding.event))\(whose): "
                + VisibleText.oneLine(finding.message))
        text.line("    " + text.styled(VisibleText.oneLine(finding.place), .quiet))
    }

    private func name(_ event: WatchEvent) -> String {
        let time = event.time.map { " of \(shown($0))" } ?? ""
        return VisibleText.oneLine("\(event.type) \(event.id)\(time)")
    }

    private func shown(_ time: CELTimestamp) -> String {
        ReportInstant(
            seconds: time.seconds, nanoseconds: time.nanoseconds,
            offsetSeconds: Int32(clamping: zone.offsetSeconds(at: time.seconds))
        ).longText
    }
}
