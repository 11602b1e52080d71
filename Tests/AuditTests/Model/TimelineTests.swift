import Audit
import RulebookEngine
import Testing

@Suite("A timeline is drawn by the finest step that fits")
struct TimelineTests {
    private static func timeline(_ days: [Int]) -> Timeline {
        let points = days.map { Timeline.Point(date: ReportDate(daysSinceEpoch: $0), counts: StatusCounts([.met: 1])) }
        return Timeline(points: points)
    }

    @Test("points are sorted, and those of one day added")
    func merges() {
        let timeline = Self.timeline([20_003, 20_001, 20_003])
        #expect(timeline.points.map(\.date.daysSinceEpoch) == [20_001, 20_003])
        #expect(timeline.points.map { $0.counts[.met] } == [1, 2])
        #expect(timeline.stretchCount == 3)
    }

    @Test(arguments: [
        (30, Timeline.Step.day, 30), (62, .day, 62), (63, .week, 10), (400, .week, 58), (800, .month, 27),
    ])
    func coarsens(days: Int, to step: Timeline.Step, stretches: Int) {
        // 20,000 days after the epoch is 2024-10-04, a Friday.
        let timeline = Self.timeline(Array(20_000..<20_000 + days)).coarsened(toAtMost: 62)
        #expect(timeline.step == step)
        #expect(timeline.stretchCount == stretches)
        #expect(timeline.points.reduce(0) { $0 + $1.counts.total } == days)
    }

    @Test("no points, no stretches")
    func empty() {
        #expect(Timeline().coarsened(toAtMost: 1).stretchCount == 0)
    }

    @Test("weeks begin on Monday, also before 1970")
    func weeks() {
        #expect(ReportDate(daysSinceEpoch: 0).startOfWeek.text == "1969-12-29")
        #expect(ReportDate(daysSinceEpoch: -4).startOfWeek.text == "1969-12-22")
        #expect(ReportDate(daysSinceEpoch: -3).startOfWeek.text == "1969-12-29")
    }
}
