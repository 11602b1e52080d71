import CEL
import RulebookEngine
import RulebookModel
import SourceText
import YAMLSyntax

/// Reads what a test expects of a decision, and what it expects an audit to find.
struct ExpectationReader {
    static let decisionKeys = ["outcome", "by", "from", "missing", "standards", "due"]
    /// The word for a duty without a limit.
    static let never = "never"
    /// The word for what is met, and past its aim.
    static let missedAim = "aim_missed"

    private let names: [String]
    private let roles: [String]
    /// The labels of the questions of each manual standard.
    private let questions: [String: [String]]
    private let times: TestTimeReader

    init(_ versions: RulebookVersions, times: TestTimeReader) {
        // A standard that the newest version gave up can still be tested in its time.
        names = Set(versions.all.flatMap { $0.standards.map(\.id) }).sorted()
        questions = Dictionary(
            versions.all.flatMap(\.standards).compactMap { standard in
                guard case .manual(let questions) = standard.body else { return nil }
                return (standard.id, questions.map(\.label))
            }, uniquingKeysWith: { _, newest in newest })
        roles = versions.newest.vocabulary.roles
        self.times = times
    }

    // MARK: Decisions

    /// Reads `expect:`: an outcome, or a map that says more.
    func decision(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> DecisionExpectation? {
        guard node.mapping != nil else {
            return outcome(node, diagnostics: &diagnostics).map { DecisionExpectation(outcome: $0) }
        }
        guard let map = node.map("`expect`", keys: KnownKeys(Self.decisionKeys), diagnostics: &diagnostics) else {
            return nil
        }
        guard let written = map["outcome"] else {
            diagnostics.add(
                .missingKey("outcome", in: "`expect`", help: "write `outcome: deny`, say", at: node.range))
            return nil
        }
        guard let outcome = outcome(written, diagnostics: &diagnostics) else { return nil }
        let by = map["by"].flatMap { readBy($0, of: outcome.value, diagnostics: &diagnostics) }
        let from = map["from"].flatMap { readFrom($0, of: outcome.value, diagnostics: &diagnostics) }
        let missing = map["missing"].map { node in
            let texts = node.oneOrMore.compactMap { $0.text("a fact", diagnostics: &diagnostics) }
            return Located(texts, at: node.range)
        }
        return DecisionExpectation(
            outcome: outcome, by: by, from: from, missing: missing,
            statuses: map["standards"].map { statuses($0, diagnostics: &diagnostics) } ?? [],
            due: map["due"].map { due($0, diagnostics: &diagnostics) })
    }

    func outcome(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Located<Outcome>? {
        node.word("outcome", of: Outcome.self, diagnostics: &diagnostics).map { Located($0, at: node.range) }
    }

    /// The standards that bring an outcome about.
    func readBy(
        _ node: YAMLNode, of outcome: Outcome, diagnostics: inout DiagnosticCollector
    ) -> Located<[String]>? {
        guard outcome != .allow else {
            diagnostics.add(
                .conflictingKeys(
                    "an action is allowed where no standard stands in its way", at: node.range,
                    help: "say what became of single standards under `standards:`"))
            return nil
        }
        let standards = node.oneOrMore.compactMap { standard($0, diagnostics: &diagnostics) }
        return Located(standards.sorted(), at: node.range)
    }

    func readFrom(
        _ node: YAMLNode, of outcome: Outcome, diagnostics: inout DiagnosticCollector
    ) -> Located<String>? {
        guard let role = node.text("a role", diagnostics: &diagnostics) else { return nil }
        guard roles.contains(role) else {
            diagnostics.add(.unknownRole(role, known: roles, at: node.range))
            return nil
        }
        guard outcome == .escalate else {
            diagnostics.add(
                .conflictingKeys(
                    "only what escalates needs somebody's yes", at: node.range, help: "say `outcome: escalate`"))
            return nil
        }
        return Located(role, at: node.range)
    }

    private func statuses(
        _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> [DecisionExpectation.Status] {
        guard let map = node.anyMap("`standards`", diagnostics: &diagnostics) else { return [] }
        return map.entries.compactMap { entry in
            guard let standard = standard(entry.key, diagnostics: &diagnostics),
                let status = entry.value.word("status", of: FindingStatus.self, diagnostics: &diagnostics)
            else { return nil }
            return .init(standard: standard, status: status, range: entry.value.range)
        }
    }

    private func due(
        _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> Located<[DecisionExpectation.Due]> {
        let entries = node.anyMap("`due`", diagnostics: &diagnostics)?.entries ?? []
        let duties = entries.compactMap { entry -> DecisionExpectation.Due? in
            guard let standard = standard(entry.key, diagnostics: &diagnostics) else { return nil }
            if entry.value.scalar?.text == Self.never {
                return .init(standard: standard, deadline: nil, range: entry.value.range)
            }
            guard let deadline = times.deadline(entry.value, diagnostics: &diagnostics) else { return nil }
            return .init(standard: standard, deadline: deadline, range: entry.value.range)
        }
        return Located(duties, at: node.range)
    }

    // MARK: Findings

    /// Reads `findings:`: what an audit finds of each standard that is named.
    func findings(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> FindingsExpectation? {
        guard let map = node.anyMap("`findings`", diagnostics: &diagnostics) else { return nil }
        let entries = map.entries.compactMap { entry -> FindingsExpectation.Entry? in
            guard let standard = standard(entry.key, diagnostics: &diagnostics) else { return nil }
            return finding(of: standard, entry.value, diagnostics: &diagnostics)
        }
        return FindingsExpectation(entries: entries, range: node.range)
    }

    /// Reads what an audit finds of one standard: a status, or how many of each.
    func finding(
        of standard: String, _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> FindingsExpectation.Entry? {
        guard let map = node.mapping else {
            if node.scalar?.text == Self.missedAim {
                return .init(standard: standard, findings: .missedAim, range: node.range)
            }
            guard let status = node.word("status", of: FindingStatus.self, diagnostics: &diagnostics) else {
                return nil
            }
            return .init(standard: standard, findings: .all(status), range: node.range)
        }
        var counts: [FindingStatus: Int] = [:]
        var aims: Int?
        for entry in map.entries {
            var status: FindingStatus?
            if entry.name != Self.missedAim {
                status = entry.key.word("status", of: FindingStatus.self, diagnostics: &diagnostics)
                guard status != nil else { continue }
            }
            guard case .integer(let count?)? = entry.value.scalar?.core, count >= 0, let count = Int(exactly: count)
            else {
                entry.value.refuse("`\(entry.name)`", expected: "how many there are", diagnostics: &diagnostics)
                continue
            }
            if let status { counts[status] = count } else { aims = count }
        }
        return .init(standard: standard, findings: .counts(counts, missedAim: aims), range: node.range)
    }

    // MARK: Answers

    /// Reads `answers:`: what a person answers to the questions of manual standards, about every event that they ask of.
    func answers(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> [TestAnswer] {
        (node.anyMap("`answers`", diagnostics: &diagnostics)?.entries ?? []).flatMap { entry -> [TestAnswer] in
            guard let standard = standard(entry.key, diagnostics: &diagnostics) else { return [] }
            guard let questions = questions[standard] else {
                diagnostics.add(
                    .conflictingKeys(
                        "`\(standard)` asks nothing of a person", at: entry.key.range,
                        help: "answer standards with `manual:`; the others are judged by the events"))
                return []
            }
            guard let map = entry.value.mapping else {
                guard let answer = entry.value.bool("an answer", diagnostics: &diagnostics) else { return [] }
                // One word for all of its questions.
                return questions.map {
                    TestAnswer(standard: standard, label: $0, isYes: answer, range: entry.value.range)
                }
            }
            return map.entries.compactMap { label in
                guard questions.contains(label.name) else {
                    diagnostics.add(
                        .unknownWord(label.name, for: "question", known: questions, at: label.key.range))
                    return nil
                }
                return label.value.bool("an answer", diagnostics: &diagnostics).map {
                    TestAnswer(standard: standard, label: label.name, isYes: $0, range: label.value.range)
                }
            }
        }
    }

    // MARK: Standards

    /// Whether a name is that of a standard.
    func isStandard(_ name: String) -> Bool { names.contains(name) }

    func standard(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> String? {
        guard let name = node.text("a standard", diagnostics: &diagnostics) else { return nil }
        if isStandard(name) { return name }
        diagnostics.add(.unknownStandard(name, known: names, at: node.range))
        return nil
    }

    /// What is expected where nothing is said: what is not listed as allowed must be refused.
    func refusal(at range: SourceRange) -> DecisionExpectation {
        DecisionExpectation(outcome: Located(.deny, at: range))
    }
}

extension DecisionExpectation {
    init(outcome: Located<Outcome>) {
        self.init(outcome: outcome, by: nil, from: nil, missing: nil, statuses: [], due: nil)
    }
}
