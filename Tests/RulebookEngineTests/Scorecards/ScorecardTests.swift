import RulebookEngine
import RulebookModel
import Testing

@Suite("Scorecards weigh their items, critical ones fail the whole, and a bonus stays apart")
struct ScorecardTests {
    private static func rulebook(_ items: String) -> String {
        """
        rulebook: cards
        unlisted: allow
        events: {call.reviewed: {fields: {a: bool, b: bool, c: bool, held: bool, tone: int, note: {type: bool, private: true}}}}
        scorecards: {call: {on: call.reviewed, items: {\(items)}}}
        standards:
          score: {on: call.reviewed, require: score("call") >= "80%", otherwise: note}
          full: {on: call.reviewed, require: score("call") == "100%", otherwise: note}
          nothing: {on: call.reviewed, require: score("call") == "0%", otherwise: note}
          bonus: {on: call.reviewed, require: bonus("call") >= "5%", otherwise: note}
          critical: {on: call.reviewed, require: passesCritical("call"), otherwise: note}
        """
    }

    private static let three =
        "a: {weight: 50, pass: event.a}, b: {weight: 30, pass: event.b}, c: {weight: 20, pass: event.c}"

    /// What is met, what is missed (with `!`) and what is not known (with `?`), by the standards' names.
    private static func verdicts(_ items: String, _ data: String) throws -> Set<String> {
        let fixture = try RulebookFixture(rulebook(items))
        let decision = try fixture.decide("{\"type\": \"call.reviewed\", \"data\": {\(data)}}")
        return Set(
            fixture.statuses(decision).map { id, status in
                ["met": "", "missed": "!", "undetermined": "?"][status, default: "#"] + id
            })
    }

    @Test(arguments: [
        ("a: true, b: true, c: true", ["score", "full", "!nothing"]),
        ("a: true, b: true, c: false", ["score", "!full", "!nothing"]),
        ("a: true, b: false, c: true", ["!score", "!full", "!nothing"]),
        ("a: false, b: false, c: false", ["!score", "!full", "nothing"]),
        ("a: true, b: true", ["?score", "?full", "?nothing"]),
    ])
    func weights(_ data: String, _ expected: [String]) throws {
        let json = data.replacing("a:", with: "\"a\":").replacing("b:", with: "\"b\":").replacing("c:", with: "\"c\":")
        let verdicts = try Self.verdicts(Self.three, json)
        #expect(verdicts == Set(expected + ["!bonus", "critical"]))
    }

    @Test(
        "what does not apply falls away, and the others weigh more",
        arguments: [
            (#""a": true, "b": false, "held": true"#, ["!score"]), (#""a": true, "held": false"#, ["score"]),
            (#""a": true, "b": false"#, ["?score"]), (#""a": false, "held": false"#, ["!score"]),
        ])
    func notApplicable(_ data: String, _ expected: [String]) throws {
        let items = "a: {weight: 70, pass: event.a}, b: {weight: 30, pass: event.b, when: event.held}"
        #expect(try Self.verdicts(items, data).isSuperset(of: expected))
        #expect(try Self.verdicts("b: {pass: event.b, when: event.held}", #""held": false"#).contains("?score"))
    }

    @Test(
        "a critical item that fails leaves nothing, whatever else is open",
        arguments: [
            (#""a": true, "c": true"#, ["full", "critical"]), (#""a": true, "c": false"#, ["nothing", "!critical"]),
            (#""c": false"#, ["nothing", "!critical"]), (#""a": true"#, ["?score", "?critical"]),
            (#""a": false, "c": true"#, ["nothing", "critical"]),
        ])
    func critical(_ data: String, _ expected: [String]) throws {
        #expect(
            try Self.verdicts("a: {weight: 1, pass: event.a}, c: {critical: true, pass: event.c}", data)
                .isSuperset(of: expected))
        // With a weight of its own it counts among the others as well.
        #expect(
            try Self.verdicts(
                "a: {weight: 80, pass: event.a}, c: {weight: 20, critical: true, pass: event.c}",
                #""a": false, "c": true"#
            ).isSuperset(of: ["!score", "critical", "!nothing"]))
    }

    @Test func aBonusIsApart() throws {
        let items = "a: {weight: 1, pass: event.a}, b: {bonus: 5, pass: event.b}"
        #expect(try Self.verdicts(items, #""a": false, "b": true"#).isSuperset(of: ["nothing", "bonus"]))
        #expect(try Self.verdicts(items, #""a": true, "b": false"#).isSuperset(of: ["full", "!bonus"]))
        #expect(try Self.verdicts(items, #""a": true"#).isSuperset(of: ["full", "?bonus"]))
    }

    @Test(arguments: [
        (4, ["score", "!full"]), (5, ["full"]), (3, ["!score"]), (0, ["nothing"]), (6, ["!score"]), (-1, ["!score"]),
    ])
    func points(_ tone: Int, _ expected: [String]) throws {
        #expect(try Self.verdicts("tone: {points: event.tone, of: 5}", "\"tone\": \(tone)").isSuperset(of: expected))
    }

    @Test("no bound is reached by rounding: two thirds are a little less than 66.6667 %")
    func roundsDown() throws {
        let yaml = Self.rulebook("a: {pass: event.a}, b: {pass: event.b}, c: {pass: event.c}")
            .replacing(">= \"80%\"", with: ">= \"66.6667%\"").replacing("== \"100%\"", with: ">= \"66.6666%\"")
        let fixture = try RulebookFixture(yaml)
        let decision = try fixture.decide(#"{"type": "call.reviewed", "data": {"a": true, "b": true, "c": false}}"#)
        let statuses = fixture.statuses(decision)
        #expect(statuses["score"] == "missed" && statuses["full"] == "met")
    }

    @Test func theTraceTellsEachItem() throws {
        let fixture = try RulebookFixture(
            Self.rulebook(
                "a: {weight: 20, pass: event.a}, tone: {weight: 30, points: event.tone, of: 4}, "
                    + "held: {weight: 50, pass: event.c, when: event.held}, c: {critical: true, pass: event.c}, "
                    + "note: {pass: event.note}, more: {bonus: 5, pass: event.b}"))
        let decision = try fixture.decide(
            #"{"type": "call.reviewed", "data": {"a": true, "tone": 1, "held": false, "c": true, "note": true}}"#)
        let explanation = try #require(
            Explainer(fixture.compiled).explain(decision).first { $0.standard.id == "score" })
        #expect(
            explanation.facts.map { "\($0.name) \($0.value)" } == [
                "call.a 20 of 20", "call.c passed, critical", "call.held not applicable", "call.note •••",
                "call.tone 7.5 of 30", "score.call 55.8823%",
            ])
    }
}
