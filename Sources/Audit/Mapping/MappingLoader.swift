import CEL
import RulebookModel
import SourceText
import YAMLSyntax

/// Reads a mapping: text → located tree → row kinds, with everything that is wrong at once.
struct MappingLoader {
    private static let rootKeys = ["mapping", "title", "format", "separator", "complete_from", "each", "rows"]
    private static let testKeys = ["present", "absent"]
    /// Members of the envelope that hold a value.
    static let envelopeKeys = ["id", "time", "channel", "interaction", "case", "reason", "recorded_by"]
    private static let approvalKeys = ["id", "by", "role", "at"]
    static let rowKeys = ["where", "event", "data", "approval"] + envelopeKeys

    /// The paths met so far, by their text.
    var paths: [String: RowPath] = [:]
    /// Whether rows are records, so that a path is the name of a column.
    var isTable = false

    mutating func load(_ file: SourceFile, diagnostics: inout DiagnosticCollector) -> MappingFile? {
        let errorsBefore = diagnostics.errorCount
        guard let document = YAMLDocument.parse(file, diagnostics: &diagnostics) else { return nil }
        guard !document.root.isNull else {
            diagnostics.add(
                .mapping(
                    .mappingEmpty, "there is nothing in this mapping", at: document.root.range,
                    help: "begin with `mapping:` and a name"))
            return nil
        }
        let mapping = read(document.root, file: file, diagnostics: &diagnostics)
        return diagnostics.errorCount == errorsBefore ? mapping : nil
    }

    private mutating func read(
        _ root: YAMLNode, file: SourceFile, diagnostics: inout DiagnosticCollector
    ) -> MappingFile? {
        guard let map = root.keyed("a mapping", keys: Self.rootKeys, diagnostics: &diagnostics) else { return nil }
        for (key, help) in [
            ("mapping", "begin with `mapping:` and a name"), ("rows", "list the kinds of rows under `rows:`"),
        ] where map[key] == nil {
            diagnostics.add(.mappingMissingKey(key, in: "a mapping", help: help, at: root.range))
        }
        let name = map["mapping"].flatMap { $0.words("the mapping's name", diagnostics: &diagnostics) }
        let format = readFormat(map, diagnostics: &diagnostics)
        isTable = format != .jsonLines
        let each = map["each"].flatMap { readEach($0, diagnostics: &diagnostics) }
        var rowKinds: [RowKind] = []
        if let rows = map["rows"] {
            let nodes = rows.sequence ?? [rows]
            if nodes.isEmpty {
                diagnostics.add(
                    .mappingWrongKind(
                        "`rows`", expected: "at least one kind of row", found: "an empty list", at: rows.range))
            }
            for node in nodes {
                if let kind = readRowKind(node, diagnostics: &diagnostics) { rowKinds.append(kind) }
            }
        }
        return MappingFile(
            name: name ?? "", title: map["title"].flatMap { readTitle($0, diagnostics: &diagnostics) }, format: format,
            completeFrom: map["complete_from"].flatMap { readInstant($0, diagnostics: &diagnostics) }, each: each,
            rowKinds: rowKinds, paths: paths.values.sorted { $0.number < $1.number }, file: file)
    }

    /// `each: events`: the elements of the list `events` are rows, and `events.*.text` is a member of one.
    private func readEach(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> RowPath? {
        guard let text = node.words("`each`", diagnostics: &diagnostics) else { return nil }
        guard !isTable else {
            diagnostics.add(
                .mapping(
                    .mappingConflictingKeys, "`each` belongs to JSON, and the format is `csv`", at: node.range,
                    help: "leave it out: each record is a row"))
            return nil
        }
        let names = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !names.contains(""), !names.contains(RowPath.element) else {
            diagnostics.add(
                .mapping(
                    .mappingBadValue, "`\(text)` is no path of a list", at: node.range,
                    help: "write names with dots between, as in `events`"))
            return nil
        }
        return RowPath(number: -1, text: text, names: names)
    }

    /// `complete_from: 2015-01-01T00:00:00-05:00`: a mapping knows no zone of its own.
    private func readInstant(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> CELTimestamp? {
        guard let text = node.words("`complete_from`", diagnostics: &diagnostics) else { return nil }
        if let instant = CELTimestamp(parsing: text) { return instant }
        diagnostics.add(
            .mapping(
                .mappingBadValue, "`\(text)` is no instant", at: node.range,
                help: "write it with its offset, as in 2015-01-01T00:00:00-05:00"))
        return nil
    }

    private func readTitle(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> LocalizedText? {
        let pairs = node.mapping?.entries.map { ($0.name, $0.value) } ?? [("", node)]
        let entries = pairs.compactMap { locale, value in
            value.words("a title", diagnostics: &diagnostics).map { LocalizedText.Entry(locale: locale, text: $0) }
        }
        return entries.isEmpty ? nil : LocalizedText(entries: entries, range: node.range)
    }

    private func readFormat(_ map: YAMLMapping, diagnostics: inout DiagnosticCollector) -> MappingFile.Format {
        let separator = map["separator"]
        guard let node = map["format"] else {
            if let separator {
                diagnostics.add(
                    .mapping(
                        .mappingConflictingKeys, "`separator` belongs to tables", at: separator.range,
                        help: "say `format: csv`"))
            }
            return .jsonLines
        }
        guard let word = node.words("`format`", diagnostics: &diagnostics) else { return .jsonLines }
        switch word {
        case "csv":
            guard let separator else { return .csv(separator: ",") }
            return .csv(separator: readSeparator(separator, diagnostics: &diagnostics))
        case "jsonl":
            if let separator {
                diagnostics.add(
                    .mapping(
                        .mappingConflictingKeys, "`separator` belongs to tables, and the format is `jsonl`",
                        at: separator.range, help: "say `format: csv`, or leave the separator out"))
            }
        default:
            diagnostics.add(.mappingUnknownWord(word, for: "format", known: ["jsonl", "csv"], at: node.range))
        }
        return .jsonLines
    }

    private func readSeparator(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> String {
        guard let text = node.words("`separator`", diagnostics: &diagnostics) else { return "," }
        if text == "tab" { return "\t" }
        guard [",", ";", "\t", "|"].contains(text) else {
            diagnostics.add(
                .mapping(
                    .mappingBadValue, "`\(text)` is no separator", at: node.range,
                    help: "write \",\", \";\", \"|\" or tab"))
            return ","
        }
        return text
    }

    // MARK: Row kinds

    private mutating func readRowKind(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> RowKind? {
        guard let map = node.plainMap("a kind of row", diagnostics: &diagnostics) else { return nil }
        let conditions = map["where"].map { readConditions($0, diagnostics: &diagnostics) } ?? []
        var type: MappedValue?
        if let event = map["event"] {
            type = readType(event, diagnostics: &diagnostics)
        } else {
            diagnostics.add(
                .mappingMissingKey(
                    "event", in: "a kind of row", help: "name the event's type, or where it stands: `{path: …}`",
                    at: node.range))
        }
        var envelope: [MappedMember] = []
        var entities: [MappedMember] = []
        for entry in map.entries where !["where", "event", "data"].contains(entry.name) {
            if entry.name == "approval" {
                envelope += readApproval(entry, diagnostics: &diagnostics)
            } else if Self.envelopeKeys.contains(entry.name) {
                envelope += readMember(entry, place: entry.name == "time" ? .time : .scalar, diagnostics: &diagnostics)
            } else {
                entities += readEntity(entry, diagnostics: &diagnostics)
            }
        }
        let fields = map["data"].map { readFields($0, diagnostics: &diagnostics) } ?? []
        guard let type else { return nil }
        return RowKind(
            conditions: conditions, type: type, envelope: envelope, entities: entities, fields: fields,
            range: node.range)
    }

    private mutating func readApproval(
        _ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector
    ) -> [MappedMember] {
        if let map = entry.value.mapping, map["path"] == nil {
            for member in map.entries where !Self.approvalKeys.contains(member.name) {
                diagnostics.add(
                    .mappingUnknownKey(
                        member.name, in: "`approval`", known: Self.approvalKeys, at: member.key.range))
            }
        }
        return readMember(entry, place: .object, diagnostics: &diagnostics)
    }

    /// An entity; a name that is nearly a member of every event is a slip.
    private mutating func readEntity(
        _ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector
    ) -> [MappedMember] {
        let isMembers = entry.value.mapping.map { $0["path"] == nil && $0["constant"] == nil } ?? false
        if !isMembers, nearestName(to: entry.name, among: Self.rowKeys) != nil {
            diagnostics.add(
                .mappingUnknownKey(entry.name, in: "a kind of row", known: Self.rowKeys, at: entry.key.range))
            return []
        }
        return readMember(entry, place: .object, diagnostics: &diagnostics)
    }

    private mutating func readFields(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> [MappedMember] {
        guard let map = node.plainMap("`data`", diagnostics: &diagnostics) else { return [] }
        return map.entries.flatMap { readMember($0, place: .object, diagnostics: &diagnostics) }
    }

    // MARK: Conditions

    private mutating func readConditions(
        _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> [RowCondition] {
        guard let map = node.plainMap("`where`", diagnostics: &diagnostics) else { return [] }
        return map.entries.compactMap { entry in
            guard let path = path(entry.name, at: entry.key.range, diagnostics: &diagnostics),
                let test = readTest(entry.value, diagnostics: &diagnostics)
            else { return nil }
            return RowCondition(path: path, test: test, range: entry.key.range.union(entry.value.range))
        }
    }

    private func readTest(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> RowCondition.Test? {
        guard let map = node.mapping else {
            let nodes = node.sequence ?? [node]
            let texts = nodes.compactMap { $0.words("a value", diagnostics: &diagnostics) }
            if nodes.isEmpty {
                diagnostics.add(
                    .mappingWrongKind(
                        "a condition", expected: "at least one value", found: "an empty list", at: node.range))
            }
            return texts.isEmpty ? nil : .anyOf(texts)
        }
        _ = node.keyed("a condition", keys: Self.testKeys, diagnostics: &diagnostics)
        guard map.entries.count == 1, let entry = map.entries.first, Self.testKeys.contains(entry.name),
            let flag = entry.value.flag("`\(entry.name)`", diagnostics: &diagnostics)
        else {
            if map.entries.count != 1 {
                diagnostics.add(
                    .mapping(
                        .mappingConflictingKeys, "a condition asks one thing", at: node.range,
                        help: "write a value, a list of values, {present: true} or {absent: true}"))
            }
            return nil
        }
        return (entry.name == "present") == flag ? .present : .absent
    }
}
