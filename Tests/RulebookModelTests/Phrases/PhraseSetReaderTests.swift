import RulebookModel
import TestSupport
import Testing

@Suite("Phrase sets are read whole, and everything that is wrong with them is told at once")
struct PhraseSetReaderTests {
    @Test func readsEverything() throws {
        let rulebook = try CareDesk.rulebook(
            """
            phrases:
              refusal.not_mine:
                title: {en: Not my job, sl: Ni moje delo}
                avoid: true
                instead: offer
                en: {match: [not my job], sentence: not mine, except: [not my job alone], instead: I will find out}
                pt-BR: não é comigo
              offer: {en: {say: How may I help you?}}
            """)
        #expect(rulebook.phrases.map(\.name) == ["offer", "refusal.not_mine"])
        let set = try #require(rulebook.phrases.last)
        #expect(set.avoid && set.groups.map(\.locale) == ["en", "pt-BR"])
        #expect(set.title?.text(for: "sl") == "Ni moje delo")
        #expect(set.groups[0].sentence.map(\.text) == ["not mine"])
        if case .set(let name)? = set.instead { #expect(name == "offer") } else { Issue.record("names a set") }
        #expect(rulebook.phrases[0].group(for: "en-GB")?.say?.text == "How may I help you?")
    }

    @Test(arguments: [
        Refusal("«it»: {}", .init(.missingKey, help: "say for each language what is said, as in `en: [hello]`")),
        Refusal("it: «hello»", .init(.wrongKind, message: "the phrase set `it` must be a map, not a text")),
        Refusal("«my set»: {en: hello}", .init(.malformedName)),
        Refusal("it: {«avod»: true, en: hello}", .init(.unknownKey, help: "did you mean `avoid`?")),
        Refusal("it: {avoid: «often», en: hello}", .init(.wrongKind)),
        Refusal(
            "it: {en: «[]»}",
            .init(.wrongKind, message: "what is said in `en` must be at least one expression, not an empty list")),
        Refusal("it: {«en»: {except: [a b]}}", .init(.missingKey)),
        Refusal("it: {en: {«mach»: [hello]}}", .init(.unknownKey, help: "did you mean `match`?")),
        Refusal("it: {en: hello, instead: «other.x»}\n  other: {en: hi}", .init(.badValue)),
        Refusal("it: {en: [«\"...\"»]}", .init(.badValue, message: "nothing is left of this expression")),
        Refusal("it: {en: [«\"(so)\"»]}", .init(.badValue, message: "nothing is left of this expression")),
        Refusal("it: {en: [«\"* so\"»]}", .init(.badValue, message: "a gap stands between words")),
        Refusal("it: {en: [«\"so *\"»]}", .init(.badValue, message: "a gap stands between words")),
        Refusal("it: {en: [«\"so * * so\"»]}", .init(.badValue, message: "two gaps follow each other")),
        Refusal("it: {en: [\"so «(»very\"]}", .init(.badValue, message: "the bracket is never closed")),
        Refusal("it: {en: [\"so very«)»\"]}", .init(.badValue)),
        Refusal("it: {en: [\"so «{»agent.role\"]}", .init(.badValue, message: "the brace is never closed")),
        Refusal(
            "it: {en: [\"so «~»\"]}", .init(.badValue, message: "`~` follows the letters with which a word begins")),
        Refusal("it: {en: [\"«a»~\"]}", .init(.badValue, message: "a stem has at least two letters")),
        Refusal("it: {en: [\"hi {«customer.nane»}\"]}", .init(.unknownFact)),
        Refusal(
            "it: {en: [\"since {«customer.since»}\"]}",
            .init(.badValue, message: "`customer.since` is date, and what is said is a text")),
        Refusal(
            "it: {en: [«\"a/b/c/d/e/f/g a/b/c/d/e/f/g (so) (so) (so)\"»]}",
            .init(
                .badValue,
                message: "this expression can be said in 7 × 7 × 2 × 2 × 2 ways, and at most 256 are listened for")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal("phrases:\n  \(refusal.marked)\n", refusal.expected)
    }

    @Test(arguments: [
        Refusal(
            "on: agent.turn, require: says(«\"greting\"»)",
            .init(.badValue, message: "no phrase set is named `greting`", help: "did you mean `greeting`?")),
        Refusal("on: agent.turn, require: says(«event.text»)", .init(.conditionSyntax, help: "write `says(\"…\")`")),
        Refusal("on: agent.turn, require: «says»()", .init(.conditionSyntax)),
        Refusal(
            "on: ring, require: «says»(\"greeting\")",
            .init(
                .conditionType, message: "`says` listens to what is said, and `ring` has no field `text` of type string"
            )),
        Refusal(
            "on: [agent.turn, ring], require: «saysOnly»(\"greeting\")",
            .init(
                .conditionType,
                message: "`saysOnly` listens to what is said, and `ring` has no field `text` of type string")),
        Refusal("on: agent.turn, require: «timesSaid(\"greeting\")»", .init(.conditionType)),
        Refusal("on: coupon.issue, require: event.count > 1, instead: «greeting.warm»", .init(.unknownEvent)),
    ])
    func refusesConditions(_ refusal: Refusal) {
        let quoted = refusal.marked
        CareDesk.expectRefusal(
            "phrases:\n  greeting: {en: [hello]}\nstandards:\n  s: {\(quoted)}\n", refusal.expected)
    }

    @Test func withoutPhraseSets() {
        CareDesk.expectRefusal(
            "standards:\n  s: {on: agent.turn, require: says(«\"greeting\"»)}\n",
            [.init(.badValue, help: "declare it under `phrases:`")])
    }
}
