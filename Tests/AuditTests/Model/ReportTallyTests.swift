import Audit
import RulebookEngine
import RulebookModel
import Testing

@Suite("Findings add up by standard, group and day")
struct ReportTallyTests {
    private static let standards = [
        StandardSummary(id: "a", severity: .critical, place: "a:1:1"),
        StandardSummary(id: "b", severity: .minor, place: "b:1:1"),
        StandardSummary(id: "c", severity: .major, force: .should, place: "c:1:1"),
    ]

    private static func tallied() -> (tally: ReportTally, texts: TextTable) {
        var texts = TextTable()
        var tally = ReportTally(standards: standards)
        func event(_ agent: String, _ seconds: Int64) -> EventReference {
            EventReference(
                id: texts.intern("e"), type: texts.intern("t"), time: ReportInstant(seconds: seconds),
                agent: texts.intern(agent))
        }
        tally.add(.missed, standard: 0, event: event("z", 0), reason: texts.intern("late"))
        tally.add(.met, standard: 1, event: event("a", 86_399))
        tally.add(.discretion, standard: 1, event: event("z", 86_400))
        tally.add(.pending, standard: 1, event: event("z", 86_400))
        tally.add(.missed, standard: 2, event: event("a", 0))
        return (tally, texts)
    }

    @Test("scores weigh by severity, show critical misses, and leave advice out")
    func scores() throws {
        let (tally, texts) = Self.tallied()
        let scores = tally.scores(texts: texts)
        #expect(scores.map(\.kind) == [.overall, .agent, .agent, .severity, .severity])
        #expect(scores.map(\.name) == ["", "a", "z", "minor", "critical"])
        #expect(scores[0].score.share == ExactShare(part: 2, whole: 12))
        #expect(scores[0].counts.compliance == ExactShare(part: 2, whole: 3))
        #expect(scores[0].criticalMissed == 1)
        #expect(scores[1].score.share == ExactShare(part: 1, whole: 1))
        #expect(scores[2].counts == StatusCounts([.missed: 1, .discretion: 1, .pending: 1]))
    }

    @Test("standards of every force are counted, with their reasons")
    func summaries() {
        let (tally, texts) = Self.tallied()
        let summaries = tally.summaries(texts: texts)
        #expect(summaries.map { $0.counts[.missed] } == [1, 0, 1])
        #expect(summaries[0].topReasons == [CountedText(text: "late", count: 1)])
    }

    @Test("days are local days of binding findings")
    func days() {
        let points = Self.tallied().tally.timeline.points
        #expect(points.map(\.date.text) == ["1970-01-01", "1970-01-02"])
        #expect(points.map(\.counts.total) == [2, 2])
    }

    @Test("a score is nothing where nothing was judged")
    func unjudged() {
        var score = WeightedScore()
        score.add(.excused, severity: .critical, count: 3)
        score.add(.undetermined, severity: .major)
        #expect(score.share == nil)
    }
}
