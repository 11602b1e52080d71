extension DecisionPoint {
    /// Where the register of a rulebook lies: beside it.
    ///
    /// - Parameter path: the rulebook's folder, or its file.
    /// - Returns: the path of the register, whether or not there is one.
    /// - Throws: ``LeewayError`` where there is no such folder.
    public static func register(ofRulebookAt path: String) throws(LeewayError) -> String {
        FileSystem.join(try TestDirectory().home(of: path), RulebookDirectory.registerName)
    }

    /// Finds what of a register of requirements the rulebook, its tests, the linter and the handbook carry out.
    ///
    /// - Parameters:
    ///   - path: the register's file.
    ///   - tests: the texts of the rulebook's tests.
    /// - Returns: every requirement with what carries it out, and warnings about sources that name none of them.
    /// - Throws: ``LeewayError``, with everything that is wrong in the register or the tests.
    public func requirements(
        at path: String, tests: [SourceFile]
    ) throws(LeewayError) -> RequirementTrace {
        guard try FileSystem.kind(of: path) != nil else { throw .noSuchFile(path: path, help: nil) }
        let limit = RulebookDirectory.Limits.standard.fileByteCountMax
        let file = SourceFile(name: path, utf8: try FileSystem.contents(of: path, byteCountMax: limit))
        var diagnostics = DiagnosticCollector()
        let register = RequirementReader().read(file, diagnostics: &diagnostics)
        let reader = TestReader(compiled.versions)
        let files = tests.compactMap { reader.read($0, diagnostics: &diagnostics) }
        guard let register, !diagnostics.hasErrors else { throw .invalid(path: path, diagnostics: diagnostics) }
        let tracer = RequirementTracer(
            compiled.versions.newest, tests: files, checks: Linter.catalog.map(\.name),
            documents: HandbookKind.allCases.map(\.rawValue))
        let trace = tracer.trace(register, diagnostics: &diagnostics)
        guard !diagnostics.hasErrors else { throw .invalid(path: path, diagnostics: diagnostics) }
        return trace
    }
}
