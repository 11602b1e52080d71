import CEL
import JSONSyntax
import RulebookModel
import SourceText
import YAMLSyntax

/// Writes the values of a test's event as the JSON of the event format, by their declared types.
struct SketchWriter {
    let vocabulary: Vocabulary
    let times: TestTimeReader
    var builder = JSONDocumentBuilder()
    /// Where each fact is written, by its path, for what the reader of events says of it.
    private(set) var places: [String: SourceRange] = [:]

    init(vocabulary: Vocabulary, times: TestTimeReader) {
        self.vocabulary = vocabulary
        self.times = times
    }

    mutating func write(
        _ value: SketchValue, as type: FactType?, path: String, diagnostics: inout DiagnosticCollector
    ) {
        // Of a list the whole is named: what is wrong with one of its elements bears its path.
        if places[path] == nil { places[path] = value.range }
        switch (value, type) {
        case (.scalar(let node), .list(let element)?) where !node.isNull:
            // Where a list is expected, a single value may stand for a list of one.
            builder.beginList()
            write(value, as: element, path: path, diagnostics: &diagnostics)
            builder.endList()
        case (.scalar(let node), _): write(node, as: type, diagnostics: &diagnostics)
        case (.list(let elements, _), _):
            var element: FactType?
            if case .list(let inner)? = type { element = inner }
            builder.beginList()
            for value in elements { write(value, as: element, path: path, diagnostics: &diagnostics) }
            builder.endList()
        case (.members(let members, _), .entity(let name)?):
            let definition = vocabulary.entity(name)
            write(members, fields: definition?.fields ?? [], path: path, diagnostics: &diagnostics)
        case (.members(let members, _), _):
            var element: FactType?
            if case .map(let inner)? = type { element = inner }
            builder.beginObject()
            for member in members.members {
                builder.name(member.name)
                write(member.value, as: element, path: "\(path).\(member.name)", diagnostics: &diagnostics)
            }
            builder.endObject()
        }
    }

    /// Writes an object whose members are declared.
    mutating func write(
        _ members: SketchMembers, fields: [FieldDefinition], path: String, diagnostics: inout DiagnosticCollector
    ) {
        builder.beginObject()
        for member in members.members {
            let own = "\(path).\(member.name)"
            guard let field = fields.first(where: { $0.name == member.name }) else {
                diagnostics.add(
                    .unknownField(member.name, of: path, known: fields.map(\.name), at: member.range))
                continue
            }
            builder.name(member.name)
            write(member.value, as: field.type, path: own, diagnostics: &diagnostics)
        }
        builder.endObject()
    }

    private mutating func write(_ node: YAMLNode, as type: FactType?, diagnostics: inout DiagnosticCollector) {
        guard let scalar = node.scalar, !node.isNull else { return builder.null() }
        if type == .timestamp {
            // What is no instant is left to the reader of events.
            let instant =
                scalar.text.hasPrefix("+")
                ? times.read(node, "an instant", diagnostics: &diagnostics) : times.instant(scalar.text)
            return builder.string(instant?.description ?? scalar.text)
        }
        switch scalar.core {
        case .null: builder.null()
        case .bool(let value): builder.bool(value)
        case .integer, .float:
            if Self.isNumber(type), JSONDecimal(scalar.text) != nil {
                builder.number(scalar.text)
            } else {
                builder.string(scalar.text)
            }
        case .string: builder.string(scalar.text)
        }
    }

    /// Whether a number stands for itself; a name of a thing or a text may consist of digits.
    private static func isNumber(_ type: FactType?) -> Bool {
        switch type {
        case .int?, .decimal?, .money?, .percent?, .duration?, .bool?, nil: true
        case .string?, .timestamp?, .date?, .hours?, .locale?, .zone?, .role?, .enumeration?, .entity?, .list?, .map?:
            false
        }
    }

    /// The place of a fact, or of the nearest that holds it.
    func place(of path: String) -> SourceRange? {
        var parts = path.split(separator: ".", omittingEmptySubsequences: false)
        while !parts.isEmpty {
            if let place = places[parts.joined(separator: ".")] { return place }
            parts.removeLast()
        }
        return nil
    }

    /// Notes where a member of the event itself is written.
    mutating func note(_ path: String, at range: SourceRange) { places[path] = range }
}
