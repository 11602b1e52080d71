import CEL
import SourceText
import YAMLSyntax

/// Reads `settings:`: values, tables of values, and choices by dates and facts.
struct SettingsReader {
    /// The deepest table.
    static let tableDepthMax = 6

    let literals: LiteralReader
    let types: TypeReader
    let vocabulary: Vocabulary
    let zone: CELTimeZone

    private static let objectKeys = KnownKeys(["value", "choose", "type", "title"])

    /// Reads one setting; nil where it was reported.
    func read(_ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector) -> Setting? {
        guard Spelling.isIdentifier(entry.name) else {
            diagnostics.add(
                .malformedName(
                    entry.name, for: "a setting", help: "use letters, digits and `_`, and no word of the language",
                    at: entry.key.range))
            return nil
        }
        guard case .mapping(let mapping) = entry.value.content,
            mapping.entries.contains(where: { Self.objectKeys.names.contains($0.name) })
        else {
            return readValue(entry.value, declared: nil, diagnostics: &diagnostics).map { type, value in
                Setting(name: entry.name, title: nil, type: type, content: .constant(value), range: entry.key.range)
            }
        }
        let subject = "the setting `\(entry.name)`"
        _ = entry.value.map(subject, keys: Self.objectKeys, diagnostics: &diagnostics)
        let title = mapping["title"]?.localizedText("a title", diagnostics: &diagnostics)
        let declared = mapping["type"].flatMap { types.read($0, diagnostics: &diagnostics) }
        let hasBrokenType = mapping["type"] != nil && declared == nil
        switch (mapping["value"], mapping["choose"]) {
        case (let value?, nil):
            guard !hasBrokenType, let (type, value) = readValue(value, declared: declared, diagnostics: &diagnostics)
            else { return nil }
            return Setting(
                name: entry.name, title: title, type: type, content: .constant(value), range: entry.key.range)
        case (nil, let rows?):
            let reader = ChoiceReader(settings: self, declared: declared)
            guard !hasBrokenType, let (type, rows) = reader.read(rows, diagnostics: &diagnostics) else { return nil }
            return Setting(
                name: entry.name, title: title, type: type, content: .choice(rows), range: entry.key.range)
        case (.some, let rows?):
            diagnostics.add(
                .conflictingKeys(
                    "\(subject) has a `value` or a `choose`, not both", at: rows.range, help: "leave one of them out"))
        case (nil, nil):
            diagnostics.add(
                .missingKey(
                    "value", in: subject, help: "write `value: …`, or rows under `choose:`", at: entry.key.range))
        }
        return nil
    }

    // MARK: Values and tables

    /// Reads a value, a list or a table, of a type that was declared or that the spelling shows.
    func readValue(
        _ node: YAMLNode, declared: FactType?, depth: Int = 0, diagnostics: inout DiagnosticCollector
    ) -> (type: SettingType, value: CELValue)? {
        switch node.content {
        case .scalar(let scalar):
            if node.isNull || node.isBroken {
                node.refuse("a setting", expected: "a value", diagnostics: &diagnostics)
                return nil
            }
            let type = declared ?? inferType(node, scalar)
            return literals.read(node, as: type, diagnostics: &diagnostics).map { (.value(type), $0) }
        case .sequence(let elements):
            return readList(elements, node: node, declared: declared, diagnostics: &diagnostics)
        case .mapping(let mapping):
            if declared == .hours || declared?.isMap == true {
                return declared.flatMap { type in
                    literals.read(node, as: type, diagnostics: &diagnostics).map { (.value(type), $0) }
                }
            }
            return readTable(mapping, node: node, declared: declared, depth: depth, diagnostics: &diagnostics)
        }
    }

    private func readTable(
        _ mapping: YAMLMapping, node: YAMLNode, declared: FactType?, depth: Int,
        diagnostics: inout DiagnosticCollector
    ) -> (type: SettingType, value: CELValue)? {
        guard depth < Self.tableDepthMax else {
            diagnostics.add(.badValue("a table is at most \(Self.tableDepthMax) levels deep", at: node.range))
            return nil
        }
        var pairs: [(CELValue, CELValue)] = []
        var first: (type: SettingType, range: SourceRange)?
        for entry in mapping.entries {
            guard
                let (type, value) = readValue(
                    entry.value, declared: declared, depth: depth + 1, diagnostics: &diagnostics)
            else { continue }
            if let first, first.type != type {
                diagnostics.add(.mixedTypes(first.type.text, type.text, at: entry.value.range, other: first.range))
                continue
            }
            first = first ?? (type, entry.value.range)
            pairs.append((.string(CELString(entry.name)), value))
        }
        if mapping.entries.isEmpty {
            node.refuse("a table", expected: "a map of values", found: "an empty map", diagnostics: &diagnostics)
        }
        guard let first, pairs.count == mapping.entries.count else { return nil }
        return (.table(first.type), .map(.unique(pairs)))
    }

    private func readList(
        _ elements: [YAMLNode], node: YAMLNode, declared: FactType?, diagnostics: inout DiagnosticCollector
    ) -> (type: SettingType, value: CELValue)? {
        var elementType = declared
        if case .list(let element) = declared { elementType = element }
        var values: [CELValue] = []
        var first: (type: FactType, range: SourceRange)?
        for element in elements {
            guard case .scalar(let scalar) = element.content, !element.isNull, !element.isBroken else {
                element.refuse("an element of a setting", expected: "a value", diagnostics: &diagnostics)
                continue
            }
            let type = elementType ?? inferType(element, scalar)
            if let first, first.type != type {
                diagnostics.add(.mixedTypes(first.type.text, type.text, at: element.range, other: first.range))
                continue
            }
            first = first ?? (type, element.range)
            if let value = literals.read(element, as: type, diagnostics: &diagnostics) { values.append(value) }
        }
        guard let type = first?.type ?? elementType else {
            if elements.isEmpty {
                node.refuse(
                    "a setting", expected: "a list with at least one value, or with a `type`", found: "an empty list",
                    diagnostics: &diagnostics)
            }
            return nil
        }
        guard values.count == elements.count else { return nil }
        return (.list(type), .list(CELList(values)))
    }

    /// The type that a value's own spelling shows.
    ///
    /// What looks like an amount, a date or a length of time is read as one, so that a slip in it is an error and not
    /// a text.
    private func inferType(_ node: YAMLNode, _ scalar: YAMLScalar) -> FactType {
        switch scalar.core {
        case .bool: return .bool
        case .integer: return .int
        case .float: return .decimal
        case .null, .string: break
        }
        for type in [FactType.percent, .duration, .date, .timestamp] where literals.value(node, as: type) != nil {
            return type
        }
        guard let first = scalar.text.utf8.first, first < UInt8(ascii: ":"), first >= UInt8(ascii: "+") else {
            return .string
        }
        let words = scalar.text.split(separator: " ")
        if words.count == 2, words[1].utf8.count == 3, Currency.codes.contains(words[1].uppercased()) { return .money }
        if Self.hasShapeOfDate(scalar.text) { return .date }
        if case .calendarUnit? = Self.durationError(scalar.text) { return .duration }
        return .string
    }

    private static func hasShapeOfDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.utf8.count) == [4, 2, 2]
            && parts.allSatisfy { $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }
    }

    private static func durationError(_ text: String) -> TimeSpan.ParsingError? {
        do {
            _ = try TimeSpan(parsing: text)
            return nil
        } catch {
            return error
        }
    }
}
