import CEL
import SourceText
import YAMLSyntax

/// Reads the rows of `choose:`: a value each, and when it is the one.
struct ChoiceReader {
    /// The most rows; each is compared with each, to be sure that no two overlap.
    static let rowCountMax = 1_000

    let settings: SettingsReader
    /// The type that the setting declares, where it does.
    let declared: FactType?

    private static let rowKeys = KnownKeys(["value", "from", "until", "for"])
    private static let lowerKeys = ["at_least", "over"]
    private static let upperKeys = ["up_to", "at_most", "under"]
    private static let bandKeys = KnownKeys(lowerKeys + upperKeys)

    /// Reads the rows; nil where something was reported.
    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> (SettingType, [ChoiceRow])? {
        let elements = node.oneOrMore
        guard !elements.isEmpty, !node.isNull else {
            let found = node.isNull ? "nothing" : "an empty list"
            node.refuse("`choose`", expected: "a list of rows", found: found, diagnostics: &diagnostics)
            return nil
        }
        guard elements.count <= Self.rowCountMax else {
            diagnostics.add(
                .badValue(
                    "a choice has at most \(Self.rowCountMax) rows",
                    help: "write a table, and read it as in `settings.NAME[customer.tier]`", at: node.range))
            return nil
        }
        var rows: [ChoiceRow] = []
        var first: (type: SettingType, range: SourceRange)?
        for element in elements {
            guard let (row, type, range) = readRow(element, diagnostics: &diagnostics) else { continue }
            if let first, first.type != type {
                diagnostics.add(.mixedTypes(first.type.text, type.text, at: range, other: first.range))
                continue
            }
            first = first ?? (type, range)
            rows.append(row)
        }
        guard let first, rows.count == elements.count else { return nil }
        for (index, row) in rows.enumerated() {
            if let other = rows[..<index].first(where: { $0.overlaps(row) }) {
                diagnostics.add(.overlappingRows(at: row.range, other: other.range))
            }
        }
        return (first.type, rows)
    }

    private func readRow(
        _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> (ChoiceRow, SettingType, SourceRange)? {
        guard let mapping = node.map("a row of `choose`", keys: Self.rowKeys, diagnostics: &diagnostics) else {
            return nil
        }
        let period = PeriodReader(zone: settings.zone).read(mapping, diagnostics: &diagnostics)
        let cells = mapping["for"].map { readCells($0, diagnostics: &diagnostics) } ?? []
        guard let valueNode = mapping["value"] else {
            diagnostics.add(.missingKey("value", in: "a row of `choose`", at: node.range))
            return nil
        }
        guard let (type, value) = settings.readValue(valueNode, declared: declared, diagnostics: &diagnostics),
            let cells
        else { return nil }
        return (ChoiceRow(value: value, period: period, cells: cells, range: node.range), type, valueNode.range)
    }

    private func readCells(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> [ChoiceCell]? {
        guard let mapping = node.anyMap("`for`", diagnostics: &diagnostics) else { return nil }
        if mapping.entries.isEmpty {
            node.refuse("`for`", expected: "at least one fact", found: "an empty map", diagnostics: &diagnostics)
        }
        let cells = mapping.entries.compactMap { readCell($0, diagnostics: &diagnostics) }
        return cells.count == mapping.entries.count ? cells : nil
    }

    private func readCell(_ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector) -> ChoiceCell? {
        let resolver = FactResolver(vocabulary: settings.vocabulary)
        guard let (path, type) = resolver.entityFact(entry.name, range: entry.key.range, diagnostics: &diagnostics)
        else { return nil }
        switch type {
        case .entity, .list, .map:
            diagnostics.add(.noSingleValue(entry.name, type, at: entry.key.range))
            return nil
        default: break
        }
        if case .mapping(let bounds) = entry.value.content {
            return readBand(bounds, node: entry.value, path: path, type: type, diagnostics: &diagnostics)
        }
        let nodes = entry.value.oneOrMore
        if nodes.isEmpty {
            entry.value.refuse(
                "`for`", expected: "at least one value", found: "an empty list", diagnostics: &diagnostics)
        }
        let values = nodes.compactMap { settings.literals.read($0, as: type, diagnostics: &diagnostics) }
        guard !values.isEmpty, values.count == nodes.count else { return nil }
        return ChoiceCell(path: path, type: type, test: .anyOf(values))
    }

    private func readBand(
        _ bounds: YAMLMapping, node: YAMLNode, path: [String], type: FactType, diagnostics: inout DiagnosticCollector
    ) -> ChoiceCell? {
        guard type.isOrdered else {
            diagnostics.add(
                .conflictingKeys(
                    "values of the type \(type.text) have no order", at: node.range,
                    help: "name the values: one, or a list of them"))
            return nil
        }
        guard node.map("a band", keys: Self.bandKeys, diagnostics: &diagnostics) != nil else { return nil }
        func bound(_ keys: [String]) -> (node: YAMLNode, value: CELValue, isIncluded: Bool)? {
            let written = keys.filter { bounds[$0] != nil }
            if written.count > 1, let second = bounds[written[1]] {
                diagnostics.add(.conflictingKeys("a band has one lower and one upper bound", at: second.range))
            }
            guard let key = written.first, let node = bounds[key],
                let value = settings.literals.read(node, as: type, diagnostics: &diagnostics)
            else { return nil }
            return (node, value, key != "over" && key != "under")
        }
        let lower = bound(Self.lowerKeys)
        let upper = bound(Self.upperKeys)
        if bounds.entries.isEmpty {
            node.refuse("a band", expected: "a bound, as in {at_least: 1}", found: "empty", diagnostics: &diagnostics)
        }
        let test = ChoiceCell.Test.band(
            lower: lower?.value, lowerIncluded: lower?.isIncluded ?? true, upper: upper?.value,
            upperIncluded: upper?.isIncluded ?? true)
        if test.isEmpty, let range = upper?.node.range {
            diagnostics.add(
                .badValue("no value lies in this band", help: "the upper bound must lie above the lower", at: range))
        }
        return ChoiceCell(path: path, type: type, test: test)
    }
}
