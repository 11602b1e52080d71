import SourceText
import YAMLSyntax

/// Reads `handbook:`: chapters that name standards, and words for names.
struct HandbookReader {
    private static let keys = KnownKeys(["chapters", "words"])
    private static let chapterKeys = KnownKeys(["title", "text", "standards", "files", "roles", "sections"])
    private static let sectionKeys = KnownKeys(["title", "text", "standards", "files", "roles"])

    /// The standards and the files that they stand in, in the order of a book.
    let standards: [(id: String, file: SourceFile)]
    /// The files that may be named, by relative path.
    let files: RulebookFiles
    /// The rulebook's roles.
    let roles: [String]
    /// The names that words can stand for; worked out where words are given.
    let names: () -> Set<String>

    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> HandbookOutline? {
        guard let map = node.map("`handbook`", keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        var chapters: [HandbookOutline.Chapter] = []
        if let all = map["chapters"]?.anyMap("`chapters`", diagnostics: &diagnostics) {
            var taken: [String: SourceRange] = [:]
            chapters = all.entries.compactMap {
                chapter($0, keys: Self.chapterKeys, taken: &taken, diagnostics: &diagnostics)
            }
        }
        var words: [String: LocalizedText] = [:]
        let names = map["words"] == nil ? [] : names()
        for entry in map["words"]?.anyMap("`words`", diagnostics: &diagnostics)?.entries ?? [] {
            guard names.contains(entry.name) else {
                diagnostics.add(.unknownWordOfBook(entry.name, known: names.sorted(), at: entry.key.range))
                continue
            }
            words[entry.name] = entry.value.localizedText("a word", diagnostics: &diagnostics)
        }
        return outline(chapters: chapters, words: words, at: node.range)
    }

    /// What a book is made of where nothing is written about it.
    func outline(
        chapters: [HandbookOutline.Chapter] = [], words: [String: LocalizedText] = [:], at range: SourceRange? = nil
    ) -> HandbookOutline {
        HandbookOutline(chapters: chapters, order: standards.map(\.id), words: words, range: range)
    }

    private func chapter(
        _ entry: YAMLMapping.Entry, keys: KnownKeys, taken: inout [String: SourceRange],
        diagnostics: inout DiagnosticCollector
    ) -> HandbookOutline.Chapter? {
        guard Spelling.isDottedName(entry.name) else {
            diagnostics.add(
                .malformedName(
                    entry.name, for: "a chapter", help: "use letters, digits, `_`, `-`, and dots between",
                    at: entry.key.range))
            return nil
        }
        let subject = "the chapter `\(entry.name)`"
        guard let map = entry.value.map(subject, keys: keys, diagnostics: &diagnostics) else { return nil }
        var own: [String] = []
        for node in map["standards"]?.oneOrMore ?? [] {
            own += named(node, taken: &taken, diagnostics: &diagnostics)
        }
        for node in map["files"]?.oneOrMore ?? [] {
            own += filed(node, taken: &taken, diagnostics: &diagnostics)
        }
        let text = map["text"]?.localizedText("the text of a chapter", diagnostics: &diagnostics)
        let sections = (map["sections"]?.anyMap("`sections`", diagnostics: &diagnostics)?.entries ?? []).compactMap {
            chapter($0, keys: Self.sectionKeys, taken: &taken, diagnostics: &diagnostics)
        }
        let isEmpty = ["standards", "files", "text", "sections"].allSatisfy {
            map[$0] == nil || map[$0]?.isNull == true
        }
        if isEmpty {
            diagnostics.add(
                .missingKey(
                    "standards", in: subject,
                    help: "name its standards, as in `standards: calls.*`, or its `files`, or write its `text`",
                    at: entry.key.range))
        }
        return HandbookOutline.Chapter(
            id: entry.name, title: map["title"]?.localizedText("a title", diagnostics: &diagnostics), text: text,
            standards: own, roles: readers(map["roles"], diagnostics: &diagnostics), sections: sections,
            range: entry.key.range)
    }

    private func readers(_ node: YAMLNode?, diagnostics: inout DiagnosticCollector) -> [String] {
        (node?.oneOrMore ?? []).compactMap { element in
            guard let role = element.text("a role", diagnostics: &diagnostics) else { return nil }
            if roles.contains(role) { return role }
            diagnostics.add(.unknownRole(role, known: roles, at: element.range))
            return nil
        }
    }

    /// The standards of a name, or of a pattern with `*`, that no chapter before has.
    private func named(
        _ node: YAMLNode, taken: inout [String: SourceRange], diagnostics: inout DiagnosticCollector
    ) -> [String] {
        guard let name = node.text("a standard", diagnostics: &diagnostics) else { return [] }
        let found = standards.map(\.id).filter { RulebookFiles.matches($0, name) }
        guard !found.isEmpty else {
            diagnostics.add(
                name.contains("*")
                    ? .badValue(
                        "no standard matches `\(name)`",
                        help: "the standards are \(Self.some(standards.map(\.id)))",
                        at: node.range)
                    : .unknownStandard(name, known: standards.map(\.id), at: node.range))
            return []
        }
        if !name.contains("*"), let first = taken[name] {
            diagnostics.add(
                .conflictingKeys(
                    "the standard `\(name)` stands in a chapter already", at: node.range,
                    help: "it was taken at \(first.place); name it there or here"))
        }
        return take(found, at: node.range, &taken)
    }

    /// The first of many names.
    private static func some(_ names: [String]) -> String {
        names.isEmpty ? "none" : names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
    }

    private func filed(
        _ node: YAMLNode, taken: inout [String: SourceRange], diagnostics: inout DiagnosticCollector
    ) -> [String] {
        guard let pattern = node.text("a file", diagnostics: &diagnostics) else { return [] }
        let found = files.matching(pattern)
        guard !found.isEmpty else {
            diagnostics.add(.unresolvedInclude(pattern, known: files.others.keys.sorted(), at: node.range))
            return []
        }
        let ids = found.flatMap { item in standards.filter { $0.file == item.file }.map(\.id) }
        if ids.isEmpty {
            diagnostics.add(
                .badValue("there is no standard in `\(pattern)`", help: "name a file with standards", at: node.range))
        }
        return take(ids, at: node.range, &taken)
    }

    private func take(_ ids: [String], at range: SourceRange, _ taken: inout [String: SourceRange]) -> [String] {
        ids.filter { taken.updateValue(taken[$0] ?? range, forKey: $0) == nil }
    }
}

extension Diagnostic {
    fileprivate static func unknownWordOfBook(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = nearestName(to: name, among: known)
        return Diagnostic(
            code: .unknownFact, severity: .error, message: "the rulebook does not use the name `\(name)`",
            range: range,
            help: nearest.map { "did you mean `\($0)`?" }
                ?? "words can be given for roles, entities and their fields, values, named patterns, calendars and clauses",
            fixIts: nearest.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }
}
