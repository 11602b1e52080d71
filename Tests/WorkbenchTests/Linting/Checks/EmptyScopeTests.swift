import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A standard that can apply to no event is found")
struct EmptyScopeTests {
    @Test(arguments: [
        "for: {customer.tier: gold}", "for: {customer.tier: [gold, standard]}, when: customer.tier == \"gold\"",
        "when: customer.tier == \"gold\" or customer.tier == \"standard\"", "effective: {from: 2026-06-01}",
        "when: event.count == 1 and event.value == \"1 EUR\"",
        "when: 'customer.tier in [\"gold\"] and customer.tier == \"gold\"'",
    ])
    func leavesScopesAlone(_ scope: String) throws {
        try expectLint(
            .emptyScope,
            "effective: {from: 2026-01-01, until: 2027-01-01}\nstandards: {a: {on: coupon.issue, require: true, \(scope)}}",
            [])
    }

    @Test(arguments: [
        (
            "for: {customer.tier: gold}, when: customer.tier == \"standard\"",
            "`customer.tier` would need two values at once"
        ),
        (
            "when: customer.tier == \"gold\" and \"standard\" == customer.tier",
            "`customer.tier` would need two values at once"
        ),
        ("when: 'event.count == 1 and event.count in [2, 3]'", "`event.count` would need two values at once"),
        (
            "when: {one: customer.tier == \"gold\", two: customer.tier == \"standard\"}",
            "`customer.tier` would need two values at once"
        ),
        ("when: 1 > 2", "its `when` is never true"), ("when: false", "its `when` is never true"),
        ("effective: {until: 2026-01-01}", "it ends before the rulebook comes into force"),
        ("effective: {from: 2027-01-01}", "it begins after the rulebook has ended"),
    ])
    func findsThem(_ scope: String, reason: String) throws {
        try expectLint(
            .emptyScope,
            "effective: {from: 2026-01-01, until: 2027-01-01}\nstandards: {«a»: {on: coupon.issue, require: true, \(scope)}}",
            [
                .init(
                    .emptyScope, message: "`a` can apply to no event: \(reason)",
                    help: "mend its `for`, `when` or `effective`, or remove it")
            ])
    }
}
