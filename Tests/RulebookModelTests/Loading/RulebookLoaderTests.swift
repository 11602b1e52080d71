import RulebookModel
import SourceText
import TestSupport
import Testing
import YAMLSyntax

@Suite("A rulebook is read from all of its files, with every error of every file at once")
struct RulebookLoaderTests {
    private static let standards = """
        standards:
          coupons.count: {on: coupon.issue, require: event.count <= 3}
          refunds.amount: {on: refund.pay, require: 'event.amount <= "20 EUR"', otherwise: justify}

        """

    @Test func ruleOrderAndFileSplitGiveTheSameModel() throws {
        let whole = try CareDesk.rulebook(Self.standards + "settings: {a: 1, b: 2}")
        let split = CareDesk.load(
            "standards:\n  refunds.amount: {on: refund.pay, require: 'event.amount <= \"20 EUR\"', otherwise: justify}\n"
                + "include: [b.yaml, vocabulary.yaml, a.yaml]\ncurrency: EUR\nsettings: {b: 2}\nrulebook: test",
            files: [
                "a.yaml": "settings: {a: 1}",
                "b.yaml": "standards:\n  coupons.count:\n    require: event.count <= 3\n    on: coupon.issue",
            ]
        ).rulebook
        let other = try #require(split)
        #expect(whole.standards.map(\.id) == ["coupons.count", "refunds.amount"])
        #expect(other.standards.map(\.id) == whole.standards.map(\.id))
        #expect(other.standards.map(\.otherwise) == whole.standards.map(\.otherwise))
        #expect(other.settings.map(\.name) == ["a", "b"])
        #expect(other.vocabulary.events.map(\.name) == whole.vocabulary.events.map(\.name))
        #expect(other.vocabulary.roles == whole.vocabulary.roles)
    }

    @Test func tellsEveryErrorOfEveryFile() {
        let files = [
            "a.yaml": "settings: {x: [1, two]}\nstandards:\n  a: {on: coupon.isue, require: event.count}",
            "b.yaml": "standards:\n  b: {on: coupon.issue, severity: bad, require: [event.cnt == 1, event.value == 3]}",
            "c.yaml": "standards: [",
        ]
        let (rulebook, diagnostics) = CareDesk.load(
            "rulebook: test\ncurrency: EUO\ninclude: ['*.yaml', missing.yml]\nspeed: fast", files: files)
        #expect(rulebook == nil)
        let told = diagnostics.map { "\($0.range.file.name) \($0.code.rawValue) \($0.range.text)" }
        #expect(
            told == [
                "a.yaml RB0210 two", "a.yaml RB0202 coupon.isue", "b.yaml RB0105 bad", "b.yaml RB0302 cnt",
                "b.yaml RB0302 event.value == 3", "c.yaml YA0123 [", "test.yaml RB0105 EUO",
                "test.yaml RB0108 missing.yml", "test.yaml RB0102 speed",
            ])
    }

    @Test func tellsEveryErrorOfOneStandard() {
        CareDesk.expectRefusal(
            """
            standards:
              coupons.many:
                «ownr»: me
                severity: «huge»
                force: «shall»
                on: coupon.issue
                for: {«customer.teir»: gold}
                when: event.«cont» > 1
                unless: customer.«stuff»
                require: «event.value»
                otherwise: «refuse»
                say:«»
                instead: «coupon.smal»

            """,
            [
                .init(.unknownKey, help: "did you mean `owner`?"),
                .init(.badValue, message: "`huge` is no severity; expected minor, major, critical"),
                .init(.badValue, message: "`shall` is no force; expected must, should, may"),
                .init(.unknownFact, message: "there is no fact `customer.teir`", help: "did you mean `customer.tier`?"),
                .init(.conditionType, help: "did you mean `count`?"),
                .init(.conditionType, help: "did you mean `staff`?"),
                .init(.conditionType, message: "a condition must be true or false; this one is an amount of money"),
                .init(.badValue),
                .init(.wrongKind, message: "`say` must be a text, not nothing"),
                .init(.unknownEvent, message: "no action, event or pattern is named `coupon.smal`"),
            ])
    }

    @Test(arguments: [
        Refusal("«»", .init(.emptyRulebook, message: "there is nothing in this rulebook")),
        Refusal("«»# only a comment\n", .init(.emptyRulebook, help: "begin with `rulebook:` and a name")),
        Refusal("«- rulebook»", .init(.wrongKind, message: "a rulebook must be a map, not a list")),
        Refusal("«rules»", .init(.wrongKind, message: "a rulebook must be a map, not a text")),
        Refusal(
            "«title»: Rules\nversion: 1",
            .init(
                .missingKey, message: "a rulebook needs the key `rulebook`", help: "begin with `rulebook:` and a name")),
        Refusal("«{}»", .init(.missingKey, message: "a rulebook needs the key `rulebook`")),
        Refusal("rulebook: a\n«rulebook»: b", .init(.yamlDuplicateKey)),
    ])
    func refusesWhatIsNoRulebook(_ refusal: Refusal) {
        CareDesk.expectRootRefusal(refusal.marked, refusal.expected)
    }

    @Test(arguments: [
        ("amend", "{a: {force: may}}", "a layer over another rulebook"), ("metrics", "{}", "metrics"),
        ("tests", "[]", "tests inside a rulebook file"),
    ])
    func refusesWhatItDoesNotRunYet(_ key: String, _ value: String, _ what: String) {
        CareDesk.expectRefusal(
            "«\(key)»: \(value)",
            [
                .init(
                    .notYet, message: "not yet: \(what) cannot be run by this version",
                    help: "leave it out until a version that runs it; nothing is ever half judged")
            ])
    }

    @Test(arguments: ["settings", "roles", "entities", "actions", "events", "standards", "include"])
    func aKeyWithNothingAfterItIsAbsent(_ key: String) {
        #expect(CareDesk.load("rulebook: test\n\(key):\n").rulebook != nil)
    }

    @Test(arguments: ["settings", "entities", "actions", "events", "standards"])
    func aSectionIsAMap(_ key: String) {
        CareDesk.expectRootRefusal(
            "rulebook: test\n\(key): «[a, b]»", [.init(.wrongKind, message: "`\(key)` must be a map, not a list")])
    }

    @Test func aStandardOfTwoFilesIsDefinedTwice() throws {
        let (_, diagnostics) = CareDesk.load(
            CareDesk.header.replacing("vocabulary.yaml", with: "[vocabulary.yaml, b.yaml]") + Self.standards,
            files: ["b.yaml": "standards:\n  coupons.count: {on: ring, require: true}"])
        let only = try #require(diagnostics.first)
        #expect(diagnostics.count == 1)
        #expect(only.code == .duplicateDefinition)
        #expect(only.message == "the standard `coupons.count` is defined twice")
        #expect(only.help == "give one of them another name, or remove it")
        #expect(only.range.place == "b.yaml:2:3")
        #expect(only.labels.map(\.message) == ["first defined here"])
        #expect(only.labels.map(\.range.place) == ["test.yaml:5:3"])
    }

    @Test(arguments: [
        ("settings: {a: 1}", "settings: {a: 2}", "the setting `a`"),
        ("entities: {shop: {name: string}}", "entities: {shop: {}}", "the entity `shop`"),
        ("actions: {hold: }", "events: {hold: {is: ring}}", "the action, event or pattern `hold`"),
        ("actions: {hold: }", "actions: {hold: }", "the action, event or pattern `hold`"),
        ("", "roles: [boss]", "the key `roles`"),
    ])
    func aNameOfTwoFilesIsDefinedTwice(_ first: String, _ second: String, subject: String) {
        let (rulebook, diagnostics) = CareDesk.load(
            "rulebook: test\ninclude: [vocabulary.yaml, z.yaml]\n\(first)", files: ["z.yaml": second])
        #expect(rulebook == nil)
        #expect(diagnostics.map(\.code) == [.duplicateDefinition])
        #expect(diagnostics.map(\.message) == ["\(subject) is defined twice"])
        #expect(diagnostics.first?.range.file.name == "z.yaml")
    }
}
