import CEL
import JSONSyntax
import RulebookModel
import SourceText
import YAMLSyntax

/// Reading of values: where a member comes from, and how.
extension MappingLoader {
    /// What may stand at a place.
    enum ValuePlace {
        /// A single value.
        case scalar
        /// The event's time, which may be the instant of the audit.
        case time
        /// A value or an object put together of members.
        case object
    }

    private static let sourceKeys = ["path", "constant", "as_of"]
    private static let valueKeys = sourceKeys + ["currency", "zone", "format", "empty", "values", "rename"]
    /// How deep objects that are put together may nest.
    private static let memberDepthMax = 8

    /// Reads a member; empty where it was reported.
    mutating func readMember(
        _ entry: YAMLMapping.Entry, place: ValuePlace, depth: Int = 1, diagnostics: inout DiagnosticCollector
    ) -> [MappedMember] {
        guard Self.isName(entry.name) else {
            diagnostics.add(
                .mapping(
                    .mappingMalformedName, "`\(entry.name)` cannot be the name of a member", at: entry.key.range,
                    help: "use letters, digits and `_`, as the rulebook does"))
            return []
        }
        guard
            let value = readValue(
                entry.value, subject: "`\(entry.name)`", place: place, depth: depth, diagnostics: &diagnostics)
        else { return [] }
        return [MappedMember(name: entry.name, value: value, range: entry.key.range)]
    }

    /// Reads the event's type: a constant, or where it stands.
    mutating func readType(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> MappedValue? {
        guard node.mapping == nil else {
            return readValue(node, subject: "`event`", place: .scalar, depth: 1, diagnostics: &diagnostics)
        }
        return node.words("`event`", diagnostics: &diagnostics)
            .map { MappedValue(.constant(.text($0)), range: node.range) }
    }

    private mutating func readValue(
        _ node: YAMLNode, subject: String, place: ValuePlace, depth: Int, diagnostics: inout DiagnosticCollector
    ) -> MappedValue? {
        guard let map = node.mapping else {
            guard let text = node.words(subject, diagnostics: &diagnostics),
                let path = path(text, at: node.range, diagnostics: &diagnostics)
            else { return nil }
            return MappedValue(.path(path), range: node.range)
        }
        let isValue = map.entries.contains { Self.sourceKeys.contains($0.name) }
        if place == .object, !isValue, !Self.looksLikeValue(map) {
            return readMembers(map, at: node.range, depth: depth, diagnostics: &diagnostics)
        }
        _ = node.keyed(subject, keys: Self.valueKeys, diagnostics: &diagnostics)
        guard let source = readSource(map, subject, place: place, at: node.range, diagnostics: &diagnostics) else {
            return nil
        }
        return readOptions(map, source: source, at: node.range, diagnostics: &diagnostics)
    }

    /// Whether a map without a source was meant as a value: each key is an option, or one nearly says where it comes from.
    private static func looksLikeValue(_ map: YAMLMapping) -> Bool {
        map.entries.allSatisfy { valueKeys.contains($0.name) }
            || map.entries.contains { nearestName(to: $0.name, among: sourceKeys) != nil && $0.name.count > 2 }
    }

    private mutating func readMembers(
        _ map: YAMLMapping, at range: SourceRange, depth: Int, diagnostics: inout DiagnosticCollector
    ) -> MappedValue? {
        guard depth < Self.memberDepthMax else {
            diagnostics.add(
                .mapping(
                    .mappingBadValue, "objects nest more than \(Self.memberDepthMax) deep", at: range,
                    help: "read the object whole with `path`"))
            return nil
        }
        let members = map.entries.flatMap {
            readMember($0, place: .object, depth: depth + 1, diagnostics: &diagnostics)
        }
        return MappedValue(.members(members), range: range)
    }

    // MARK: Sources

    private mutating func readSource(
        _ map: YAMLMapping, _ subject: String, place: ValuePlace, at range: SourceRange,
        diagnostics: inout DiagnosticCollector
    ) -> MappedValue.Source? {
        let given = map.entries.filter { Self.sourceKeys.contains($0.name) }
        guard given.count == 1, let entry = given.first else {
            let names = given.map { "`\($0.name)`" }.joined(separator: " and ")
            // Where a key was misspelt, that was said already.
            guard given.count > 1 || map.entries.allSatisfy({ Self.valueKeys.contains($0.name) }) else { return nil }
            diagnostics.add(
                given.isEmpty
                    ? .mappingMissingKey(
                        "path", in: subject, help: "say where the value stands, or state it with `constant`",
                        at: range)
                    : .mapping(
                        .mappingConflictingKeys, "\(subject) has \(names), of which only one can hold", at: range,
                        help: "keep one of them"))
            return nil
        }
        switch entry.name {
        case "path": return readPath(entry.value, diagnostics: &diagnostics).map(MappedValue.Source.path)
        case "constant":
            return readScalar(entry.value, "`constant`", diagnostics: &diagnostics).map(MappedValue.Source.constant)
        default:
            guard place == .time else {
                diagnostics.add(
                    .mapping(
                        .mappingConflictingKeys, "only `time` can be the instant of the audit", at: entry.key.range))
                return nil
            }
            guard let flag = entry.value.flag("`as_of`", diagnostics: &diagnostics) else { return nil }
            guard flag else {
                diagnostics.add(
                    .mapping(
                        .mappingBadValue, "`as_of: false` says nothing", at: entry.value.range,
                        help: "write where the time stands: `{path: …}`"))
                return nil
            }
            return .asOf
        }
    }

    private mutating func readPath(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> RowPath? {
        guard let nodes = node.sequence else {
            return node.words("`path`", diagnostics: &diagnostics)
                .flatMap { path($0, at: node.range, diagnostics: &diagnostics) }
        }
        let names = nodes.compactMap { $0.words("a part of `path`", diagnostics: &diagnostics) }
        guard !names.isEmpty, names.count == nodes.count else { return nil }
        guard !isTable else {
            diagnostics.add(
                .mappingWrongKind(
                    "the `path` of a table", expected: "the name of a column", found: "a list", at: node.range))
            return nil
        }
        return path(names.joined(separator: "\u{0}"), shown: names.joined(separator: "."), names: names)
    }

    /// The path of a text: names with dots between, or the whole name of a column.
    mutating func path(_ text: String, at range: SourceRange, diagnostics: inout DiagnosticCollector) -> RowPath? {
        let names = isTable ? [text] : text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !names.contains("") else {
            diagnostics.add(
                .mapping(
                    .mappingBadValue, "`\(text)` is no path", at: range,
                    help: isTable
                        ? "write the name of a column"
                        : "write names with dots between, or a list of names where one holds a dot"))
            return nil
        }
        return path(text, shown: text, names: names)
    }

    private mutating func path(_ key: String, shown: String, names: [String]) -> RowPath {
        if let known = paths[key] { return known }
        let path = RowPath(number: paths.count, text: shown, names: names)
        paths[key] = path
        return path
    }

    private func readScalar(
        _ node: YAMLNode, _ subject: String, diagnostics: inout DiagnosticCollector
    ) -> MappedScalar? {
        guard let scalar = node.scalar else {
            if !node.isBroken {
                diagnostics.add(
                    .mappingWrongKind(
                        subject, expected: "a text, a number or a truth value", found: node.kindName, at: node.range))
            }
            return nil
        }
        switch scalar.core {
        case .null: return .null
        case .bool(let value): return .bool(value)
        case .integer(let value?): return .number(String(value))
        // Digits that JSON writes otherwise stay a text; the declared type decides then.
        case .integer, .float: return JSONDecimal(scalar.text).map { .number($0.text) } ?? .text(scalar.text)
        case .string: return .text(scalar.text)
        }
    }

    // MARK: Options

    private func readOptions(
        _ map: YAMLMapping, source: MappedValue.Source, at range: SourceRange,
        diagnostics: inout DiagnosticCollector
    ) -> MappedValue {
        if case .path = source {
        } else {
            for entry in map.entries where ["empty", "rename", "values"].contains(entry.name) {
                diagnostics.add(
                    .mapping(
                        .mappingConflictingKeys, "`\(entry.name)` belongs to a `path`", at: entry.key.range,
                        help: "leave it out"))
            }
        }
        return MappedValue(
            source, currency: map["currency"].flatMap { readCurrency($0, diagnostics: &diagnostics) },
            zone: map["zone"].flatMap { readZone($0, diagnostics: &diagnostics) },
            format: map["format"].flatMap { readTimeFormat($0, diagnostics: &diagnostics) },
            emptyText: map["empty"].flatMap { readEmpty($0, diagnostics: &diagnostics) },
            translations: map["values"].map { readTranslations($0, diagnostics: &diagnostics) } ?? [:],
            renamed: map["rename"].map { readRenamed($0, diagnostics: &diagnostics) } ?? [:], range: range)
    }

    private func readCurrency(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Currency? {
        guard let code = node.words("`currency`", diagnostics: &diagnostics) else { return nil }
        let currency = Currency(code: code)
        if currency == nil {
            diagnostics.add(
                .mapping(
                    .mappingBadValue, "`\(code)` is no currency in use", at: node.range,
                    help: "write its ISO 4217 code, such as EUR"))
        }
        return currency
    }

    private func readZone(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> String? {
        guard let name = node.words("`zone`", diagnostics: &diagnostics) else { return nil }
        guard CELTimeZone.named(name) != nil else {
            diagnostics.add(
                .mapping(
                    .mappingBadValue, "`\(name)` is no time zone", at: node.range,
                    help: "write an IANA name such as Europe/Ljubljana"))
            return nil
        }
        return name
    }

    private func readTimeFormat(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> LocalTimeFormat? {
        guard let text = node.words("`format`", diagnostics: &diagnostics) else { return nil }
        do throws(LocalTimeFormat.ParsingError) {
            return try LocalTimeFormat(parsing: text)
        } catch {
            let message =
                switch error {
                case .unknownLetter(let letter): "`\(letter)` stands for nothing in a format of times"
                case .repeatedLetter(let letter): "`\(letter)` stands twice in this format"
                case .incompleteDate: "a format of times needs %Y, %m and %d"
                }
            diagnostics.add(
                .mapping(
                    .mappingBadValue, message, at: node.range,
                    help: "the letters are \(LocalTimeFormat.lettersText), as in %d.%m.%Y %H:%M"))
            return nil
        }
    }

    private func readEmpty(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> MappedValue.EmptyText? {
        guard let word = node.words("`empty`", diagnostics: &diagnostics) else { return nil }
        let known = MappedValue.EmptyText.allCases.map(\.rawValue)
        let empty = MappedValue.EmptyText(rawValue: word)
        if empty == nil {
            diagnostics.add(.mappingUnknownWord(word, for: "reading of empty texts", known: known, at: node.range))
        }
        return empty
    }

    private func readTranslations(
        _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> [String: MappedScalar] {
        var translations: [String: MappedScalar] = [:]
        for entry in node.plainMap("`values`", diagnostics: &diagnostics)?.entries ?? [] {
            translations[entry.name] = readScalar(entry.value, "a translation", diagnostics: &diagnostics)
        }
        return translations
    }

    private func readRenamed(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> [String: String] {
        var renamed: [String: String] = [:]
        for entry in node.plainMap("`rename`", diagnostics: &diagnostics)?.entries ?? [] {
            guard let name = entry.value.words("a new name", diagnostics: &diagnostics) else { continue }
            guard Self.isName(name) else {
                diagnostics.add(
                    .mapping(
                        .mappingMalformedName, "`\(name)` cannot be the name of a member", at: entry.value.range,
                        help: "use letters, digits and `_`, as the rulebook does"))
                continue
            }
            renamed[entry.name] = name
        }
        return renamed
    }

    /// Whether a text can be the name of a field or an entity.
    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return text.utf8.allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
        }
    }
}

extension MappedValue {
    /// Makes a value; options that are not given are the usual ones.
    init(
        _ source: Source, currency: Currency? = nil, zone: String? = nil, format: LocalTimeFormat? = nil,
        emptyText: EmptyText? = nil, translations: [String: MappedScalar] = [:], renamed: [String: String] = [:],
        range: SourceRange
    ) {
        self.source = source
        self.currency = currency
        self.zone = zone
        self.format = format
        self.emptyText = emptyText
        self.translations = translations
        self.renamed = renamed
        self.range = range
    }
}
