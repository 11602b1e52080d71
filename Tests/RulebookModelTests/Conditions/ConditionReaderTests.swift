import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("A condition is checked against the vocabulary, and errors are shown in its own place")
struct ConditionReaderTests {
    @Test(arguments: [
        "event.count <= 3", "event.value <= \"20 EUR\"",
        "not (event.count > 3) and event.value < \"5 EUR\" or customer.staff",
        "customer.tier == \"gold\"", "customer.tier in [\"gold\", \"standard\"]", "agent.role >= \"senior\"",
        "event.wait > \"10min\"",
        "now - customer_since() > \"1h\"".replacing("now - customer_since()", with: "event.wait"),
        "customer.since < \"2026-01-01\"", "date(now) - customer.since >= 365",
        "order.items.all(i, i.price < \"9 EUR\")",
        "sum(order.items.map(i, i.price)) == order.total", "has(event.reason)", "event.type == \"coupon.issue\"",
        "settings.limit * 2 >= event.value", "order.total * 0.5 > event.value".replacing("0.5", with: "settings.half"),
        "event.count > 0 ? customer.staff : unknown(\"why\")", "rulebook.version == \"unversioned\"",
        "\"returns\" in agent.skills",
    ])
    func accepts(_ condition: String) throws {
        _ = try CareDesk.rulebook(
            """
            settings: {limit: 5 EUR, half: 50%}
            standards:
              a:
                on: coupon.issue
                require: >-
                  \(condition)
            """)
    }

    @Test(arguments: [
        ("event.count > 1", "expression"), ("[event.count > 1, customer.staff]", "all"),
        ("{any: [true, false]}", "any"),
        ("{any: {one: true, two: false}}", "any"), ("{any: true}", "any"), ("{not: customer.staff}", "not"),
        ("{not: [true, {any: [false]}]}", "not"), ("{few: event.count < 3, staff: {not: customer.staff}}", "all"),
        ("true", "expression"),
    ])
    func readsEveryShape(_ text: String, shape: String) throws {
        let rulebook = try CareDesk.rulebook("standards: {a: {on: coupon.issue, require: \(text)}}")
        guard case .require(let condition)? = rulebook.standards.first?.body else {
            Issue.record("the body is a condition")
            return
        }
        let name =
            switch condition {
            case .expression: "expression"
            case .all: "all"
            case .any: "any"
            case .not: "not"
            }
        #expect(name == shape)
        #expect(!condition.expressions.isEmpty)
    }

    @Test func keepsLabelsAndPlaces() throws {
        let rulebook = try CareDesk.rulebook(
            "standards:\n  a:\n    on: coupon.issue\n    require:\n      a few: event.count < 3\n      no staff: not customer.staff\n"
        )
        guard case .require(.all(let clauses, _))? = rulebook.standards.first?.body else {
            Issue.record("the body has clauses")
            return
        }
        #expect(clauses.map(\.label) == ["a few", "no staff"])
        #expect(clauses.map(\.condition.range.text) == ["event.count < 3", "not customer.staff"])
        let whole = try #require(clauses.last?.condition.expressions.first)
        #expect(whole.range(of: 4..<18).text == "customer.staff")
    }

    @Test(arguments: [
        Refusal("require: event.«cont» < 3", .init(.conditionType, help: "did you mean `count`?")),
        Refusal("require: 'event.«cnt» < 3'", .init(.conditionType)),
        Refusal("require: \"event.\\x63ount < 3 and event.«cnt» < 3\"", .init(.conditionType)),
        Refusal("require: >-\n      event.count < 3\n      and event.«cnt» < 3", .init(.conditionType)),
        Refusal("require: |\n      event.count < 3 &&\n\n        event.«cnt» < 3\n", .init(.conditionType)),
        Refusal("require: event.count < 3\n      and event.«cnt» < 3", .init(.conditionType)),
        Refusal("require: 'event.reason != \"it''s\" and event.«cnt» < 3'", .init(.conditionType)),
        Refusal("require: event.reason != \"žabe 🐸\" and event.«cnt» < 3", .init(.conditionType)),
        Refusal("require: [event.count < 3, event.«cnt» < 3]", .init(.conditionType)),
        Refusal("require: {any: {one: event.«cnt» < 3}}", .init(.conditionType)),
        Refusal("when: &c event.«cnt» < 3\n    require: *c".replacing("*c", with: "true"), .init(.conditionType)),
    ])
    func pointsIntoTheText(_ refusal: Refusal) {
        CareDesk.expectRefusal(
            "standards:\n  a:\n    on: coupon.issue\n    \(refusal.marked)"
                + (refusal.marked.contains("require") ? "" : "\n    require: true"), refusal.expected)
    }

    @Test func behindAnAliasItPointsToWhatIsShared() {
        let (rulebook, diagnostics) = CareDesk.load(
            CareDesk.header
                + "standards:\n  a: {on: coupon.issue, require: &shared 'event.cnt < 3'}\n"
                + "  b: {on: coupon.issue, require: *shared}\n")
        #expect(rulebook == nil)
        #expect(diagnostics.map(\.range.place) == ["test.yaml:5:49"])
    }

    @Test(arguments: [
        Refusal("«custmer».staff", .init(.conditionType, help: "did you mean `customer`?")),
        Refusal("customer.«staf»", .init(.conditionType, help: "did you mean `staff`?")),
        Refusal("order.placed_by.«teir» == \"gold\"", .init(.conditionType, help: "did you mean `tier`?")),
        Refusal("settings.«limt» > \"5 EUR\"", .init(.conditionType, help: "did you mean `limit`?")),
        Refusal(
            "customer.tier == «\"golden\"»",
            .init(
                .conditionType, message: "`golden` is no value here; expected standard, gold",
                help: "did you mean `gold`?")),
        Refusal(
            "agent.role >= «\"boss\"»",
            .init(.conditionType, message: "`boss` is no role; expected agent, senior, supervisor")),
        Refusal("event.type == «\"coupon.isue\"»", .init(.conditionType, help: "did you mean `coupon.issue`?")),
        Refusal("«siz»(event.id) > 3", .init(.conditionType, help: "did you mean `size`?")),
        Refusal(
            "«event.value <= 20»",
            .init(.conditionType, help: "write an amount with its currency in quotes, as in \"20 EUR\"")),
        Refusal(
            "event.value <= «\"20\"»",
            .init(.conditionType, message: "`20` cannot be read: expected an amount with its currency, as in 20 EUR")),
        Refusal("event.value <= «\"20 EUO\"»", .init(.conditionType, message: "`EUO` is no currency in use")),
        Refusal("event.value <= «\"20 eur\"»", .init(.conditionType, help: "did you mean `EUR`?")),
        Refusal(
            "event.value <= «\"20.001 EUR\"»",
            .init(.conditionType, message: "`20.001 EUR` is finer than the currency's smallest unit")),
        Refusal(
            "event.wait < 20«s»",
            .init(
                .conditionSyntax, help: "lengths of time, amounts and percentages stand in quotes: `\"20s\"`")),
        Refusal(
            "event.value <= 12.50 «EUR» and event.count < 3",
            .init(
                .conditionSyntax, help: "lengths of time, amounts and percentages stand in quotes: `\"12.50 EUR\"`")),
        Refusal("event.wait < «\"7d\"»", .init(.conditionType, help: "write hours, as in 168h for a week")),
        Refusal("customer.since < «\"2026-02-30\"»", .init(.conditionType)),
        Refusal(
            "«event.count»",
            .init(
                .conditionType, message: "a condition must be true or false; this one is a whole number",
                help: "compare it with something, as in `… <= …`")),
        Refusal(
            "«order.placed_by»",
            .init(.conditionType, message: "a condition must be true or false; this one is the whole of `customer`")),
        Refusal("event.count <«»".replacing("«»", with: "") + "«»", .init(.conditionSyntax)),
        Refusal(
            "facts.«verified»", .init(.conditionType, message: "facts has no field `verified`")),
        Refusal(
            "«trigger».count > 1",
            .init(.conditionType, message: "`trigger` can be read in the limits of a timeline only")),
        Refusal(
            "«says»(\"hello\")",
            .init(
                .conditionType,
                message: "`says` listens to what is said, and `coupon.issue` has no field `text` of type string")),
        Refusal(
            "open(«calendars».office, now)",
            .init(
                .conditionType, message: "the rulebook has no calendars", help: "declare them under `calendars:`")),
        Refusal("«~»", .init(.wrongKind, message: "a condition must be an expression, not nothing")),
        Refusal(
            "«[]»", .init(.wrongKind, message: "a list of conditions must be at least one condition, not an empty list")
        ),
        Refusal("«{}»", .init(.wrongKind, message: "a condition must be at least one clause, not an empty map")),
        Refusal("{any: «[]»}", .init(.wrongKind)), Refusal("{any: «{}»}", .init(.wrongKind)),
        Refusal("{not: «~»}", .init(.wrongKind)),
        Refusal(
            "{any: «[true]», other: false}",
            .init(
                .conflictingKeys, message: "`any` and `not` stand alone in their map",
                help: "make a list: `- {any: […]}` and the other conditions beside it")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal(
            "settings: {limit: 5 EUR}\nstandards:\n  a:\n    on: coupon.issue\n    require: \(refusal.marked)",
            refusal.expected)
    }

    @Test func anEmptyPartIsMarkedAtItsEnd() {
        CareDesk.expectRefusal(
            "standards:\n  a: {on: coupon.issue, require: 'event.count <«»'}", [.init(.conditionSyntax)])
    }

    @Test func aHashEndsTheText() {
        let (_, diagnostics) = CareDesk.load(
            CareDesk.header + "standards:\n  a:\n    on: coupon.issue\n    require: event.reason == #1\n")
        #expect(diagnostics.map(\.code) == [.conditionSyntax])
        #expect(
            diagnostics.first?.help
                == "YAML ends the condition at ` #`, which begins a comment; put the whole condition in quotes")
    }

    @Test func saysWhichEventLacksAField() {
        CareDesk.expectRefusal(
            "standards:\n  a: {on: [coupon.issue, refund.pay, ring], require: event.«value» > \"1 EUR\" and event.«count» > 1}",
            [
                .init(
                    .conditionType,
                    help: "not every event named under `on` has it: `refund.pay` does not, or has another type for it"),
                .init(.conditionType),
            ])
    }
}
