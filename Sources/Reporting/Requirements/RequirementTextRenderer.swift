import RulebookModel
import SourceText
public import Workbench

/// Writes for a terminal what is open, and how much is carried out by what.
public struct RequirementTextRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// Writes the page; it ends with a line feed.
    public func render(_ trace: RequirementTrace) -> String {
        var lines: [String] = []
        for requirement in trace.open {
            lines.append("✗ \(requirement.id)  \(requirement.title)  \(requirement.range.place)")
            lines.append("    nothing carries it out: let the `source` of a standard name it, or write `carried_by`")
        }
        for row in trace.rows where !row.evidence.isEmpty && row.evidence.allSatisfy(\.isManual) {
            lines.append("? \(row.requirement.id)  \(row.requirement.title)")
            for evidence in row.evidence {
                lines += evidence.questions.map { "    a person judges: \($0) (\(evidence.name))" }
            }
        }
        for kind in Requirement.Kind.allCases {
            let count = trace.rows.count { $0.evidence.contains { $0.kind == kind } }
            if count > 0 { lines.append("\(NumberText.counted(count, "requirement")) by a \(kind.words)") }
        }
        let carried = trace.rows.count - trace.open.count
        lines.append(
            "\(carried) of \(NumberText.counted(trace.rows.count, "requirement")) carried out, "
                + "\(trace.manualCount) by the judgement of a person alone; \(trace.open.count) open")
        return lines.map(VisibleText.oneLine).joined(separator: "\n") + "\n"
    }
}
