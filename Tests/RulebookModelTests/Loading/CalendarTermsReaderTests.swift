import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("Limits take hours, business days and closes from calendars")
struct CalendarTermsReaderTests {
    private static let calendars = """
        calendars:
          office: {mon-fri: "08:00-18:00"}
          shop: {mon-sat: "09:00-20:00"}

        """

    @Test(arguments: [
        ("within: 1h, clock: office", "within 1h of office hours"),
        ("under: 45s, clock: shop", "in under 45s of shop hours"),
        ("within: trigger.wait, clock: office", "within trigger.wait of office hours"),
        ("within: 3 business days, clock: office", "within 3 business days"),
        (
            "within: 1 business day, clock: office, ends: close of office",
            "within 1 business day, to the close of office"
        ),
        ("within: 3 business days, clock: office, day_one: trigger", "within 3 business days, the first included"),
        ("within: 7 days, roll: {next: office}", "within 7 days, or the next business day of office"),
        (
            "within: 1 month, roll: {previous: shop}, ends: close of shop",
            "within 1 month, or the business day of shop before, to the close of shop"
        ),
        ("by: close of office", "by the close of office"),
        ("by: date(trigger.time), ends: close of office", "by date(trigger.time), to the close of office"),
        ("by: 'closeOf(calendars.office, trigger.time)'", "by closeOf(calendars.office, trigger.time)"),
        (
            "by: 'addBusinessDays(trigger.time, 2, calendars.shop)'",
            "by addBusinessDays(trigger.time, 2, calendars.shop)"
        ),
    ])
    func reads(_ limit: String, _ text: String) throws {
        let rulebook = try CareDesk.rulebook(
            Self.calendars + "standards:\n  a:\n    timeline: {after: coupon.issue, expect: ring, \(limit)}")
        guard case .timeline(let rule)? = rulebook.standards.first?.body,
            case .response(_, let deadline?) = rule.demand
        else { throw Missing() }
        #expect(deadline.text == text)
    }

    private struct Missing: Error {}

    @Test func theOnlyCalendarNeedsNoName() throws {
        let rulebook = try CareDesk.rulebook(
            "calendars: {office: {mon: \"08:00-09:00\"}}\n"
                + "standards:\n  a:\n    timeline: {after: ring, expect: ring, within: 2 business days}")
        guard case .timeline(let rule)? = rulebook.standards.first?.body,
            case .response(_, let deadline?) = rule.demand
        else { throw Missing() }
        #expect(deadline.calendar.clock?.name == "office")
    }

    @Test(arguments: [
        Refusal("within: 1h, clock: «ofice»", .init(.badValue, help: "did you mean `office`?")),
        Refusal(
            "within: «3 business days»",
            .init(
                .badValue, message: "business days of which calendar?",
                help: "write `clock:` and one of office, shop")),
        Refusal(
            "«clock»: office", .init(.conflictingKeys, message: "`clock` says nothing without a limit")),
        Refusal(
            "within: 7 days, «clock»: office",
            .init(
                .conflictingKeys, message: "`clock` says nothing beside a number of days",
                help: "to count business days, write `3 business days`")),
        Refusal(
            "within: 1h, «day_one»: trigger, «ends»: close of office, «roll»: {next: office}",
            .init(.conflictingKeys, message: "`day_one` says nothing beside a length of time"),
            .init(.conflictingKeys), .init(.conflictingKeys)),
        Refusal(
            "by: trigger.time, «roll»: {next: office}",
            .init(.conflictingKeys, help: "it is about dates: write `by: date(…)`")),
        Refusal("by: close of office, «ends»: close of office", .init(.conflictingKeys)),
        Refusal("by: «close of ofice»", .init(.badValue, help: "did you mean `office`?")),
        Refusal(
            "within: 7 days, ends: «office»",
            .init(.wrongKind, message: "`ends` must be `close of` and the name of a calendar, not `office`")),
        Refusal("under: 7 days, «ends»: close of office", .init(.conflictingKeys)),
        Refusal("within: 7 days, day_one: «triger»", .init(.badValue, help: "did you mean `trigger`?")),
        Refusal("within: 7 days, roll: «{}»", .init(.missingKey)),
        Refusal("within: 7 days, roll: {«nxt»: office}", .init(.unknownKey)),
        Refusal("within: 7 days, roll: {next: office, previous: «office»}", .init(.conflictingKeys)),
        Refusal("within: «3 busines days»", .init(.badValue)),
        Refusal("within: «0 business days»", .init(.badValue)),
        Refusal(
            "within: 1h, «at_least»: 1h", .init(.conflictingKeys, message: "`at_least` says nothing beside `after`")),
    ])
    func refuses(_ refusal: Refusal) {
        CareDesk.expectRefusal(
            Self.calendars + "standards:\n  a:\n    timeline: {after: coupon.issue, expect: ring, \(refusal.marked)}",
            refusal.expected)
    }

    @Test func anAgeHasOneBound() {
        CareDesk.expectRefusal(
            "standards:\n  a:\n    timeline: {before: ring, expect: ring, at_least: 1h, «over»: 2h}",
            [.init(.conflictingKeys, message: "write `at_least` or `over`, not both")])
    }
}
