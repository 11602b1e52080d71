import SourceText
import Testing

@Suite("The collector keeps each diagnostic once, up to its limit, in order")
struct DiagnosticCollectorTests {
    @Test func collects() {
        let file = SourceFile(name: "a", text: "abc")
        func diagnostic(_ offset: Int, _ severity: Diagnostic.Severity = .error) -> Diagnostic {
            Diagnostic(
                code: Diagnostic.Code(rawValue: "X1"), severity: severity, message: "m",
                range: SourceRange(file: file, lowerBound: offset, upperBound: offset))
        }
        var collector = DiagnosticCollector(limit: 2)
        collector.add(diagnostic(2))
        collector.add(diagnostic(2))
        collector.add(diagnostic(1, .warning))
        collector.add(diagnostic(0))
        #expect(collector.sorted.map(\.range.lowerBound) == [1, 2])
        #expect(collector.errorCount == 2)
        #expect(collector.omittedCount == 1)
        #expect(collector.hasErrors)
    }
}
