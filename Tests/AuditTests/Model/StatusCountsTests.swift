import Audit
import RulebookEngine
import Testing

@Suite("Counts of findings")
struct StatusCountsTests {
    @Test("the statuses have one order and the words of the published schema")
    func order() {
        let words = ["met", "missed", "discretion", "excused", "pending", "undetermined", "not_applicable"]
        #expect(FindingStatus.allCases.map(\.rawValue) == words)
        #expect(FindingStatus.allCases.map(\.index) == Array(0..<7))
    }

    @Test("each status has its own count", arguments: FindingStatus.allCases)
    func subscripts(_ status: FindingStatus) {
        var counts = StatusCounts()
        counts[status] = 5
        #expect(FindingStatus.allCases.map { counts[$0] } == FindingStatus.allCases.map { $0 == status ? 5 : 0 })
        counts += counts
        #expect(counts[status] == 10)
        #expect(counts.total == 10)
    }

    @Test("compliance is met and discretion of what was judged")
    func compliance() {
        let counts = StatusCounts([
            .met: 90, .missed: 5, .discretion: 5, .excused: 100, .pending: 7, .undetermined: 3, .notApplicable: 1000,
        ])
        #expect(counts.compliance == ExactShare(part: 95, whole: 100))
        #expect(counts.total == 1210)
        #expect(StatusCounts([.excused: 4, .pending: 1, .undetermined: 2]).compliance == nil)
    }
}
