public import Audit
import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel

/// Writes what is told while a log is watched as JSON Lines in the form of ``WatchSchema``.
public struct WatchJSONRenderer: Sendable {
    /// The language of words for people; nil takes the first that the rulebook gives.
    public let locale: String?

    /// Makes a renderer.
    public init(locale: String? = nil) { self.locale = locale }

    /// Writes one notice: a JSON object on one line, with its line feed.
    public func render(_ notice: WatchNotice) -> [UInt8] {
        line { writer in
            switch notice {
            case .finding(let finding):
                writer.member("kind", "finding")
                write(finding, to: &writer)
            case .warning(let finding, let key):
                writer.member("kind", "warning")
                writer.member("key", key)
                write(finding, to: &writer)
            case .unjudged(let event, let remark):
                writer.member("kind", "unjudged")
                write(event, to: &writer)
                writer.member("remark", Self.name(of: remark))
            case .late(let event, let line, let watermark):
                writer.member("kind", "late")
                write(event, to: &writer)
                writer.member("line", line)
                writer.member("watermark", watermark.description)
            case .unreadable(let problem):
                writer.member("kind", "unreadable")
                writer.member("input", problem.input)
                writer.member("line", problem.line)
                writer.member("column", ifPresent: problem.column)
                writer.member("code", problem.code)
                writer.member("message", problem.message)
            case .input(let name, let change):
                writer.member("kind", "input")
                writer.member("input", name)
                writer.member("change", change.rawValue)
            }
        }
    }

    /// Writes the summary: a JSON object on one line, with its line feed.
    ///
    /// - Parameters:
    ///   - summary: what was seen.
    ///   - openClocks: how many clocks ran when it ended.
    /// - Returns: the line.
    public func render(_ summary: WatchSummary, openClocks: Int) -> [UInt8] {
        line { writer in
            writer.member("kind", "summary")
            writer.member("rows", summary.rows)
            writer.member("events", summary.events)
            writer.member("problems", summary.problems)
            writer.member("late", summary.late)
            writer.member("unjudged", summary.unjudged)
            writer.member("attestations", summary.attestations)
            writer.member("warnings", summary.warnings)
            writer.member("open_clocks", openClocks)
            writer.name("findings")
            writer.object { writer in
                for status in FindingStatus.allCases { writer.member(status.rawValue, summary.counts[status]) }
            }
        }
    }

    private func line(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(style: .compact)
        writer.object { body(&$0) }
        writer.endLine()
        return writer.utf8
    }

    private func write(_ event: WatchEvent, to writer: inout JSONWriter) {
        writer.member("event", event.id)
        writer.member("type", event.type)
        writer.member("time", event.time?.description)
    }

    private func write(_ finding: WatchFinding, to writer: inout JSONWriter) {
        let standard = finding.standard
        write(finding.event, to: &writer)
        writer.member("standard", standard.id)
        writer.member("title", standard.title?.text(in: locale) ?? standard.id)
        writer.member("severity", standard.severity.rawValue)
        writer.member("force", standard.force.rawValue)
        writer.member("status", finding.status.rawValue)
        writer.member("message", finding.message)
        writer.member("place", finding.place)
        if let deadline = finding.deadline {
            writer.member(deadline.isIncluded ? "by" : "before", deadline.instant.description)
        }
        writer.name("rulebook")
        writer.object { writer in
            writer.member("id", finding.rulebook.id)
            writer.member("version", finding.rulebook.version)
            writer.member("digest", finding.rulebook.digest)
        }
    }

    private static func name(of remark: Decision.Remark) -> String {
        switch remark {
        case .unlisted: "unlisted"
        case .notInForce: "not_in_force"
        case .undated: "undated"
        }
    }
}
