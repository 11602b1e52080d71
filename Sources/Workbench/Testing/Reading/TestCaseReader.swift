import CEL
import RulebookEngine
import RulebookModel
import SourceText
import YAMLSyntax

/// Reads one case, or the cases that its table makes.
struct TestCaseReader {
    static let keys = [
        "case", "start", "complete_from", "given", "when", "expect", "answers", "findings", "now",
        "table",
    ]

    let versions: RulebookVersions
    let zone: CELTimeZone
    let defaults: SketchMembers
    /// When the file's events begin.
    let start: CELTimestamp?
    /// From when on the file's events are all that happened.
    let completeFrom: CELTimestamp?
    /// What happens before every case.
    let shared: [EventSketch]

    /// The parts of a case as they are written.
    private struct Parts {
        let titles: LocalizedText
        let range: SourceRange
        let start: CELTimestamp?
        let given: [EventSketch]
        let question: EventSketch?
        /// Whether there is a `when`, even one that cannot be read.
        let isAsked: Bool
        let now: CELTimestamp?
        let completeFrom: CELTimestamp?
        let expect: YAMLNode?
        let answers: YAMLNode?
        let findings: YAMLNode?
        let times: TestTimeReader
        let expectations: ExpectationReader
    }

    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> [TestCase] {
        guard let map = node.map("a case", keys: KnownKeys(Self.keys), diagnostics: &diagnostics) else { return [] }
        guard let name = map["case"], let titles = name.localizedText("`case`", diagnostics: &diagnostics)
        else {
            if map["case"] == nil {
                diagnostics.add(
                    .missingKey("case", in: "a case", help: "say what is tested, for people", at: node.range))
            }
            return []
        }
        var start = start
        if let written = map["start"] {
            start = TestTimeReader(zone: zone).read(written, "`start`", diagnostics: &diagnostics) ?? start
        }
        let times = TestTimeReader(zone: zone, start: start)
        let parts = Parts(
            titles: titles, range: name.range, start: start,
            given: shared + EventSketch.list(map["given"], diagnostics: &diagnostics),
            question: map["when"].flatMap { EventSketch($0, diagnostics: &diagnostics) },
            isAsked: map["when"].map { !$0.isNull } ?? false,
            now: map["now"].flatMap { times.read($0, "`now`", diagnostics: &diagnostics) },
            completeFrom: map["complete_from"].flatMap {
                times.read($0, "`complete_from`", diagnostics: &diagnostics)
            } ?? completeFrom,
            expect: map["expect"], answers: map["answers"], findings: map["findings"], times: times,
            expectations: ExpectationReader(versions, times: times))
        guard let table = map["table"] else {
            check(parts, rowRange: nil, hasFindings: map["findings"] != nil, diagnostics: &diagnostics)
            return [testCase(parts, row: nil, diagnostics: &diagnostics)]
        }
        guard
            let read = TestTable(
                table, vocabulary: versions.newest.vocabulary, expectations: parts.expectations,
                diagnostics: &diagnostics)
        else { return [] }
        return read.rows.map { row in
            let hasFindings = row.cells.contains { if case .findings = $0.column { true } else { false } }
            check(
                parts, rowRange: row.range, hasFindings: hasFindings || map["findings"] != nil,
                diagnostics: &diagnostics)
            return testCase(parts, row: row, diagnostics: &diagnostics)
        }
    }

    /// A case asks about an event, or has the log judged, or both.
    private func check(
        _ parts: Parts, rowRange: SourceRange?, hasFindings: Bool, diagnostics: inout DiagnosticCollector
    ) {
        if let answers = parts.answers, !hasFindings {
            diagnostics.add(
                .conflictingKeys(
                    "people answer after the event, and nothing here looks at what an audit finds then",
                    at: answers.range, help: "say under `findings:` what becomes of the standards"))
        }
        guard !parts.isAsked else { return }
        if !hasFindings {
            diagnostics.add(
                .test(
                    .nothingTested, "nothing is asked here",
                    help:
                        "add `when:`, the event that is asked about, or `findings:`, what an audit finds",
                    at: rowRange ?? parts.range))
        }
        if let expect = parts.expect {
            diagnostics.add(
                .conflictingKeys(
                    "`expect` is about the event under `when`, and there is none", at: expect.range,
                    help: "say under `findings:` what an audit finds"))
        }
    }

    // MARK: One case

    private func testCase(
        _ parts: Parts, row: TestTable.Row?, diagnostics: inout DiagnosticCollector
    ) -> TestCase {
        var reader = TestEventReader(versions: versions, defaults: defaults, start: parts.start)
        for sketch in parts.given { reader.add(sketch, diagnostics: &diagnostics) }
        var question = parts.question
        var now = parts.now
        for cell in row?.cells ?? [] {
            switch cell.column {
            case .member(let path):
                guard question != nil else {
                    diagnostics.add(
                        .conflictingKeys(
                            "`\(cell.name.range.text)` is a part of the event under `when`, and there is none",
                            at: cell.name.range, help: "add `when:`"))
                    continue
                }
                question?.members.set(path, to: SketchValue(cell.value))
            case .now: now = parts.times.read(cell.value, "`now`", diagnostics: &diagnostics)
            case .title, .expect, .by, .from, .findings: continue
            }
        }
        let asked = question.flatMap { reader.question($0, diagnostics: &diagnostics) }
        reader.checkNames(diagnostics: &diagnostics)
        let findings = findings(parts, row, diagnostics: &diagnostics)
        if findings != nil, let asked, asked.event.time == nil {
            diagnostics.add(
                .test(
                    .untimedTestEvent,
                    "an audit judges events by their times, and nobody knows when `\(asked.event.type)` happens",
                    help: "add `at:`, or `start:` to the case or the file", at: asked.range))
        }
        return TestCase(
            titles: titles(parts, row, diagnostics: &diagnostics), range: row?.range ?? parts.range,
            given: reader.inOrderOfTime,
            question: asked, now: now, completeFrom: parts.completeFrom,
            decision: question == nil ? nil : decision(parts, row, diagnostics: &diagnostics),
            answers: parts.answers.map { parts.expectations.answers($0, diagnostics: &diagnostics) } ?? [],
            findings: findings)
    }

    private func titles(
        _ parts: Parts, _ row: TestTable.Row?, diagnostics: inout DiagnosticCollector
    ) -> LocalizedText {
        guard let row else { return parts.titles }
        if let own = row.cell("case")?.localizedText("`case`", diagnostics: &diagnostics) {
            let locales = parts.titles.locales + own.locales.filter { !parts.titles.locales.contains($0) }
            return LocalizedText(
                entries: (locales.isEmpty ? [""] : locales).map { locale in
                    .init(locale: locale, text: "\(parts.titles.text(for: locale)): \(own.text(for: locale))")
                }, range: row.range)
        }
        let values = row.cells.compactMap { cell -> String? in
            switch cell.column {
            case .member(let path): "\(path.last?.value ?? "") \(cell.value.range.text)"
            case .now: "now \(cell.value.range.text)"
            case .title, .expect, .by, .from, .findings: nil
            }
        }
        return parts.titles.mappingTexts { "\($0): \(values.joined(separator: ", "))" }
    }

    private func decision(
        _ parts: Parts, _ row: TestTable.Row?, diagnostics: inout DiagnosticCollector
    ) -> DecisionExpectation? {
        let reader = parts.expectations
        var expectation: DecisionExpectation?
        if let cell = row?.cell("expect") {
            expectation = reader.decision(cell, diagnostics: &diagnostics)
        } else if let node = parts.expect {
            expectation = reader.decision(node, diagnostics: &diagnostics)
        } else if parts.findings == nil, !(row?.judgesLog ?? false) {
            // What is not listed as allowed must be refused.
            expectation = reader.refusal(at: row?.range ?? parts.range)
        }
        guard let expectation, let row else { return expectation }
        let outcome = expectation.outcome.value
        func written(_ name: String) -> YAMLNode? {
            guard let cell = row.cell(name), !cell.isNull else { return nil }
            return cell
        }
        return DecisionExpectation(
            outcome: expectation.outcome,
            by: written("by").map { reader.readBy($0, of: outcome, diagnostics: &diagnostics) } ?? expectation.by,
            from: written("from").map { reader.readFrom($0, of: outcome, diagnostics: &diagnostics) }
                ?? expectation.from,
            missing: expectation.missing, statuses: expectation.statuses, due: expectation.due)
    }

    private func findings(
        _ parts: Parts, _ row: TestTable.Row?, diagnostics: inout DiagnosticCollector
    ) -> FindingsExpectation? {
        let base = parts.findings.flatMap { parts.expectations.findings($0, diagnostics: &diagnostics) }
        guard let row, row.judgesLog else { return base }
        var entries: [FindingsExpectation.Entry] = []
        for cell in row.cells {
            guard case .findings(let standard) = cell.column else { continue }
            if let entry = parts.expectations.finding(of: standard, cell.value, diagnostics: &diagnostics) {
                entries.append(entry)
            }
        }
        let own = Set(entries.map(\.standard))
        return FindingsExpectation(
            entries: (base?.entries ?? []).filter { !own.contains($0.standard) } + entries, range: row.range)
    }
}

extension TestTable.Row {
    /// Whether a column says what an audit finds.
    fileprivate var judgesLog: Bool {
        cells.contains { if case .findings = $0.column { true } else { false } }
    }
}
