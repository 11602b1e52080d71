public import RulebookModel
public import SourceText

/// Finds what carries out each requirement: standards, phrase sets and tests whose source names it, and what the register
/// names itself.
public struct RequirementTracer {
    private let rulebook: Rulebook
    private let tests: [TestFile]
    private let checks: [String]
    private let documents: [String]

    /// Makes a tracer.
    ///
    /// - Parameters:
    ///   - rulebook: the rulebook.
    ///   - tests: its tests.
    ///   - checks: the names of the linter's checks.
    ///   - documents: the names of the documents that can be made of a rulebook.
    public init(_ rulebook: Rulebook, tests: [TestFile], checks: [String], documents: [String]) {
        self.rulebook = rulebook
        self.tests = tests
        self.checks = checks
        self.documents = documents
    }

    /// Traces a register.
    ///
    /// - Parameters:
    ///   - register: what is demanded.
    ///   - diagnostics: receives names that nothing has: of the register's carriers, and of requirements in sources.
    /// - Returns: every requirement with what carries it out.
    public func trace(
        _ register: RequirementRegister, diagnostics: inout DiagnosticCollector
    ) -> RequirementTrace {
        var named: [String: [RequirementTrace.Evidence]] = [:]
        let known = Set(register.requirements.map(\.id))
        let shapes = Set(register.requirements.map { Self.shape($0.id) })
        for standard in rulebook.standards {
            for word in RequirementNames.words(of: standard.source) {
                if known.contains(word) {
                    named[word, default: []].append(evidence(of: standard))
                } else if shapes.contains(Self.shape(word)) {
                    diagnostics.add(.unknownRequirement(word, known: known.sorted(), at: standard.range))
                }
            }
        }
        for test in tests {
            for word in RequirementNames.words(of: test.source) where known.contains(word) {
                named[word, default: []].append(evidence(of: test))
            }
        }
        let rows = register.requirements.map { requirement in
            RequirementTrace.Row(
                requirement: requirement,
                evidence: (named[requirement.id] ?? [])
                    + requirement.carriers.compactMap { evidence(of: $0, diagnostics: &diagnostics) })
        }
        return RequirementTrace(register: register, rulebook: rulebook, rows: rows)
    }

    /// What a name looks like: its digits as zeros.
    private static func shape(_ name: String) -> String { String(name.map { $0.isNumber ? "0" : $0 }) }

    private func evidence(of standard: Standard) -> RequirementTrace.Evidence {
        var questions: [String] = []
        if case .manual(let asked) = standard.body { questions = asked.map(\.text.text) }
        return .init(
            kind: .standard, name: standard.id, detail: standard.body.name, range: standard.range,
            questions: questions)
    }

    private func evidence(of test: TestFile) -> RequirementTrace.Evidence {
        .init(
            kind: .test, name: test.title, detail: "",
            range: SourceRange(file: test.file, lowerBound: 0, upperBound: 0), questions: [])
    }

    private func evidence(
        of carrier: Requirement.Carrier, diagnostics: inout DiagnosticCollector
    ) -> RequirementTrace.Evidence? {
        func found(_ range: SourceRange?) -> RequirementTrace.Evidence {
            .init(kind: carrier.kind, name: carrier.name, detail: carrier.part, range: range, questions: [])
        }
        let known: [String]
        switch carrier.kind {
        case .standard:
            if let standard = rulebook.standards.first(where: { $0.id == carrier.name }) {
                return evidence(of: standard)
            }
            known = rulebook.standards.map(\.id)
        case .lint:
            if checks.contains(carrier.name) { return found(nil) }
            known = checks
        case .document:
            if documents.contains(carrier.name) { return found(nil) }
            known = documents
        case .test:
            let cases = tests.flatMap(\.cases)
            if let test = tests.first(where: { $0.title == carrier.name }) { return evidence(of: test) }
            if let test = cases.first(where: { $0.title == carrier.name }) { return found(test.range) }
            known = tests.map(\.title) + cases.map(\.title)
        case .phrases:
            if let set = rulebook.phrases.first(where: { $0.name == carrier.name }) { return found(set.range) }
            known = rulebook.phrases.map(\.name)
        case .setting:
            if let setting = rulebook.settings.first(where: { $0.name == carrier.name }) { return found(setting.range) }
            known = rulebook.settings.map(\.name)
        case .calendar:
            if rulebook.calendars.contains(where: { $0.name == carrier.name }) { return found(nil) }
            known = rulebook.calendars.map(\.name)
        }
        diagnostics.add(.unknownCarrier(carrier, known: known))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func unknownCarrier(_ carrier: Requirement.Carrier, known: [String]) -> Diagnostic {
        let nearest = nearestName(to: carrier.name, among: known)
        return Diagnostic(
            code: .badValue, severity: .error, message: "there is no \(carrier.kind.words) `\(carrier.name)`",
            range: carrier.range, help: nearest.map { "did you mean `\($0)`?" },
            fixIts: nearest.map { [FixIt(range: carrier.range, replacement: $0)] } ?? [])
    }

    fileprivate static func unknownRequirement(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: .badValue, severity: .error,
            message: "the source of this standard names `\(name)`, which the register does not have", range: range,
            help: nearestName(to: name, among: known).map { "did you mean `\($0)`?" })
    }
}

extension Requirement.Kind {
    /// What it is, in words.
    public var words: String {
        switch self {
        case .standard: "standard"
        case .lint: "check of the rulebook"
        case .document: "document"
        case .test: "test"
        case .phrases: "phrase set"
        case .setting: "setting"
        case .calendar: "calendar"
        }
    }
}
