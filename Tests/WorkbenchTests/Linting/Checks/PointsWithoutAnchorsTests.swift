import SourceText
import TestSupport
import Testing
import Workbench

@Suite("Points whose numbers nobody explains are found")
struct PointsWithoutAnchorsTests {
    @Test func findsThem() throws {
        try expectLint(
            .pointsWithoutAnchors,
            """
            events: {seen: {fields: {«tone»: {type: int, min: 1, max: 5}}}}
            scorecards: {form: {on: seen, items: {kind: {points: event.tone, of: 5}}}}
            """,
            [
                .init(
                    .pointsWithoutAnchors,
                    message: "nothing says what the numbers of `tone` mean, from which points are taken",
                    help: "say it of both ends at least, as in `anchors: {1: …, 5: …}`")
            ])
    }

    @Test(arguments: [
        """
        events: {seen: {fields: {tone: {type: int, min: 1, max: 5, anchors: {1: rude, 5: kind}}}}}
        scorecards: {form: {on: seen, items: {kind: {points: event.tone, of: 5}}}}
        """,
        """
        events: {seen: {fields: {tone: {type: int, min: 1, max: 5}}}}
        scorecards: {form: {on: seen, items: {kind: {pass: event.tone > 3}}}}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.pointsWithoutAnchors, text, [])
    }
}
