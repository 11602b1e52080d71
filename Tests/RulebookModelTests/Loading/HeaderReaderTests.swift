import CEL
import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("A rulebook says about itself what it is, when and where it counts")
struct HeaderReaderTests {
    @Test func readsEveryKey() throws {
        let rulebook = try #require(
            CareDesk.load(
                """
                rulebook: retail-care
                title: {en: Retail care, sl: Skrb za stranke}
                version: 2026.10
                effective: {from: 2026-11-01, until: 2027-01-01}
                timeZone: Europe/Ljubljana
                currency: EUR
                unlisted: {escalate: senior}
                locales: [en, sl]
                include: vocabulary.yaml
                """
            ).rulebook)
        #expect(rulebook.id == "retail-care")
        #expect(rulebook.title?.text(for: "sl") == "Skrb za stranke")
        #expect(rulebook.version == "2026.10")
        #expect(rulebook.effective.from == CELTimestamp(parsing: "2026-11-01T00:00:00+01:00"))
        #expect(rulebook.effective.until == CELTimestamp(parsing: "2027-01-01T00:00:00+01:00"))
        #expect(rulebook.effective.fromText == "2026-11-01")
        #expect(rulebook.timeZone == "Europe/Ljubljana")
        #expect(rulebook.currency?.code == "EUR")
        #expect(rulebook.unlisted == .escalate(role: "senior"))
        #expect(rulebook.locales == ["en", "sl"])
    }

    @Test func hasCautiousDefaults() throws {
        let rulebook = try #require(CareDesk.load("rulebook: small").rulebook)
        #expect(rulebook.version == "unversioned")
        #expect(rulebook.timeZone == "UTC")
        #expect(rulebook.currency == nil)
        #expect(rulebook.unlisted == .deny)
        #expect(rulebook.effective == .always)
        #expect(rulebook.title == nil)
    }

    @Test(
        arguments: [
            ("allow", .allow), ("justify", .justify), ("deny", .deny), ("escalate", .escalate(role: "supervisor")),
            ("{escalate: agent}", .escalate(role: "agent")),
        ] as [(String, UnlistedConsequence)])
    func readsWhatIsUnlisted(_ text: String, consequence: UnlistedConsequence) throws {
        #expect(try CareDesk.rulebook("unlisted: \(text)").unlisted == consequence)
    }

    @Test(arguments: [
        Refusal(
            "timeZone: «Ljubljana»",
            .init(
                .badValue, message: "`Ljubljana` is no time zone",
                help: "write an IANA name such as Europe/Ljubljana")),
        Refusal("timeZone: «[UTC]»", .init(.wrongKind, message: "`timeZone` must be a text, not a list")),
        Refusal("version:«»\n", .init(.wrongKind, message: "`version` must be a text, not nothing")),
        Refusal("title: «\" \"»", .init(.wrongKind, message: "a title must be a text, not an empty one")),
        Refusal(
            "effective: {from: 2026-11-01, until: «2026-11-01»}",
            .init(
                .emptyPeriod, message: "the period ends before it begins",
                help: "`until` is the first day that no longer counts, and must come after `from`")),
        Refusal(
            "effective: {from: «tomorrow», util: 2026-11-02}".replacing("util", with: "«util»"),
            .init(
                .badValue, message: "`tomorrow` is no date",
                help: "write a date such as 2026-11-01, or an instant with its offset"),
            .init(.unknownKey, message: "`effective` has no key `util`", help: "did you mean `until`?")),
        Refusal(
            "effective: {from: «2026-11-01T08:00:00»}", .init(.badValue, message: "`2026-11-01T08:00:00` is no date")),
        Refusal(
            "effective: «2026-11-01»", .init(.wrongKind, message: "`effective` must be a map, not a text")),
        Refusal(
            "unlisted: «permit»",
            .init(.badValue, message: "`permit` is no outcome; expected allow, justify, escalate, deny", help: "")),
        Refusal(
            "unlisted: «justfy»", .init(.badValue, help: "did you mean `justify`?", replacements: ["justify"])),
        Refusal(
            "unlisted: «{}»",
            .init(
                .missingKey, message: "`unlisted` needs the key `escalate`", help: "write `{escalate: supervisor}`")),
        Refusal(
            "unlisted: {escalate: «boss»}",
            .init(
                .unknownRole, message: "no role is named `boss`", help: "the roles are agent, senior, supervisor")),
        Refusal(
            "unlisted: {escalate: «supervsor»}",
            .init(.unknownRole, help: "did you mean `supervisor`?", replacements: ["supervisor"])),
        Refusal(
            "locales: [en, «English», sl, «en»]",
            .init(.badValue, message: "`English` is no language tag", help: "write a tag such as `en` or `pt-BR`"),
            .init(.duplicateDefinition, message: "the language `en` is defined twice")),
        Refusal(
            "«curency»: EUR",
            .init(
                .unknownKey, message: "a rulebook has no key `curency`", help: "did you mean `currency`?",
                replacements: ["currency"])),
        Refusal(
            "«owner»: me",
            .init(
                .unknownKey, message: "a rulebook has no key `owner`",
                help:
                    "known here: actions, calendars, currency, effective, entities, events, facts, handbook, "
                    + "include, lifetimes, lint, locales, phrases, roles, rulebook, scorecards, settings, standards, timeZone, title, unlisted, version"
            )),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal(refusal.marked, refusal.expected)
    }

    @Test(arguments: [
        Refusal(
            "rulebook: «My rules»",
            .init(
                .malformedName, message: "`My rules` cannot be the name of a rulebook",
                help: "use letters, digits, `_`, `-`, and dots between")),
        Refusal(
            "rulebook: a\ncurrency: «eur»",
            .init(.badValue, message: "`eur` is no currency in use", help: "did you mean `EUR`?")),
        Refusal(
            "rulebook: a\ncurrency: «Euro»",
            .init(.badValue, message: "`Euro` is no currency in use", help: "write its ISO 4217 code, such as EUR")),
        Refusal(
            "rulebook: a\nunlisted: «escalate»",
            .init(
                .badValue, message: "nobody can approve: the rulebook has no roles",
                help: "declare `roles:`, lowest first")),
        Refusal(
            "rulebook: a\nunlisted: {escalate: «boss»}",
            .init(.unknownRole, help: "declare the roles, lowest first: `roles: [agent, supervisor]`")),
    ])
    func refusesWithoutAVocabulary(_ refusal: Refusal) {
        CareDesk.expectRootRefusal(refusal.marked, refusal.expected)
    }
}
