extension DecisionPoint {
    /// Runs tests of the rulebook.
    ///
    /// - Parameters:
    ///   - texts: the files of tests, such as ``TestDirectory`` reads.
    ///   - coversConditions: whether it is gathered which ways conditions and limits went.
    ///   - filter: only cases whose title, or whose file's title, holds this text, in any case of letters; nil runs all.
    /// - Returns: what came of them.
    /// - Throws: ``LeewayError/invalid(path:diagnostics:)`` where something is wrong in the tests,
    ///   ``LeewayError/invalidRequest(message:help:)`` where the filter leaves none.
    public func test(
        _ texts: [SourceFile], coversConditions: Bool = false, filter: String? = nil
    ) throws(LeewayError) -> TestRun {
        let files = try readTests(texts)
        let wanted = filter?.lowercased()
        let chosen = Set(
            files.filter { file in wanted.map { file.title.lowercased().contains($0) } ?? true }.map(\.file))
        let run = TestRunner(compiled, generator: ReportGenerator(version: LeewayVersion.text)).run(
            files, coversConditions: coversConditions
        ) { test in
            chosen.contains(test.range.file) || wanted.map { test.title.lowercased().contains($0) } ?? true
        }
        guard !run.results.isEmpty else {
            throw .invalidRequest(
                message: "no case is called `\(filter ?? "")`", help: "--filter keeps cases whose title holds the text")
        }
        return run
    }

    /// Changes the rulebook in many small ways, and tells which of them its tests notice: each limit moved by one, each
    /// bound turned, each condition left out.
    ///
    /// - Parameters:
    ///   - texts: the files of tests, all of which pass.
    ///   - progress: called after each change with how many are done, of how many.
    /// - Returns: what they noticed.
    /// - Throws: ``LeewayError/invalid(path:diagnostics:)`` where something is wrong in the tests,
    ///   ``LeewayError/invalidRequest(message:help:)`` where one fails on the rulebook as it is.
    public func mutate(
        _ texts: [SourceFile], progress: (Int, Int) -> Void = { _, _ in }
    ) throws(LeewayError) -> MutationRun {
        let files = try readTests(texts)
        let generator = ReportGenerator(version: LeewayVersion.text)
        let run = TestRunner(compiled, generator: generator).run(files)
        let failedCount = run.failedCount
        guard failedCount == 0 else {
            throw .invalidRequest(
                message: "\(failedCount) case\(failedCount == 1 ? " fails" : "s fail") on the rulebook as it is",
                help: "mutants are looked at once all cases pass")
        }
        return MutationRunner(compiled.versions, generator: generator).run(run, progress: progress)
    }

    private func readTests(_ texts: [SourceFile]) throws(LeewayError) -> [TestFile] {
        var diagnostics = DiagnosticCollector()
        let reader = TestReader(compiled.versions)
        let files = texts.compactMap { reader.read($0, diagnostics: &diagnostics) }
        guard !diagnostics.hasErrors else {
            throw .invalid(path: TestDirectory.folderName, diagnostics: diagnostics)
        }
        return files
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
