import CEL
public import RulebookModel
public import SourceText
import YAMLSyntax

/// Reads tests of a rulebook: text → located tree → cases, everything held against the rulebook's vocabulary.
public struct TestReader: Sendable {
    static let keys = ["tests", "source", "as_of", "mark", "start", "complete_from", "defaults", "given", "cases"]

    private let versions: RulebookVersions

    /// Makes a reader of tests of a rulebook, which speak the language of its newest version.
    public init(_ versions: RulebookVersions) { self.versions = versions }

    /// Makes a reader of tests of a rulebook of which there is one version.
    public init(_ rulebook: Rulebook) { self.init(RulebookVersions(rulebook)) }

    /// Reads a file of tests, with everything that is wrong in it.
    ///
    /// - Parameters:
    ///   - file: the text.
    ///   - diagnostics: receives what is wrong.
    /// - Returns: the tests; nil where there is an error in them.
    public func read(_ file: SourceFile, diagnostics: inout DiagnosticCollector) -> TestFile? {
        let errorCount = diagnostics.errorCount
        guard let document = YAMLDocument.parse(file, diagnostics: &diagnostics) else { return nil }
        guard !document.root.isNull else {
            diagnostics.add(
                .test(
                    .nothingTested, "there are no tests in this file", help: "begin with `tests:` and what is tested",
                    at: document.root.range))
            return nil
        }
        let tests = read(document.root, file: file, diagnostics: &diagnostics)
        return diagnostics.errorCount == errorCount ? tests : nil
    }

    private func read(
        _ root: YAMLNode, file: SourceFile, diagnostics: inout DiagnosticCollector
    ) -> TestFile? {
        guard let map = root.map("a file of tests", keys: KnownKeys(Self.keys), diagnostics: &diagnostics) else {
            return nil
        }
        for (key, help) in [
            ("tests", "begin with `tests:` and what is tested"), ("cases", "list the cases under `cases:`"),
        ] where map[key] == nil {
            diagnostics.add(.missingKey(key, in: "a file of tests", help: help, at: root.range))
        }
        let zone = CELTimeZone.named(versions.newest.timeZone) ?? .utc
        let start = map["start"].flatMap {
            TestTimeReader(zone: zone).read($0, "`start`", diagnostics: &diagnostics)
        }
        let reader = TestCaseReader(
            versions: versions, zone: zone, defaults: defaults(map["defaults"], diagnostics: &diagnostics),
            start: start,
            completeFrom: map["complete_from"].flatMap {
                TestTimeReader(zone: zone, start: start).read($0, "`complete_from`", diagnostics: &diagnostics)
            },
            shared: EventSketch.list(map["given"], diagnostics: &diagnostics))
        return TestFile(
            titles: map["tests"].flatMap { $0.localizedText("`tests`", diagnostics: &diagnostics) }
                ?? LocalizedText(entries: [.init(locale: "", text: "")], range: root.range),
            source: map["source"].flatMap { $0.localizedText("`source`", diagnostics: &diagnostics) },
            asOf: map["as_of"].flatMap { date($0, diagnostics: &diagnostics) },
            mark: map["mark"].flatMap { $0.text("`mark`", diagnostics: &diagnostics) },
            cases: map["cases"].map { cases($0, reader, diagnostics: &diagnostics) } ?? [], file: file)
    }

    private func cases(
        _ node: YAMLNode, _ reader: TestCaseReader, diagnostics: inout DiagnosticCollector
    ) -> [TestCase] {
        if node.isNull || node.sequence?.isEmpty == true {
            diagnostics.add(
                .test(
                    .nothingTested, "there are no cases here", help: "write `- case:` and what is tested",
                    at: node.range))
            return []
        }
        var cases: [TestCase] = []
        var titles: [String: SourceRange] = [:]
        for element in node.oneOrMore {
            for test in reader.read(element, diagnostics: &diagnostics) {
                if let first = titles[test.title] {
                    diagnostics.add(.duplicate("the case", test.title, at: test.range, first: first))
                }
                titles[test.title] = test.range
                cases.append(test)
            }
        }
        return cases
    }

    /// The members that every event has; a field that no event declares is an error.
    private func defaults(_ node: YAMLNode?, diagnostics: inout DiagnosticCollector) -> SketchMembers {
        guard let node, let map = node.anyMap("`defaults`", diagnostics: &diagnostics) else { return SketchMembers() }
        if let fields = map[EventSketch.fields],
            let own = fields.anyMap("`event`", diagnostics: &diagnostics)
        {
            let known = versions.newest.vocabulary.events.flatMap { $0.fields.map(\.name) }
            for entry in own.entries where !known.contains(entry.name) {
                diagnostics.add(.unknownField(entry.name, of: EventSketch.fields, known: known, at: entry.key.range))
            }
        }
        return SketchMembers(map)
    }

    private func date(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> String? {
        guard let text = node.text("`as_of`", diagnostics: &diagnostics) else { return nil }
        guard CivilDate(parsing: text) != nil else {
            diagnostics.add(.badValue("`\(text)` is no date", help: "write it as in 2026-11-20", at: node.range))
            return nil
        }
        return text
    }
}

extension EventSketch {
    /// Reads a list of events, or one.
    static func list(_ node: YAMLNode?, diagnostics: inout DiagnosticCollector) -> [EventSketch] {
        guard let node, !node.isNull else { return [] }
        return node.oneOrMore.compactMap { EventSketch($0, diagnostics: &diagnostics) }
    }
}
