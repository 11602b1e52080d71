import JSONSyntax
import RulebookModel
import SourceText
public import Workbench

/// Writes which requirement is carried out by what as one JSON object.
///
/// `rulebook`, `version`, `digest`, `open` and `manual` (counts), and `requirements`, each with `id`, `title`, `place` and
/// `carriedBy`: a list of `kind`, `name`, `detail`, `place` and `questions`.
public struct RequirementJSONRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// Writes the object; it ends with a line feed.
    public func render(_ trace: RequirementTrace) -> [UInt8] {
        var writer = JSONWriter(style: .pretty)
        writer.object { writer in
            writer.member("rulebook", trace.rulebook.id)
            writer.member("version", trace.rulebook.version)
            writer.member("digest", trace.rulebook.digest)
            writer.member("open", trace.open.count)
            writer.member("manual", trace.manualCount)
            writer.name("requirements")
            writer.list { writer in
                for row in trace.rows { write(row, to: &writer) }
            }
        }
        writer.endLine()
        return writer.utf8
    }

    private func write(_ row: RequirementTrace.Row, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("id", row.requirement.id)
            writer.member("title", row.requirement.title)
            writer.member("place", row.requirement.range.place)
            writer.name("carriedBy")
            writer.list { writer in
                for evidence in row.evidence {
                    writer.object { writer in
                        writer.member("kind", evidence.kind.rawValue)
                        writer.member("name", evidence.name)
                        writer.member("detail", evidence.detail.isEmpty ? nil : evidence.detail)
                        writer.member("place", evidence.range?.place)
                        if evidence.isManual { writer.member("questions", evidence.questions) }
                    }
                }
            }
        }
    }
}
