extension DecisionPoint {
    /// Runs tests of the rulebook.
    ///
    /// - Parameters:
    ///   - texts: the files of tests, such as ``TestDirectory`` reads.
    ///   - filter: only cases whose title, or whose file's title, holds this text, in any case of letters; nil runs all.
    /// - Returns: what came of them.
    /// - Throws: ``LeewayError/invalid(path:diagnostics:)`` where something is wrong in the tests,
    ///   ``LeewayError/invalidRequest(message:help:)`` where the filter leaves none.
    public func test(_ texts: [SourceFile], filter: String? = nil) throws(LeewayError) -> TestRun {
        guard compiled.compiled.count == 1 else {
            throw .invalidRequest(
                message: "this rulebook has \(compiled.compiled.count) versions, and each is tested by itself",
                help: "name the folder of one version")
        }
        var diagnostics = DiagnosticCollector()
        let reader = TestReader(compiled.versions)
        let files = texts.compactMap { reader.read($0, diagnostics: &diagnostics) }
        guard !diagnostics.hasErrors else {
            throw .invalid(path: TestDirectory.folderName, diagnostics: diagnostics)
        }
        let wanted = filter?.lowercased()
        let chosen = Set(
            files.filter { file in wanted.map { file.title.lowercased().contains($0) } ?? true }.map(\.file))
        let run = TestRunner(compiled, generator: ReportGenerator(version: LeewayVersion.text)).run(files) { test in
            chosen.contains(test.range.file) || wanted.map { test.title.lowercased().contains($0) } ?? true
        }
        guard !run.results.isEmpty else {
            throw .invalidRequest(
                message: "no case is called `\(filter ?? "")`", help: "--filter keeps cases whose title holds the text")
        }
        return run
    }

    /// Runs the tests that lie beside a rulebook.
    ///
    /// - Parameter path: the rulebook's folder, or its file.
    /// - Returns: what came of them.
    /// - Throws: ``LeewayError``, with every error in the rulebook, or in the tests.
    public static func test(rulebookAt path: String) throws(LeewayError) -> TestRun {
        try DecisionPoint(rulebookAt: path).test(TestDirectory().read(path))
    }
}
