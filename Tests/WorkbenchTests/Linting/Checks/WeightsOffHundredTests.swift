import SourceText
import TestSupport
import Testing
import Workbench

@Suite("Weights that do not add up to a hundred are found")
struct WeightsOffHundredTests {
    private func scorecard(_ items: String, name: String = "form") -> String {
        "events: {seen: {fields: {kind: bool, short: bool, call: bool}}}\nscorecards:\n  \(name): {on: seen, items: {\(items)}}\n"
    }

    @Test(arguments: [
        ("a: {weight: 60, pass: event.kind}, b: {weight: 35.5, pass: event.short}", "95.5"),
        ("a: {weight: 60, pass: event.kind}, b: {weight: 50, pass: event.short}", "110"),
        ("a: {weight: 60, pass: event.kind}, b: {weight: 30, pass: event.short, when: event.call}", "90"),
        ("a: {weight: 101, pass: event.kind}, b: {weight: 9, pass: event.short, when: event.call}", "110"),
    ])
    func findsThem(_ items: String, sum: String) throws {
        try expectLint(
            .weightsOffHundred, scorecard(items, name: "«form»"),
            [
                .init(
                    .weightsOffHundred,
                    message: "the weights of `form` add up to \(sum), so that none is the percentage it looks like",
                    help: "let them add up to 100")
            ])
    }

    @Test(arguments: [
        "a: {weight: 60, pass: event.kind}, b: {weight: 40, pass: event.short}, c: {bonus: 5, pass: event.call}",
        "a: {pass: event.kind}, b: {pass: event.short}, c: {critical: true, pass: event.call}",
        "a: {weight: 5, pass: event.kind}, b: {weight: 5, pass: event.short}",
        "a: {weight: 60, pass: event.kind}, b: {weight: 40, pass: event.short, when: event.call}, c: {weight: 40, pass: event.short, when: not event.call}",
    ])
    func leavesTheRestAlone(_ items: String) throws {
        try expectLint(.weightsOffHundred, scorecard(items), [])
    }
}
