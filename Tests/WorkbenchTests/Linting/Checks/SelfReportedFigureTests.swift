import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A figure that those may write down whom it measures is found")
struct SelfReportedFigureTests {
    @Test(
        arguments: [
            (
                """
                events: {asked: {}, answered: {fields: {marks: int}}}
                standards: {«a»: {on: answered, metric: {mean: event.marks, per: agent, period: {calendar: month}, over: 3}}}
                """,
                "whoever `a` measures may have written down the figures",
                "leave out what was recorded by the agent, as in `when: event.recorded_by != agent.id`"
            )
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.selfReportedFigure, text, [.init(.selfReportedFigure, message: message, help: help)])
    }

    @Test(arguments: [
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        standards: {a: {on: answered, when: event.recorded_by != agent.id, metric: {mean: event.marks, per: agent, period: {calendar: month}, over: 3}}}
        """,
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        standards: {a: {on: answered, metric: {mean: event.marks, per: everyone, period: {calendar: month}, over: 3}}}
        """,
        """
        events: {asked: {}, answered: {fields: {marks: int}}}
        standards: {a: {on: {event: answered, where: event.recorded_by != agent.id}, metric: {mean: event.marks, per: agent, period: {calendar: month}, over: 3}}}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.selfReportedFigure, text, [])
    }
}
