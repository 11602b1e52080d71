import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A rulebook without a metric is found")
struct MissingMeasureTests {
    @Test(arguments: [
        (
            "rulebook: «care»\nevents: {a: }\nstandards: {s: {on: a, manual: Was it so?}}",
            "no standard of `care` is a metric, so nobody sees whether service gets better",
            "add one, such as `metric: {kept: STANDARD, per: everyone, period: {calendar: month}}`"
        )
    ])
    func findsIt(_ text: String, message: String, help: String) throws {
        try expectRulebookLint(.missingMeasure, text, [.init(.missingMeasure, message: message, help: help)])
    }

    @Test(arguments: [
        "rulebook: care\nevents: {a: }\nstandards: {s: {on: a, metric: {count: true, per: everyone, period: {calendar: day}}}}",
        "rulebook: care",
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectRulebookLint(.missingMeasure, text, [])
    }
}
