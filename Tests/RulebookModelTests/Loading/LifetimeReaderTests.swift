import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("Lifetimes say when keys are over")
struct LifetimeReaderTests {
    @Test func reads() throws {
        let rulebook = try CareDesk.rulebook(
            "lifetimes:\n  interaction: {end: [ring, utterance], idle: 24h}\n  customer: {idle: 8760h}")
        #expect(rulebook.lifetimes.map(\.name) == ["customer", "interaction"])
        #expect(rulebook.lifetimes.map(\.path) == [["customer", "id"], ["event", "interaction"]])
        #expect(rulebook.lifetimes.map { $0.idle?.text } == ["8760h", "24h"])
        #expect(rulebook.lifetimes.map { $0.end?.types } == [nil, ["ring", "utterance"]])
    }

    @Test(arguments: [
        Refusal("interaction: «{}»", .init(.missingKey, help: "write `{end: call.ended}`, `{idle: 24h}` or both")),
        Refusal("interaction: {end: «rng»}", .init(.unknownEvent, help: "did you mean `ring`?")),
        Refusal(
            "interaction: {idle: «7 days»}",
            .init(
                .badValue, message: "`7 days` is no length of time",
                help: "write hours or minutes, as in `24h`; for days write `168h`")),
        Refusal("interaction: {idle: «0s»}", .init(.badValue)),
        Refusal("interaction: {«idel»: 24h}", .init(.unknownKey, help: "did you mean `idle`?")),
        Refusal("«interacton»: {idle: 24h}", .init(.unknownFact)),
        Refusal(
            "count: {end: «ring»}",
            .init(
                .badValue, message: "`ring` has no field `count`, so it can end none",
                help: "name events that have it, or give it the field")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal("lifetimes:\n  \(refusal.marked)", refusal.expected)
    }
}
