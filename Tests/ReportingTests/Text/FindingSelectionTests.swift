import Audit
import RulebookEngine
@testable import Reporting
import Testing

@Suite("A page shows the most urgent findings of each standard, and counts the rest")
struct FindingSelectionTests {
    private static func report(_ statuses: [FindingStatus]) -> ComplianceReport {
        var synthetic = SyntheticReport(standards: [StandardSummary(id: "s", place: "p:1:1")])
        for (index, status) in statuses.enumerated() {
            synthetic.event("e-\(index)", "t", minute: index)
            synthetic.finding(status, standard: 0)
        }
        return synthetic.report(rulebooks: [], inputs: [])
    }

    @Test(
        arguments: [
            ([.met, .excused, .missed, .pending, .missed], 3, 1, [.missed, .missed, .pending, .met], 1),
            ([.discretion, .undetermined, .missed], 10, 0, [.missed, .undetermined, .discretion], 0),
            ([.notApplicable, .met, .met], 5, 1, [.met], 0), ([], 5, 5, [], 0),
            ([.missed, .missed, .missed], 0, 0, [], 3),
        ] as [([FindingStatus], Int, Int, [FindingStatus], Int)])
    func selects(
        statuses: [FindingStatus], notableMax: Int, metMax: Int, shown: [FindingStatus], hidden: Int
    ) throws {
        let limits = FindingSelection.Limits(notableMax: notableMax, metMax: metMax)
        let group = try #require(FindingSelection(Self.report(statuses), limits: limits).groups.first)
        #expect(group.shown.map(\.status) == shown)
        #expect(group.notableHidden == hidden)
    }

    @Test("the page says how many it does not show")
    func saysMore() {
        let report = Self.report(Array(repeating: .missed, count: HTMLRenderer.findingsPerStandardMax + 1234))
        let page = String(decoding: HTMLRenderer().rendered(report), as: UTF8.self)
        #expect(page.contains("and 1,234 more: see the JSON or CSV report"))
    }
}
