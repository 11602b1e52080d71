import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel
import SourceText

/// Writes decisions as JSON in the form of ``DecisionSchema``: the same members in the same order, on any machine.
public struct DecisionJSONRenderer: Sendable {
    /// How a decision is laid out.
    public enum Layout: Sendable {
        /// On one line, for JSON Lines.
        case line
        /// One member a line, for people.
        case pretty
    }

    /// How a decision is laid out.
    public let layout: Layout
    /// The language of words for people; nil takes the first that the rulebook gives.
    public let locale: String?

    /// Makes a renderer.
    public init(layout: Layout = .pretty, locale: String? = nil) {
        self.layout = layout
        self.locale = locale
    }

    /// Writes one decision.
    ///
    /// - Parameters:
    ///   - report: the decision.
    ///   - line: the line of a log that it came from, where it came from one.
    ///   - sequence: its place in a ledger, where it is recorded.
    /// - Returns: one JSON object and a line feed.
    public func render(_ report: DecisionReport, line: Int? = nil, sequence: Int64? = nil) -> [UInt8] {
        var writer = JSONWriter(style: layout == .line ? .compact : .pretty)
        writer.reserveCapacity(Self.usualByteCount)
        writer.object { writer in
            writer.member("line", ifPresent: line)
            writer.member("sequence", ifPresent: sequence)
            write(report, to: &writer)
        }
        writer.endLine()
        return writer.utf8
    }

    /// About how long a decision is by a standard or two.
    private static let usualByteCount = 2_048

    // MARK: Members

    private func write(_ report: DecisionReport, to writer: inout JSONWriter) {
        let decision = report.decision
        writer.member("id", decision.event.id)
        writer.member("type", decision.event.type)
        writer.member("time", decision.event.root["time"]?.string)
        writer.member("outcome", decision.outcome.rawValue)
        writer.member("approver", ifPresent: decision.approver)
        writer.name("needs")
        writer.list { writer in
            for need in report.needs { write(need, to: &writer) }
        }
        writer.member("missing", decision.missing)
        switch decision.remark {
        case .unlisted: writer.member("remark", "unlisted")
        case .notInForce: writer.member("remark", "not_in_force")
        case .undated: writer.member("remark", "undated")
        case nil: break
        }
        write("standards", of: report, to: &writer) { $0.standard.force == .must }
        write("advice", of: report, to: &writer) { $0.standard.force == .should }
        write("recognition", of: report, to: &writer) { $0.standard.force == .may && $0.status == .met }
        writer.member("say", report.wordsToSay(locale: locale))
        writer.name("instead")
        writeInstead(report, to: &writer)
        writer.name("duties")
        writer.list { writer in
            for duty in report.duties { write(duty, to: &writer) }
        }
        writer.name("rulebook")
        writer.object { writer in
            writer.member("id", report.rulebook.id)
            writer.member("version", report.rulebook.version)
            writer.member("digest", report.rulebook.digest)
        }
    }

    private func write(_ duty: DutyReport, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("standard", duty.standard.id)
            writer.member("message", duty.message)
            guard let deadline = duty.deadline else { return }
            writer.member(deadline.isIncluded ? "by" : "before", deadline.instant.description)
        }
    }

    private func write(_ need: DecisionNeed, to writer: inout JSONWriter) {
        writer.object { writer in
            switch need.kind {
            case .reason: writer.member("kind", "reason")
            case .approval(let role):
                writer.member("kind", "approval")
                writer.member("role", role)
            }
            writer.member("standards", need.standards)
        }
    }

    private func write(
        _ name: String, of report: DecisionReport, to writer: inout JSONWriter, where isWanted: (Explanation) -> Bool
    ) {
        writer.name(name)
        writer.list { writer in
            for explanation in report.explanations where isWanted(explanation) { write(explanation, to: &writer) }
        }
    }

    private func write(_ explanation: Explanation, to writer: inout JSONWriter) {
        let standard = explanation.standard
        writer.object { writer in
            writer.member("id", standard.id)
            writer.member("title", standard.title?.text(in: locale) ?? standard.id)
            writer.member("status", explanation.status.rawValue)
            writer.member("outcome", explanation.effect.outcome.rawValue)
            writer.member("severity", standard.severity.rawValue)
            writer.member("force", standard.force.rawValue)
            writer.member("source", ifPresent: standard.source?.text)
            writer.member("place", standard.range.place)
            writer.member("message", explanation.message)
            writer.name("clauses")
            writer.list { writer in
                for clause in explanation.clauses {
                    writer.object { writer in
                        writer.member("label", ifPresent: clause.label)
                        writer.member("condition", clause.text)
                        writer.member("place", clause.place.place)
                    }
                }
            }
            writer.name("facts")
            writer.object { writer in
                for fact in explanation.facts { writer.member(fact.name, fact.value) }
            }
        }
    }

    private func writeInstead(_ report: DecisionReport, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("variants")
            writer.list { writer in
                for variant in report.offers?.variants ?? [] { write(variant, to: &writer) }
            }
            writer.name("actions")
            writer.list { writer in
                for action in report.offers?.actions ?? [] {
                    writer.object { writer in
                        writer.member("type", action.name)
                        writer.member("outcome", action.outcome.rawValue)
                        writer.member("approver", ifPresent: action.approver)
                    }
                }
            }
            writer.member("words", report.wordsInstead(locale: locale))
        }
    }

    private func write(_ variant: Variant, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("changes")
            writer.object { writer in
                for change in variant.changes {
                    writer.name(change.field)
                    writer.object { writer in
                        writer.member("from", change.from)
                        writer.member("to", change.to)
                    }
                }
            }
            writer.member("outcome", variant.outcome.rawValue)
            writer.member("approver", ifPresent: variant.approver)
            writer.member("uses_discretion", variant.usesDiscretion)
        }
    }
}
