import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("An allowance is a measure and a ladder of steps")
struct AllowanceReaderTests {
    private func allowance(_ text: String, on event: String = "coupon.issue") throws -> Allowance {
        let rulebook = try CareDesk.rulebook(
            "settings: {few: 1, many: {a: 5}, sum: 9 EUR}\nstandards:\n  a:\n    on: \(event)\n    allowance: \(text)")
        guard case .allowance(let allowance)? = rulebook.standards.first?.body else {
            throw Missing()
        }
        return allowance
    }

    private struct Missing: Error {}

    @Test func readsEveryKindOfStep() throws {
        let allowance = try allowance(
            """
            {sum: event.count, window: each, steps: [{under: 1}, {up_to: settings.few}, {at_most: 3, needs: reason}, \
            {up_to: settings.many.a * 2, needs: approval, from: supervisor}, {needs: approval, from: senior}]}
            """)
        #expect(allowance.type == .int)
        #expect(
            allowance.steps.map(\.need) == [
                .nothing, .nothing, .reason(lengthMin: 1), .approval(roles: ["supervisor"]),
                .approval(roles: ["senior"]),
            ])
        let bounds = allowance.steps.map { step -> String in
            switch step.bound {
            case .under: "under"
            case .upTo(.value): "value"
            case .upTo(.expression): "expression"
            case .unlimited: "unlimited"
            }
        }
        #expect(bounds == ["under", "expression", "value", "expression", "unlimited"])
    }

    @Test(
        arguments: [
            ("event.count", "coupon.issue", "3", .int), ("event.value", "coupon.issue", "3 EUR", .money),
            ("event.value", "coupon.issue", "3", .money), ("event.wait", "coupon.issue", "10min", .duration),
            ("event.share", "refund.pay", "10%", .percent), ("event.count", "refund.pay", "2.5", .decimal),
            ("event.value * event.count", "coupon.issue", "settings.sum", .money),
        ] as [(String, String, String, FactType)])
    func measures(_ measure: String, _ event: String, _ limit: String, type: FactType) throws {
        let allowance = try allowance("{max: \(measure), window: each, steps: {up_to: \(limit)}}", on: event)
        #expect(allowance.type == type)
        #expect(allowance.steps.count == 1)
    }

    @Test func readsLengthsOfReasonsAndSeveralPeople() throws {
        let allowance = try allowance(
            """
            {sum: event.count, window: each, steps: [{up_to: 3, needs: {reason: {at_least: 20}}}, \
            {needs: approval, from: [supervisor, senior]}]}
            """)
        // From the lowest role up, however they are written.
        #expect(allowance.steps.map(\.need) == [.reason(lengthMin: 20), .approval(roles: ["senior", "supervisor"])])
    }

    @Test(arguments: [
        Refusal(
            "{sum: event.count, window: each, steps: [{up_to: 1, needs: {reason: {at_least: «0»}}}]}",
            .init(
                .wrongKind,
                message:
                    "the least length of a reason must be a number of characters from 1 to 2000, not a whole number")),
        Refusal(
            "{sum: event.count, window: each, steps: [{up_to: 1, needs: {reason: {«atleast»: 20}}}]}",
            .init(.unknownKey, help: "did you mean `at_least`?")),
        Refusal(
            "{sum: event.count, window: each, steps: [{up_to: 1, needs: {reason: {at_least: 20}}, from: «senior»}]}",
            .init(.conflictingKeys, message: "`from` goes with `needs: approval`")),
        Refusal("{sum: event.count, window: each, steps: [{up_to: 1, needs: {reason: «{}»}}]}", .init(.missingKey)),
        Refusal(
            "{sum: event.count, window: each, steps: [{up_to: 1, needs: approval, from: «[]»}]}",
            .init(.badValue, message: "nobody is named who may approve")),
        Refusal(
            "«{sum: event.count, steps: [{up_to: 1}]}»",
            .init(
                .missingKey, message: "an allowance needs the key `window`",
                help: "write `window: each` to measure every event by itself, or how far back events count, as in "
                    + "`window: {calendar: month}`")),
        Refusal(
            "«{window: each, steps: [{up_to: 1}]}»",
            .init(
                .missingKey, message: "an allowance needs the key `sum`",
                help: "say what is measured, as in `sum: event.count`")),
        Refusal(
            "«{sum: event.count, window: each}»",
            .init(
                .missingKey, message: "an allowance needs the key `steps`",
                help: "list the steps, as in `steps: [{up_to: 1}, {up_to: 3, needs: reason}]`")),
        Refusal("{sum: event.count, window: each, steps: «[]»}", .init(.missingKey)),
        Refusal(
            "{sum: event.count, window: «ech», steps: [{up_to: 1}]}",
            .init(.badValue, message: "`ech` is no window; expected each, lifetime", help: "did you mean `each`?")),
        Refusal(
            "{sum: event.count, window: «month», steps: [{up_to: 1}]}",
            .init(.badValue, message: "`month` is no window", help: "write `{calendar: month}`")),
        Refusal(
            "«{sum: event.count, window: {calendar: month}, steps: [{up_to: 1}]}»",
            .init(
                .missingKey, message: "an allowance over several events needs the key `per`",
                help: "say whose figure it is, as in `per: customer`; `per: everyone` is one figure for all")),
        Refusal(
            "{sum: event.count, per: «custmer», window: lifetime, steps: [{up_to: 1}]}",
            .init(.unknownFact, message: "nothing can be measured per `custmer`", help: "did you mean `customer`?")),
        Refusal(
            "{sum: event.count, per: [customer, «customer»], window: lifetime, steps: [{up_to: 1}]}",
            .init(.conflictingKeys, message: "`customer` stands in the key twice")),
        Refusal(
            "{sum: event.count, per: [customer, «everyone»], window: lifetime, steps: [{up_to: 1}]}",
            .init(.conflictingKeys, message: "`everyone` stands alone")),
        Refusal(
            "{sum: event.count, per: customer, window: {calendar: «moth»}, steps: [{up_to: 1}]}",
            .init(.badValue, help: "did you mean `month`?")),
        Refusal(
            "{sum: event.count, per: customer, window: {rolling: «7d»}, steps: [{up_to: 1}]}",
            .init(
                .badValue, message: "`7d` is no length of a window",
                help: "write `7 days` for dates, or `168h` for hours: they differ at midnight and when clocks change")),
        Refusal(
            "{sum: event.count, per: customer, window: {rolling: «0s»}, steps: [{up_to: 1}]}",
            .init(.badValue, message: "a window must be longer than nothing")),
        Refusal(
            "{sum: event.count, per: customer, window: {calendar: month, rolling: «7 days»}, steps: [{up_to: 1}]}",
            .init(.conflictingKeys, message: "a window is `calendar` or `rolling`, not both")),
        Refusal(
            "{sum: event.count, per: customer, window: {calendar: month, begins: «monday»}, steps: [{up_to: 1}]}",
            .init(.conflictingKeys, message: "`begins` goes with `{calendar: week}`")),
        Refusal(
            "{sum: event.count, per: customer, window: {calendar: day, zone: «customer.tier»}, steps: [{up_to: 1}]}",
            .init(.badValue, help: "name a field whose type is `zone`")),
        Refusal(
            "{sum: event.count, per: customer, where: «event.count > 1», window: lifetime, steps: [{up_to: 1}]}",
            .init(.conflictingKeys, message: "`where` narrows a pattern, and there is none")),
        Refusal(
            "{sum: event.count, per: customer, restored_by: «ring», window: lifetime, steps: [{up_to: 1}]}",
            .init(.missingKey, message: "`restored_by` needs the key `of`")),
        Refusal(
            "{max: event.count, per: customer, restored_by: «ring», window: lifetime, steps: [{up_to: 1}]}",
            .init(.conflictingKeys, message: "the greatest value cannot be given back")),
        Refusal(
            "{«happened»: coupon.issue, per: customer, window: lifetime, steps: [{up_to: 1}]}",
            .init(
                .conflictingKeys, message: "an allowance cannot be measured by `happened`",
                help: "use `count`, `max`, `sum`")),
        Refusal(
            "{«mean»: coupon.issue, per: customer, window: lifetime, steps: [{up_to: 1}]}",
            .init(
                .conflictingKeys, message: "an allowance cannot be measured by `mean`",
                help: "use `count`, `max`, `sum`")),
        Refusal(
            "{count: «coupon.issue», window: each, steps: [{up_to: 1}]}",
            .init(
                .conflictingKeys, message: "an event by itself is always one, so there is nothing to count",
                help: "write how far back events count, as in `window: {calendar: month}`")),
        Refusal(
            "{sum: event.count, «per»: customer, window: each, steps: [{up_to: 1}]}",
            .init(
                .conflictingKeys, message: "with `window: each` nothing is remembered, so `per` says nothing")),
        Refusal(
            "{sum: event.count, «restored_by»: ring, window: each, steps: [{up_to: 1}]}", .init(.conflictingKeys)),
        Refusal(
            "{sum: event.count, «widow»: each, window: each, steps: [{up_to: 1}]}",
            .init(
                .unknownKey, message: "the allowance of the standard `a` has no key `widow`",
                help: "did you mean `window`?")),
        Refusal(
            "{sum: event.count, «max»: event.count, window: each, steps: [{up_to: 1}]}",
            .init(.conflictingKeys, message: "an allowance has one measure; this has `sum` and `max`")),
        Refusal(
            "{sum: «[event.count]», window: each, steps: [{up_to: 1}]}",
            .init(.wrongKind, message: "what is measured must be an expression such as event.count, not a list")),
        Refusal(
            "{sum: event.«cout», window: each, steps: [{up_to: 1}]}",
            .init(.conditionType, help: "did you mean `count`?")),
        Refusal(
            "{sum: «customer.tier», window: each, steps: [{up_to: 1}]}",
            .init(
                .conditionType,
                message: "only a number, an amount, a percentage or a length of time can be measured; this is a text, "
                    + "one of standard, gold")),
        Refusal(
            "«3»", .init(.wrongKind, message: "the allowance of the standard `a` must be a map, not a whole number")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal(
            "standards:\n  a:\n    on: coupon.issue\n    allowance: \(refusal.marked)", refusal.expected)
    }

    @Test(arguments: [
        Refusal("event.count | «3»", .init(.wrongKind, message: "a step must be a map, not a whole number")),
        Refusal("event.count | «{up_to: 1, under: 2}»", .init(.conflictingKeys, message: "a step has one limit")),
        Refusal(
            "event.count | {up_to: 1, «need»: reason}",
            .init(.unknownKey, message: "a step has no key `need`", help: "did you mean `needs`?")),
        Refusal(
            "event.count | {up_to: 1, needs: «aproval», from: supervisor}",
            .init(
                .badValue, message: "`aproval` is no need; expected reason, approval", help: "did you mean `approval`?")
        ),
        Refusal(
            "event.count | «{up_to: 1, needs: approval}»",
            .init(
                .missingKey, message: "a step that needs approval needs the key `from`",
                help: "name the role, as in `from: supervisor`")),
        Refusal(
            "event.count | {up_to: 1, needs: reason, from: «senior»}",
            .init(
                .conflictingKeys, message: "`from` goes with `needs: approval`",
                help: "write `needs: approval`, or leave `from` out")),
        Refusal(
            "event.count | {up_to: 1, needs: approval, from: «superviser»}",
            .init(.unknownRole, message: "no role is named `superviser`", help: "did you mean `supervisor`?")),
        Refusal("event.count | {up_to: «~»}", .init(.wrongKind, message: "a limit must be int, not nothing")),
        Refusal("event.count | {up_to: «[1]»}", .init(.wrongKind, message: "a limit must be int, not a list")),
        Refusal(
            "event.count | {up_to: «3.5»}",
            .init(
                .conditionType, message: "the measure is a whole number, but this limit is a number with a fraction",
                help: "write a number, or an expression that gives a whole number")),
        Refusal(
            "event.count | {up_to: «settings.sum»}",
            .init(.conditionType, message: "the measure is a whole number, but this limit is an amount of money")),
        Refusal("event.count | {up_to: settings.«fw»}", .init(.conditionType, help: "did you mean `few`?")),
        Refusal(
            "event.value | {up_to: «20 EURO»}",
            .init(.badValue, message: "`20 EURO` cannot be read: expected an amount with its currency, as in 20 EUR")),
        Refusal("event.value | {up_to: «20 eur»}", .init(.badValue, help: "did you mean `EUR`?")),
        Refusal(
            "event.wait | {up_to: «7d»}",
            .init(.badValue, message: "`d` counts dates, not time, and cannot stand in a length of time")),
        Refusal(
            "event.wait | {up_to: «5»}",
            .init(
                .conditionType, message: "the measure is a length of time, but this limit is a whole number",
                help: "write a length of time, as in 10min, or an expression that gives a length of time")),
        Refusal(
            "event.value | {up_to: 5 EUR}, {up_to: «9 USD», needs: reason}",
            .init(.badValue, message: "an amount in USD cannot be compared with one in EUR")),
    ])
    func refusesSteps(_ refusal: Refusal) {
        let parts = refusal.marked.split(separator: " | ", maxSplits: 1)
        CareDesk.expectRefusal(
            "settings: {few: 1, sum: 9 EUR}\nstandards:\n  a:\n    on: coupon.issue\n    allowance:\n"
                + "      sum: \(parts[0])\n      window: each\n      steps: [\(parts[1])]", refusal.expected)
    }
}
