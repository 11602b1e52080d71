import CEL
import SourceText
import YAMLSyntax

/// Reads the fields of an entity, an action or an event.
struct FieldReader {
    let types: TypeReader
    let literals: LiteralReader

    private static let keys = KnownKeys([
        "type", "enum", "default", "min", "max", "private", "fixed", "title", "anchors",
    ])

    /// Reads a map of field name → type; `reserved` are names that every event has of its own.
    func read(
        _ node: YAMLNode, of subject: String, reserved: Set<String>, diagnostics: inout DiagnosticCollector
    ) -> [FieldDefinition] {
        if node.isNull { return [] }
        guard let mapping = node.anyMap("the fields of \(subject)", diagnostics: &diagnostics) else { return [] }
        return mapping.entries.compactMap { entry in
            guard Spelling.isIdentifier(entry.name) else {
                diagnostics.add(
                    .malformedName(
                        entry.name, for: "a field",
                        help: "use letters, digits and `_`, and no word of the language", at: entry.key.range))
                return nil
            }
            guard !reserved.contains(entry.name) else {
                diagnostics.add(
                    .malformedName(
                        entry.name, for: "a field", help: "every event has a member of this name already",
                        at: entry.key.range))
                return nil
            }
            return readField(entry, diagnostics: &diagnostics)
        }
    }

    private func readField(
        _ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector
    ) -> FieldDefinition? {
        guard case .mapping = entry.value.content else {
            guard let type = types.read(entry.value, diagnostics: &diagnostics) else { return nil }
            return FieldDefinition(
                name: entry.name, type: type, defaultValue: nil, minimum: nil, maximum: nil, isPrivate: false,
                isFixed: false, title: nil, range: entry.key.range)
        }
        let subject = "the field `\(entry.name)`"
        guard let mapping = entry.value.map(subject, keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        if mapping["type"] != nil, let words = mapping["enum"] {
            diagnostics.add(.conflictingKeys("a field has a `type` or an `enum`, not both", at: words.range))
        }
        var type: FactType?
        if let words = mapping["enum"] {
            type = types.readEnumeration(words, diagnostics: &diagnostics)
        } else if let node = mapping["type"] {
            type = types.read(node, diagnostics: &diagnostics)
        } else {
            diagnostics.add(
                .missingKey("type", in: subject, help: "write `type: money`, or `enum: […]`", at: entry.key.range))
        }
        guard let type else { return nil }
        let minimum = readBound("min", mapping, type: type, diagnostics: &diagnostics)
        let maximum = readBound("max", mapping, type: type, diagnostics: &diagnostics)
        let defaultValue = mapping["default"].flatMap { literals.read($0, as: type, diagnostics: &diagnostics) }
        checkOrder(minimum, maximum, at: mapping["max"], diagnostics: &diagnostics) {
            "`max` lies below `min`: no value can ever be given"
        }
        checkOrder(minimum, defaultValue, at: mapping["default"], diagnostics: &diagnostics) {
            "`default` lies below `min`"
        }
        checkOrder(defaultValue, maximum, at: mapping["default"], diagnostics: &diagnostics) {
            "`default` lies above `max`"
        }
        let field = FieldDefinition(
            name: entry.name, type: type, defaultValue: defaultValue, minimum: minimum, maximum: maximum,
            isPrivate: mapping["private"]?.bool("`private`", diagnostics: &diagnostics) ?? false,
            isFixed: mapping["fixed"]?.bool("`fixed`", diagnostics: &diagnostics) ?? false,
            title: mapping["title"]?.localizedText("a title", diagnostics: &diagnostics), range: entry.key.range)
        guard let node = mapping["anchors"] else { return field }
        return field.with(readAnchors(node, of: field, diagnostics: &diagnostics))
    }

    /// Reads what values of a scale mean: `{1: not at all easy, 10: very easy}`.
    private func readAnchors(
        _ node: YAMLNode, of field: FieldDefinition, diagnostics: inout DiagnosticCollector
    ) -> [FieldDefinition.Anchor] {
        guard field.type == .int || field.type == .decimal else {
            diagnostics.add(
                .conflictingKeys(
                    "`anchors` say what numbers mean, and the field `\(field.name)` is \(field.type.text)",
                    at: node.range, help: "let its type be int"))
            return []
        }
        let entries = node.anyMap("`anchors`", diagnostics: &diagnostics)?.entries ?? []
        let anchors = entries.compactMap { entry -> FieldDefinition.Anchor? in
            guard let value = literals.read(entry.key, as: field.type, diagnostics: &diagnostics),
                let text = entry.value.localizedText("an anchor", diagnostics: &diagnostics),
                let number = ExactDecimal(parsing: entry.name)
            else { return nil }
            for (bound, isLow) in [(field.minimum, true), (field.maximum, false)] {
                guard let bound, let order = isLow ? FactOrder.compare(value, bound) : FactOrder.compare(bound, value),
                    order == .less
                else { continue }
                diagnostics.add(
                    .badValue(
                        "`\(entry.name)` is no value that the field can have", help: "it goes from `min` to `max`",
                        at: entry.key.range))
            }
            return FieldDefinition.Anchor(value: number, text: text)
        }
        return anchors.sorted { $0.value < $1.value }
    }

    /// Two values of which the first must not be the greater; amounts must be of one currency.
    private func checkOrder(
        _ low: CELValue?, _ high: CELValue?, at node: YAMLNode?, diagnostics: inout DiagnosticCollector,
        _ message: () -> String
    ) {
        guard let low, let high, let node else { return }
        switch FactOrder.compare(low, high) {
        case .less, .equal: break
        case .greater: diagnostics.add(.badValue(message(), at: node.range))
        case nil: diagnostics.add(.mixedCurrencies(low, high, at: node.range))
        }
    }

    private func readBound(
        _ key: String, _ mapping: YAMLMapping, type: FactType, diagnostics: inout DiagnosticCollector
    ) -> CELValue? {
        guard let node = mapping[key] else { return nil }
        guard type.isNumeric || type == .date || type == .timestamp else {
            diagnostics.add(
                .conflictingKeys("`\(key)` has no meaning for the type \(type.text)", at: node.range))
            return nil
        }
        return literals.read(node, as: type, diagnostics: &diagnostics)
    }
}
