import RulebookEngine
import RulebookModel
import SourceText
import TestSupport
import Testing
import Workbench

@Suite("Tests answer what only people can, and know an aim from a limit")
struct AnswerTests {
    private static let text = """
        rulebook: bench
        timeZone: Europe/Ljubljana
        entities: {agent: {name: string}, customer: {tier: {enum: [standard, gold]}}}
        events: {asked: {about: customer}, answered: {about: customer, fields: {long: bool}}}
        standards:
          kind: {on: answered, manual: Was it kind?}
          whole: {on: answered, when: event.long, manual: {plain: Was it plain?, true: Was it true?}}
          more: {on: answered, force: may, manual: Did it do more?}
          soon: {timeline: {after: asked, expect: answered, within: 1h, aim: 10min, per: customer}}
        """

    private func failures(_ members: String) throws -> [String] {
        try Bench(Self.text).failures(
            """
            start: 2026-11-20 10:00
            given:
              - {asked: , customer: c, agent: a}
              - {answered: {long: true}, customer: c, agent: a, at: +10min}
              - {asked: , customer: d, agent: a, at: +20min}
              - {answered: {long: false}, customer: d, agent: a, at: +35min}
            \(members)
            """)
    }

    @Test(
        arguments: [
            ("answers: {kind: true, whole: true}\nfindings: {kind: met, whole: met, soon: met}", []),
            (
                "answers: {kind: true, whole: {plain: true, 'true': false}}\nfindings: {kind: {met: 2}, whole: {missed: 1}, soon: met}",
                []
            ),
            (
                "answers: {kind: false, whole: {plain: true}}\nfindings: {kind: {missed: 2}, whole: undetermined, soon: met}",
                []
            ),
            (
                "answers: {kind: true, whole: true, more: true}\nfindings: {kind: met, whole: met, more: met, soon: met}",
                []
            ),
            (
                "answers: {kind: false}\nfindings: {kind: met, whole: undetermined}",
                ["kind: met | missed 2"]
            ),
            (
                "findings: {kind: undetermined, whole: met}", ["whole: met | undetermined 1"]
            ),
        ] as [(String, [String])])
    func answers(_ members: String, failures expected: [String]) throws {
        #expect(try failures(members) == expected)
    }

    @Test(
        "what is met past its aim can be told apart, and need not be",
        arguments: [
            ("soon: met", []), ("soon: {met: 2, aim_missed: 1}", []), ("soon: {met: 2}", []),
            ("soon: aim_missed", ["soon: aim_missed | met 2, aim_missed 1"]),
            ("soon: {met: 2, aim_missed: 0}", ["soon: met 2, aim_missed 0 | met 2, aim_missed 1"]),
        ] as [(String, [String])])
    func aims(_ finding: String, failures expected: [String]) throws {
        let members = "answers: {kind: true, whole: true}\nfindings: {kind: met, whole: met, \(finding)}"
        #expect(try failures(members) == expected)
    }

    @Test("all past the aim is one word")
    func allPastTheAim() throws {
        let failures = try Bench(Self.text).failures(
            """
            start: 2026-11-20 10:00
            given: {asked: , customer: c}
            when: {answered: {long: false}, customer: c, at: +11min}
            expect: undetermined
            findings: {soon: aim_missed, kind: undetermined}
            """)
        #expect(failures == [])
    }

    @Test(arguments: [
        ("answers: {«soon»: true}\n    findings: {}", Diagnostic.Code.conflictingKeys),
        ("answers: {«kindd»: true}\n    findings: {}", .unknownStandard),
        ("answers: {whole: {«plan»: true}}\n    findings: {}", .badValue),
        ("answers: «{kind: true}»", .conflictingKeys),
    ])
    func refuses(_ members: String, code: Diagnostic.Code) throws {
        let bench = try Bench(Self.text)
        let text = "tests: t\nstart: 2026-11-20 10:00\ncases:\n  - case: c\n    when: asked\n    \(members)\n"
        expectDiagnostics(text, [.init(code)]) { file, diagnostics in
            _ = TestReader(bench.compiled.versions).read(file, diagnostics: &diagnostics)
        }
    }
}
