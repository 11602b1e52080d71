import RulebookEngine
import RulebookModel
import SourceText
import TestSupport
import Testing
import Workbench

@Suite("What is wrong in tests is told at its place")
struct TestReaderTests {
    private func expect(
        _ marked: String, _ expected: [ExpectedDiagnostic], sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let bench = try Bench()
        expectDiagnostics(marked, expected, sourceLocation: sourceLocation) { file, diagnostics in
            _ = TestReader(bench.compiled.versions).read(file, diagnostics: &diagnostics)
        }
    }

    @Test func keysOfTheFile() throws {
        try expect(
            "tests: t\n«asof»: 2026-01-01\ncases: [{case: c, when: asked, expect: allow}]",
            [.init(.unknownKey, help: "did you mean `as_of`?")])
        try expect("«cases: [{case: c, when: asked, expect: allow}]»", [.init(.missingKey)])
        try expect("tests: t\nas_of: «soon»\ncases: [{case: c, when: asked}]", [.init(.badValue)])
        try expect("«»", [.init(.nothingTested)])
        try expect("tests: t\ncases: «[]»", [.init(.nothingTested)])
    }

    @Test func keysOfACase() throws {
        try expect("tests: t\ncases: [{case: c, «whn»: asked, when: asked}]", [.init(.unknownKey)])
        try expect("tests: t\ncases: [«{when: asked}»]", [.init(.missingKey)])
        try expect("tests: t\ncases: [{case: «c», given: []}]", [.init(.nothingTested)])
        try expect(
            "tests: t\ncases: [{case: c, expect: «deny», findings: {gifts.count: met}}]", [.init(.conflictingKeys)])
        try expect(
            "tests: t\ncases: [{case: c, when: asked}, {case: «c», when: asked}]", [.init(.duplicateDefinition)])
    }

    @Test func namesOfEventsAndFacts() throws {
        try expect(
            "tests: t\ncases: [{case: c, when: «asket»}]",
            [.init(.unknownEvent, help: "did you mean `asked`?", replacements: ["asked"])])
        try expect("tests: t\ncases: [{case: c, when: «anything»}]", [.init(.unreadableTestEvent)])
        try expect(
            "tests: t\ncases: [{case: c, when: {gift.give: {«cuont»: 1}}}]",
            [.init(.unknownFact, help: "did you mean `event.count`?", replacements: ["count"])])
        try expect(
            "tests: t\ncases: [{case: c, when: {asked: , customer: {friend: {«teir»: gold}}}}]",
            [.init(.unknownFact, help: "did you mean `customer.friend.tier`?", replacements: ["tier"])])
        try expect("tests: t\ncases: [{case: c, when: {asked: , «custmer»: x}}]", [.init(.unknownKey)])
        try expect(
            "tests: t\ndefaults: {event: {«cont»: 1}}\ncases: [{case: c, when: asked}]",
            [.init(.unknownFact, help: "did you mean `event.count`?", replacements: ["count"])])
        try expect("tests: t\ncases: [{case: c, when: {asked: , approval: {«who»: x}}}]", [.init(.unknownKey)])
    }

    @Test func valuesOfFacts() throws {
        try expect(
            "tests: t\ncases: [{case: c, when: {gift.give: {count: «0»}}}]", [.init(.unreadableTestEvent)])
        try expect(
            "tests: t\ncases: [{case: c, when: {asked: , customer: {tier: «silver»}}}]", [.init(.unreadableTestEvent)])
        try expect(
            "tests: t\ncases: [{case: c, when: {asked: , customer: {tags: «[a, [b]]»}}}]",
            [.init(.unreadableTestEvent)])
        try expect("tests: t\ncases: [{case: c, when: {asked: , reason: «[x]»}}]", [.init(.unreadableTestEvent)])
        try expect("tests: t\ncases: [{case: c, when: {gift.give: «3»}}]", [.init(.wrongKind)])
        try expect("tests: t\ncases: [{case: c, when: «{asked: , event: {}}»}]", [.init(.conflictingKeys)])
    }

    @Test func times() throws {
        try expect(
            "tests: t\ncases: [{case: c, given: {«asked»: }, when: asked}]", [.init(.untimedTestEvent)])
        try expect(
            "tests: t\ncases: [{case: c, given: {asked: , at: «+1h»}, when: asked}]", [.init(.untimedTestEvent)])
        try expect(
            "tests: t\ncases: [{case: c, when: «asked», expect: allow, findings: {}}]",
            [
                .init(
                    .untimedTestEvent,
                    message: "an audit judges events by their times, and nobody knows when `asked` happens",
                    help: "add `at:`, or `start:` to the case or the file")
            ])
        for time in ["soon", "2026-02-30", "2026-03-01 24:00", "2026-03-01 1:00", "2026-03-01 10:00:60"] {
            try expect("tests: t\ncases: [{case: c, when: {asked: , at: «\(time)»}}]", [.init(.badValue)])
        }
        try expect(
            "tests: t\nstart: 2026-03-01\ncases: [{case: c, when: {asked: , at: «+7d»}}]", [.init(.badValue)])
        try expect(
            """
            tests: t
            cases:
              - case: c
                given: {asked: , at: 2026-03-01 10:01}
                when: «{asked: , at: 2026-03-01 10:00}»
            """, [.init(.lateTestEvent)])
    }

    @Test func repetitions() throws {
        for times in ["0", "x", "10001", "-1"] {
            try expect(
                "tests: t\nstart: 2026-03-01\ncases: [{case: c, given: {asked: , times: «\(times)»}, when: asked}]",
                [.init(.wrongKind)])
        }
        try expect(
            "tests: t\nstart: 2026-03-01\ncases: [{case: c, given: {asked: , times: 2, every: «7d»}, when: asked}]",
            [.init(.badValue)])
        try expect(
            "tests: t\nstart: 2026-03-01\ncases: [{case: c, given: {asked: , every: «1h»}, when: asked}]",
            [.init(.conflictingKeys)])
        try expect(
            "tests: t\nstart: 2026-03-01\ncases: [{case: c, when: {asked: , times: «2»}}]", [.init(.conflictingKeys)])
        let many = Array(repeating: "{asked: , times: 10000}", count: 5).joined(separator: ", ")
        try expect(
            "tests: t\nstart: 2026-03-01\ncases: [{case: c, given: [\(many), «{asked: }»], when: asked}]",
            [.init(.tooManyTestEvents)])
        try expect(
            "tests: t\nstart: 2026-03-01\ncases: [{case: c, given: [{asked: , id: e}, «{asked: , id: e}»], when: asked}]",
            [.init(.duplicateDefinition)])
    }

    @Test func expectations() throws {
        func expectIn(_ expectation: String, _ expected: ExpectedDiagnostic) throws {
            try expect("tests: t\ncases: [{case: c, when: asked, expect: \(expectation)}]", [expected])
        }
        try expectIn("«allowed»", .init(.badValue, help: "did you mean `allow`?"))
        try expectIn("«{by: gifts.count}»", .init(.missingKey))
        try expectIn("{outcome: deny, «bye»: gifts.count}", .init(.unknownKey, help: "did you mean `by`?"))
        try expectIn(
            "{outcome: deny, by: [gifts.count, «gifts.cuont»]}",
            .init(.unknownStandard, help: "did you mean `gifts.count`?", replacements: ["gifts.count"]))
        try expectIn("{outcome: allow, by: «gifts.count»}", .init(.conflictingKeys))
        try expectIn("{outcome: deny, from: «boss»}", .init(.conflictingKeys))
        try expectIn("{outcome: escalate, from: «bos»}", .init(.unknownRole))
        try expectIn("{outcome: deny, standards: {gifts.count: «mised»}}", .init(.badValue))
        try expectIn("{outcome: allow, due: {answers.soon: «later»}}", .init(.badValue))
        try expect(
            "tests: t\ncases: [{case: c, findings: {«gifts»: met, gifts.count: {met: «many»}}}]",
            [.init(.unknownStandard), .init(.wrongKind)])
    }

    @Test func tables() throws {
        func expectIn(_ table: String, _ expected: [ExpectedDiagnostic]) throws {
            try expect("tests: t\ncases: [{case: c, when: asked, table: \(table)}]", expected)
        }
        try expectIn("«[]»", [.init(.wrongKind)])
        try expectIn("«[[expect]]»", [.init(.wrongKind)])
        try expectIn("[[«expct»], [allow]]", [.init(.unknownFact, help: "did you mean `expect`?")])
        try expectIn("[[expect, «expect»], [allow, deny]]", [.init(.duplicateDefinition)])
        try expectIn("[[at, expect], «[allow]»]", [.init(.wrongKind)])
        try expectIn("[[customer.«teir», expect], [gold, allow]]", [.init(.unknownFact)])
        try expect(
            "tests: t\nstart: 2026-01-01\ncases: [{case: c, table: [[«reason», gifts.count], [x, met]]}]",
            [.init(.conflictingKeys)])
    }

    @Test("hostile texts are refused and never stop the program")
    func hostile() throws {
        let bench = try Bench()
        for text in [
            "tests", "[", "tests: [t]\ncases: 3", "tests: t\ncases: [[]]", "tests: t\ncases: [{case: {}}]",
            "tests: t\ncases: [{case: c, when: [], table: {}}]", "tests: t\ndefaults: 3\ngiven: 4\ncases: x",
            "tests: t\ncases: [{case: c, when: {[a]: b}}]", "tests: t\ncases: [{case: c, when: {asked: , at: [1]}}]",
            "tests: t\ncases: [{case: c, when: {asked: , customer: [1]}, findings: [x]}]",
            "tests: t\nstart: 9999-12-31 23:00\ncases: [{case: c, given: {asked: , times: 3, every: 1 day}, when: asked}]",
        ] {
            var diagnostics = DiagnosticCollector()
            let file = TestReader(bench.compiled.versions)
                .read(SourceFile(name: "t", text: text), diagnostics: &diagnostics)
            #expect(file == nil && diagnostics.hasErrors, "\(text)")
        }
    }
}
