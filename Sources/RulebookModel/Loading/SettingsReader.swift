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
    private static let rowKeys = KnownKeys(["value", "from", "until", "for"])
    private static let bandKeys = KnownKeys(["at_least", "over", "up_to", "at_most", "under"])

    /// Reads one setting; nil where it was reported.
    func read(_ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector) -> Setting? {
        guard Spelling.isIdentifier(entry.name) else {
            diagnostics.add(
                .malformedName(
                    entry.name, for: "a setting", help: "use letters, digits and `_`", at: entry.key.range))
            return nil
        }
        guard case .mapping(let mapping) = entry.value.content,
            mapping["value"] != nil || mapping["choose"] != nil
        else {
            guard let (type, value) = readValue(entry.value, declared: nil, diagnostics: &diagnostics) else {
                return nil
            }
            return Setting(
                name: entry.name, title: nil, type: type, content: .constant(value), range: entry.key.range)
        }
        let subject = "the setting `\(entry.name)`"
        _ = entry.value.map(subject, keys: Self.objectKeys, diagnostics: &diagnostics)
        let title = mapping["title"]?.localizedText("a title", diagnostics: &diagnostics)
        let declared = mapping["type"].flatMap { types.read($0, diagnostics: &diagnostics) }
        if mapping["type"] != nil, declared == nil { return nil }
        switch (mapping["value"], mapping["choose"]) {
        case (let value?, nil):
            guard let (type, value) = readValue(value, declared: declared, diagnostics: &diagnostics) else {
                return nil
            }
            return Setting(
                name: entry.name, title: title, type: type, content: .constant(value), range: entry.key.range)
        case (nil, let rows?):
            guard let (type, rows) = readChoice(rows, declared: declared, diagnostics: &diagnostics) else {
                return nil
            }
            return Setting(
                name: entry.name, title: title, type: type, content: .choice(rows), range: entry.key.range)
        default:
            diagnostics.add(
                .conflictingKeys("\(subject) has a `value` or a `choose`, not both", at: entry.key.range))
            return nil
        }
    }

    // MARK: Values and tables

    private func readValue(
        _ node: YAMLNode, declared: FactType?, depth: Int = 0, diagnostics: inout DiagnosticCollector
    ) -> (SettingType, CELValue)? {
        switch node.content {
        case .scalar(let scalar):
            if case .null = scalar.core {
                diagnostics.add(.wrongKind("a setting", expected: "a value", found: "nothing", at: node.range))
                return nil
            }
            let type = declared ?? inferType(node, scalar)
            return literals.read(node, as: type, diagnostics: &diagnostics).map { (.value(type), $0) }
        case .sequence(let elements):
            return readList(elements, node: node, declared: declared, diagnostics: &diagnostics)
        case .mapping(let mapping):
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
                else { return nil }
                if let first, first.type != type {
                    diagnostics.add(
                        .mixedTypes(first.type.text, type.text, at: entry.value.range, other: first.range))
                    return nil
                }
                first = first ?? (type, entry.value.range)
                pairs.append((.string(CELString(entry.name)), value))
            }
            guard let first else {
                diagnostics.add(.wrongKind("a table", expected: "a map of values", found: "an empty map", at: node.range))
                return nil
            }
            return (.table(first.type), .map(.unique(pairs)))
        }
    }

    private func readList(
        _ elements: [YAMLNode], node: YAMLNode, declared: FactType?, diagnostics: inout DiagnosticCollector
    ) -> (SettingType, CELValue)? {
        var elementType = declared
        if case .list(let element) = declared { elementType = element }
        var values: [CELValue] = []
        var first: (type: FactType, range: SourceRange)?
        for element in elements {
            guard case .scalar(let scalar) = element.content else {
                diagnostics.add(
                    .wrongKind("an element of a setting", expected: "a value", found: element.kindName, at: element.range))
                return nil
            }
            let type = elementType ?? inferType(element, scalar)
            if let first, first.type != type {
                diagnostics.add(.mixedTypes(first.type.text, type.text, at: element.range, other: first.range))
                return nil
            }
            first = first ?? (type, element.range)
            guard let value = literals.read(element, as: type, diagnostics: &diagnostics) else { return nil }
            values.append(value)
        }
        guard let type = first?.type ?? elementType else {
            diagnostics.add(
                .wrongKind("a setting", expected: "a list with at least one value, or a `type`", found: "an empty list", at: node.range))
            return nil
        }
        return (.list(type), .list(CELList(values)))
    }

    /// The type that a value's own spelling shows.
    private func inferType(_ node: YAMLNode, _ scalar: YAMLScalar) -> FactType {
        switch scalar.core {
        case .bool: return .bool
        case .integer: return .int
        case .float: return .decimal
        case .null, .string:
            for type in [FactType.money, .percent, .duration, .date, .timestamp]
            where literals.value(node, as: type) != nil && !(type == .money && !scalar.text.contains(" ")) {
                return type
            }
            return .string
        }
    }

    // MARK: Choices

    private func readChoice(
        _ node: YAMLNode, declared: FactType?, diagnostics: inout DiagnosticCollector
    ) -> (SettingType, [ChoiceRow])? {
        guard case .sequence(let elements) = node.content, !elements.isEmpty else {
            diagnostics.add(.wrongKind("`choose`", expected: "a list of rows", found: node.kindName, at: node.range))
            return nil
        }
        var rows: [ChoiceRow] = []
        var first: (type: SettingType, range: SourceRange)?
        for element in elements {
            guard let mapping = element.map("a row of `choose`", keys: Self.rowKeys, diagnostics: &diagnostics)
            else { continue }
            guard let valueNode = mapping["value"] else {
                diagnostics.add(.missingKey("value", in: "a row of `choose`", at: element.range))
                continue
            }
            guard let (type, value) = readValue(valueNode, declared: declared, diagnostics: &diagnostics) else {
                continue
            }
            if let first, first.type != type {
                diagnostics.add(.mixedTypes(first.type.text, type.text, at: valueNode.range, other: first.range))
                continue
            }
            first = first ?? (type, valueNode.range)
            let period = PeriodReader(zone: zone).read(mapping, diagnostics: &diagnostics)
            let cells = mapping["for"].map { readCells($0, diagnostics: &diagnostics) } ?? []
            rows.append(ChoiceRow(value: value, period: period, cells: cells, range: element.range))
        }
        guard let first, rows.count == elements.count else { return nil }
        for (index, row) in rows.enumerated() {
            if let other = rows[..<index].first(where: { $0.overlaps(row) }) {
                diagnostics.add(.overlappingRows(at: row.range, other: other.range))
            }
        }
        return (first.type, rows)
    }

    private func readCells(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> [ChoiceCell] {
        guard let mapping = node.anyMap("`for`", diagnostics: &diagnostics) else { return [] }
        let resolver = FactResolver(vocabulary: vocabulary)
        return mapping.entries.compactMap { entry in
            guard let (path, type) = resolver.entityFact(entry.name, range: entry.key.range, diagnostics: &diagnostics)
            else { return nil }
            if case .mapping(let bounds) = entry.value.content {
                _ = entry.value.map("a band", keys: Self.bandKeys, diagnostics: &diagnostics)
                return readBand(bounds, path: path, type: type, diagnostics: &diagnostics)
            }
            let values = entry.value.oneOrMore.compactMap { literals.read($0, as: type, diagnostics: &diagnostics) }
            return ChoiceCell(path: path, type: type, test: .anyOf(values))
        }
    }

    private func readBand(
        _ bounds: YAMLMapping, path: [String], type: FactType, diagnostics: inout DiagnosticCollector
    ) -> ChoiceCell? {
        func bound(_ keys: [(String, Bool)]) -> (CELValue, Bool)? {
            for (key, included) in keys {
                if let node = bounds[key], let value = literals.read(node, as: type, diagnostics: &diagnostics) {
                    return (value, included)
                }
            }
            return nil
        }
        let lower = bound([("at_least", true), ("over", false)])
        let upper = bound([("up_to", true), ("at_most", true), ("under", false)])
        return ChoiceCell(
            path: path, type: type,
            test: .band(
                lower: lower?.0, lowerIncluded: lower?.1 ?? true, upper: upper?.0, upperIncluded: upper?.1 ?? true))
    }
}

extension SettingType {
    /// The type as people read it.
    public var text: String {
        switch self {
        case .value(let type): type.text
        case .list(let type): "list(\(type.text))"
        case .table(let type): "table of \(type.text)"
        }
    }

    /// The type in the expression language.
    var factType: FactType {
        switch self {
        case .value(let type): type
        case .list(let type): .list(type)
        case .table(let type): .map(type.factType)
        }
    }
}
