import RulebookModel
import SourceText
public import Workbench

/// Writes which requirement is carried out by what, and where, as a Markdown page that lies beside the rulebook.
public struct RequirementMarkdownRenderer: Sendable {
    private let folder: String

    /// Makes a renderer.
    ///
    /// - Parameter folder: the folder of the rulebook; places are told from there.
    public init(folder: String) {
        let trimmed = String(folder.reversed().drop { $0 == "/" }.reversed())
        self.folder = trimmed.isEmpty || trimmed == "." ? "" : trimmed + "/"
    }

    /// Writes the page; it ends with a line feed.
    public func render(_ trace: RequirementTrace) -> String {
        var page = "# \(trace.register.title.isEmpty ? "Requirements" : MarkdownText.escaped(trace.register.title))\n\n"
        page += summary(trace) + "\n\n"
        page += "| requirement | demands | carried out by | at |\n| --- | --- | --- | --- |\n"
        for row in trace.rows {
            let evidence = row.evidence.map { ($0, words($0), place($0)) }
            page += "| \(MarkdownText.escaped(row.requirement.id)) | \(MarkdownText.escaped(row.requirement.title)) | "
            page += (evidence.isEmpty ? "**nothing**" : evidence.map(\.1).joined(separator: "<br>")) + " | "
            page += evidence.map(\.2).joined(separator: "<br>") + " |\n"
        }
        return page
    }

    private func summary(_ trace: RequirementTrace) -> String {
        let kinds = Requirement.Kind.allCases.compactMap { kind -> String? in
            let count = trace.rows.count { $0.evidence.contains { $0.kind == kind } }
            return count == 0 ? nil : "\(count) by a \(kind.words)"
        }
        var text = "\(trace.rows.count) requirements; carried out by `\(trace.rulebook.id)`"
        text += " \(MarkdownText.escaped(trace.rulebook.version)): \(kinds.joined(separator: ", "))"
        text += " (one requirement may be carried out by several). "
        text += "\(trace.manualCount) by the judgement of a person alone. "
        return text + (trace.open.isEmpty ? "None is open." : "**\(trace.open.count) are open.**")
    }

    private func words(_ evidence: RequirementTrace.Evidence) -> String {
        var text = "`\(evidence.name)`"
        switch evidence.kind {
        case .standard: text += " (\(evidence.detail))"
        case .test: text = "test: \(MarkdownText.escaped(evidence.name))"
        case .document:
            text = "document: \(text)"
            if !evidence.detail.isEmpty { text += ", chapter `\(evidence.detail)`" }
        case .lint, .phrases, .setting, .calendar: text = "\(evidence.kind.words): \(text)"
        }
        guard evidence.isManual else { return text }
        return text + "; a person judges: " + evidence.questions.map(MarkdownText.escaped).joined(separator: " · ")
    }

    private func place(_ evidence: RequirementTrace.Evidence) -> String {
        guard let range = evidence.range else { return "" }
        let name = range.file.name
        let path = name.hasPrefix(folder) ? String(name.dropFirst(folder.count)) : name
        let line = range.start.line
        return "[\(MarkdownText.escaped(path)):\(line)](\(path)#L\(line))"
    }
}
