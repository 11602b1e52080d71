import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A step that no measure can land on is found")
struct UnreachableStepTests {
    private func standard(_ steps: String) -> String {
        "settings: {five: 5, chosen: {choose: [{until: 2026-01-01, value: 1}]}}\nstandards: {a: {on: coupon.issue, "
            + "allowance: {sum: event.count, window: each, steps: [\(steps)]}}}"
    }

    @Test(arguments: [
        "{up_to: 1}, {up_to: 2}, {}", "{under: 2}, {up_to: 2}", "{up_to: 1}, {up_to: settings.five}",
        "{up_to: settings.chosen}, {up_to: 1}", "{}", "{up_to: 1}, {under: 2}",
    ])
    func leavesGoodLaddersAlone(_ steps: String) throws {
        try expectLint(.unreachableStep, standard(steps), [])
    }

    @Test(arguments: [
        "{}, «{up_to: 1}»", "{up_to: 3}, «{up_to: 3, needs: reason}»", "{up_to: 3}, «{under: 3}»",
        "{under: 3}, «{under: 3}»", "{up_to: 5}, {up_to: 9}, «{up_to: 4}»", "{up_to: settings.five}, «{up_to: 5}»",
        "{up_to: settings.five * 2}, {}, «{}»", "{up_to: 5}, {up_to: settings.chosen}, «{up_to: 3}»",
    ])
    func findsThem(_ steps: String) throws {
        try expectLint(
            .unreachableStep, standard(steps),
            [
                .init(
                    .unreachableStep, message: "no measure can ever land on this step",
                    help: "order the steps from the lowest limit to the highest; only the last may be without one")
            ])
    }
}
