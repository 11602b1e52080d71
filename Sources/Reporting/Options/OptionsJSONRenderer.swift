import JSONSyntax
public import RulebookEngine

/// Writes what an agent may do as a JSON array, one element an action.
///
/// Each has `action`, `listed`, `outcome`, `approver` (where it needs one), `missing`, and `fields`: for each open choice
/// its `field` and `segments`, each with `from`, `to` (null without limit), `outcome`, `approver`, `missing` and `depends_on`.
public struct OptionsJSONRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// Writes the options in the order given.
    ///
    /// - Returns: a JSON text that ends with a line feed.
    public func render(_ options: [ActionOptions]) -> [UInt8] {
        var writer = JSONWriter(style: .pretty)
        writer.list { writer in
            for action in options {
                writer.object { writer in
                    writer.member("action", action.action)
                    writer.member("listed", action.isListed)
                    write(action.outcome, action.approver, action.missing, to: &writer)
                    writer.name("fields")
                    writer.list { writer in
                        for field in action.fields { write(field, to: &writer) }
                    }
                }
            }
        }
        writer.endLine()
        return writer.utf8
    }

    private func write(_ field: ActionOptions.Field, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("field", field.name)
            writer.name("segments")
            writer.list { writer in
                for segment in field.segments {
                    writer.object { writer in
                        writer.member("from", segment.from)
                        writer.member("to", segment.to)
                        write(segment.outcome, segment.approver, segment.missing, to: &writer)
                        writer.member("depends_on", segment.dependsOn)
                    }
                }
            }
        }
    }

    private func write(_ outcome: Outcome, _ approver: String?, _ missing: [String], to writer: inout JSONWriter) {
        writer.member("outcome", outcome.rawValue)
        writer.member("approver", ifPresent: approver)
        writer.member("missing", missing)
    }
}
