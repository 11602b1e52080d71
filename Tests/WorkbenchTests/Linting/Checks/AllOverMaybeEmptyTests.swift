import SourceText
import TestSupport
import Testing
import Workbench

@Suite("`all` over a list that may be empty is found")
struct AllOverMaybeEmptyTests {
    private func standard(_ condition: String, _ more: String = "") -> String {
        "standards:\n  a:\n    on: coupon.issue\n\(more)    require: \(condition)\n"
    }

    @Test(arguments: [
        "size(event.items) > 0 and event.items.all(i, i.price > \"1 EUR\")",
        "{some: event.items.size() > 0, all: 'event.items.all(i, i.price > \"1 EUR\")'}",
        "event.items != [] and event.items.all(i, i.price > \"1 EUR\")", "[1, 2].all(x, x > 0)",
        "event.items.exists(i, i.price > \"1 EUR\")",
        "event.items.exists(i, true) and event.items.all(i, i.price > \"1 EUR\")",
    ])
    func leavesGuardedListsAlone(_ condition: String) throws {
        try expectLint(
            .allOverMaybeEmpty,
            condition.hasPrefix("[") ? standard("\"[1, 2].all(x, x > 0)\"") : standard(condition), [])
    }

    @Test func aGuardMayStandUnderWhen() throws {
        try expectLint(
            .allOverMaybeEmpty,
            standard("event.items.all(i, i.price > \"1 EUR\")", "    when: size(event.items) > 0\n"), [])
    }

    @Test("a setting that is always the same list has elements, or has none")
    func knowsConstantSettings() throws {
        try expectLint(
            .allOverMaybeEmpty, "settings: {limits: [1, 2]}\n" + standard("settings.limits.all(x, x < event.count)"), []
        )
        try expectLint(
            .allOverMaybeEmpty,
            "settings: {limits: {value: [], type: list(int)}}\n"
                + standard("«settings.limits».all(x, x < event.count)"),
            [.init(.allOverMaybeEmpty)])
    }

    @Test func findsThem() throws {
        try expectLint(
            .allOverMaybeEmpty, standard("event.count > 0 and «event.items».all(i, i.price > \"1 EUR\")"),
            [
                .init(
                    .allOverMaybeEmpty,
                    message: "`all` is true of an empty list, and nothing here says that `event.items` has elements",
                    help: "add `size(event.items) > 0` if an empty list must not pass")
            ])
    }
}
