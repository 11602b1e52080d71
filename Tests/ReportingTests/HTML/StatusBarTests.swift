import Audit
import RulebookEngine
@testable import Reporting
import Testing

@Suite("A bar shows every status that occurs, and fills its width")
struct StatusBarTests {
    @Test(arguments: [
        StatusCounts([.met: 65_000, .missed: 1]), StatusCounts([.missed: 1]),
        StatusCounts([.met: 1, .missed: 1, .discretion: 1, .excused: 1, .pending: 1, .undetermined: 1]),
        StatusCounts([.met: Int.max / 4, .missed: 3, .pending: Int.max / 4]),
    ])
    func fills(_ counts: StatusCounts) {
        let segments = StatusBar(counts: counts).segments
        #expect(segments.reduce(0) { $0 + $1.width } == StatusBar.width)
        #expect(segments.allSatisfy { $0.width >= StatusBar.segmentMin })
        #expect(segments.map(\.status) == StatusBar.statuses.filter { counts[$0] > 0 })
    }

    @Test("nothing to show is an empty bar", arguments: [StatusCounts(), StatusCounts([.notApplicable: 9])])
    func empty(_ counts: StatusCounts) {
        #expect(StatusBar(counts: counts).segments.isEmpty)
        #expect(StatusBar(counts: counts).description == "no findings")
    }
}
