import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A metric without a bound is found")
struct MetricWithoutGoalTests {
    @Test(
        arguments: [
            (
                """
                events: {asked: {}, answered: {fields: {marks: int}}}
                standards: {«a»: {on: answered, metric: {mean: event.marks, per: everyone, period: {calendar: day}}}}
                """,
                "`a` says a figure and no goal", "add `at_least`, `at_most`, `over` or `under`"
            )
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.metricWithoutGoal, text, [.init(.metricWithoutGoal, message: message, help: help)])
    }

    @Test(arguments: [
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        standards: {a: {on: answered, metric: {mean: event.marks, per: everyone, period: {calendar: day}, over: 3}}}
        """
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.metricWithoutGoal, text, [])
    }
}
