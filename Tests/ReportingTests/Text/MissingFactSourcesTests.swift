import Audit
import RulebookEngine
import Testing

@testable import Reporting

@Suite("A report leads from missing facts to the standards that asked, and folds what never applied")
struct MissingFactSourcesTests {
    @Test func namesTheStandards() {
        let sources = MissingFactSources(SyntheticReport.small).standards
        // Of a finding at an event, and of a figure.
        #expect(sources == ["event.greeted": [2], "event.wait": [5]])
    }

    @Test func whatHasAFigureHasApplied() {
        let report = SyntheticReport.small
        let parts = AppliedStandards(Array(report.standards.indices), of: report)
        #expect(parts.never.map { report.standards[$0].id } == ["parcels.lost"])
        #expect(parts.applied.count == report.standards.count - 1)
    }

    @Test func totalsSayOfWhatTheyAre() {
        #expect(
            ReportWords.totals(SyntheticReport.small)
                == "These totals are of binding standards; advice and recognition (4 standards) are counted apart.")
        #expect(ReportWords.totals(SyntheticReport.empty) == nil)
    }
}
