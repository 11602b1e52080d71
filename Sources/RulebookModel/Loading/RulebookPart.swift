import SourceText

/// The parts of a rulebook that are events to its own standards: `on: rulebook.standard` is a standard about standards.
package enum RulebookPart: String, CaseIterable, Sendable {
    /// A standard.
    case standard = "rulebook.standard"
    /// A standard that is a metric.
    case metric = "rulebook.metric"
    /// A field of an entity, an action or an event.
    case field = "rulebook.field"

    /// Whether one of the texts speaks of parts of the rulebook.
    static func areNamed(in files: [SourceFile]) -> Bool {
        let prefix = Array(VocabularyReader.reservedPrefix.utf8)
        let names = allCases.map { Array($0.rawValue.utf8.dropFirst(prefix.count - 1)) }
        return files.contains { file in
            file.utf8.withUnsafeBufferPointer { bytes in
                for dot in bytes.indices.dropFirst(prefix.count - 1) where bytes[dot] == UInt8(ascii: ".") {
                    guard bytes[(dot + 1 - prefix.count)...dot].elementsEqual(prefix) else { continue }
                    let rest = bytes[dot...]
                    if names.contains(where: { rest.starts(with: $0) }) { return true }
                }
                return false
            }
        }
    }

    /// The event that such a part is.
    func definition(at range: SourceRange) -> EventDefinition {
        EventDefinition(
            name: rawValue, kind: .occurrence, about: [],
            fields: fields.map { name, type in
                FieldDefinition(
                    name: name, type: type, defaultValue: nil, minimum: nil, maximum: nil, isPrivate: false,
                    isFixed: true, title: nil, range: range)
            }, title: nil, range: range)
    }

    /// The fields, in the order of the documentation.
    private var fields: [(String, FactType)] {
        let words: [(String, FactType)] = [
            ("name", .string), ("title", .string), ("because", .string), ("source", .string), ("owner", .string),
            ("locales", .list(.string)), ("file", .string),
        ]
        switch self {
        case .standard:
            return words + [
                ("severity", .enumeration(Severity.allCases.map(\.rawValue))),
                ("force", .enumeration(Force.allCases.map(\.rawValue))),
                ("body", .enumeration(["require", "forbid", "allowance", "timeline", "metric", "manual"])),
                ("otherwise", .enumeration(["deny", "justify", "escalate", "note"])), ("about", .list(.string)),
                ("has_scope", .bool), ("has_exception", .bool), ("has_limit", .bool), ("has_unit", .bool),
                ("has_words", .bool), ("has_remedy", .bool), ("has_end", .bool), ("clauses", .int),
            ]
        case .metric:
            return words + [
                ("measure", .string), ("of", .string), ("per", .list(.string)), ("period", .string),
                ("has_goal", .bool), ("is_related", .bool),
                ("sample", .int),
            ]
        case .field:
            return [
                ("name", .string), ("title", .string), ("locales", .list(.string)), ("file", .string),
                ("owner", .string), ("kind", .enumeration(["entity", "action", "event"])), ("type", .string),
                ("private", .bool), ("fixed", .bool), ("has_default", .bool), ("has_bounds", .bool),
            ]
        }
    }
}
