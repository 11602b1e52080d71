extension DecisionPoint {
    /// Makes a book of the rulebook.
    ///
    /// - Parameters:
    ///   - kind: which book.
    ///   - role: for whom; nil for everybody, and for a card of each role.
    ///   - locale: the language, such as `sl`; nil takes the rulebook's first.
    ///   - time: the instant whose version is taken; nil takes the newest.
    ///   - tests: the tests of the rulebook, such as ``TestDirectory`` reads; examples come from them.
    /// - Returns: the book; a renderer gives it a form.
    /// - Throws: ``LeewayError/invalid(path:diagnostics:)`` where the tests are wrong or the rulebook lacks what the book
    ///   must have, ``LeewayError/unknownName(kind:name:help:)`` for a role or a language that is not known.
    public func handbook(
        _ kind: HandbookKind, role: String? = nil, locale: String? = nil, at time: CELTimestamp? = nil,
        tests: [SourceFile] = []
    ) throws(LeewayError) -> Handbook {
        let version = time.map { compiled.versions.index(at: $0) } ?? compiled.versions.all.count - 1
        let rulebook = compiled.versions.all[version]
        let maker = HandbookMaker(compiled, version: version, tests: try read(tests))
        do throws(HandbookError) {
            return try maker.make(kind, role: role, locale: locale ?? HandbookMaker.language(of: rulebook))
        } catch {
            throw LeewayError(error, path: rulebook.files[0].name)
        }
    }

    private func read(_ texts: [SourceFile]) throws(LeewayError) -> [TestFile] {
        var diagnostics = DiagnosticCollector()
        let reader = TestReader(compiled.versions)
        let files = texts.compactMap { reader.read($0, diagnostics: &diagnostics) }
        guard !diagnostics.hasErrors else {
            throw .invalid(path: TestDirectory.folderName, diagnostics: diagnostics)
        }
        return files
    }
}

extension LeewayError {
    fileprivate init(_ error: HandbookError, path: String) {
        switch error {
        case .unknownLanguage(let tag, let known):
            self = .unknownName(
                kind: "language of handbooks", name: tag, help: "books are made in \(known.joined(separator: ", "))")
        case .unknownRole(let role, let known):
            let help =
                nearestName(to: role, among: known).map { "did you mean `\($0)`?" }
                ?? (known.isEmpty ? "the rulebook has no roles" : "the roles are \(known.joined(separator: ", "))")
            self = .unknownName(kind: "role", name: role, help: help)
        case .invalid(let diagnostics): self = .invalid(path: path, diagnostics: diagnostics)
        }
    }
}
