import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A part of a condition that can never be computed is found")
struct FailingConstantTests {
    private func standard(_ condition: String) -> String {
        "standards:\n  a:\n    on: coupon.issue\n    require: \(condition)\n"
    }

    @Test(arguments: [
        "event.count < 9223372036854775807", "event.count + 9223372036854775807 > 0", "event.count / 0 > 1",
        "1 + 1 == 2",
    ])
    func leavesTheRestAlone(_ condition: String) throws {
        try expectLint(.failingConstant, standard(condition), [])
    }

    @Test(arguments: [
        ("event.count < «9223372036854775807 + 1»", "the result of `+` is out of range"),
        ("event.count > «1 / 0»", "division by zero"),
    ])
    func findsThem(_ condition: String, _ why: String) throws {
        try expectLint(
            .failingConstant, standard(condition),
            [
                .init(
                    .failingConstant, message: "this can never be computed: \(why)",
                    help: "a condition that errs closes, so the standard would fail at every event")
            ])
    }
}
