/// The line under a list of diagnostics: how many of which kind, in how many files.
struct DiagnosticSummary {
    let text: String

    /// Counts; nil where nothing was gathered.
    init?(_ collector: DiagnosticCollector) {
        let shown = collector.sorted
        guard !shown.isEmpty || collector.omittedCount > 0 else { return nil }
        func count(_ severity: Diagnostic.Severity) -> Int { shown.count { $0.severity == severity } }
        let counts: [(Int, String, String)] = [
            (count(.error), "error", "errors"),
            (count(.warning), "warning", "warnings"),
            (count(.advice), "piece of advice", "pieces of advice"),
        ]
        let words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        let fileCount = Set(shown.map(\.range.file)).count
        let files = fileCount == 1 ? "1 file" : "\(fileCount) files"
        let omitted = collector.omittedCount > 0 ? "; \(collector.omittedCount) more not shown" : ""
        text = words.joined(separator: ", ") + " in \(files)" + omitted
    }
}
