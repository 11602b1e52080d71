import RulebookEngine
import RulebookModel
import SourceText

/// The questions that only people can answer, and the answers that a log holds.
///
/// An answer may come before or after its event; so all are kept until the end of the log.
struct ManualReviews {
    /// A standard that asks about an event.
    struct Question {
        /// The finding's position in the log.
        let finding: Int
        /// The version of the rulebook that asks, and the standard's place in it.
        let version: Int
        let standard: Int
        /// The hash of the event's id.
        let eventID: UInt64
        let event: EventReference
        /// What becomes of the standard without an answer.
        let status: FindingStatus
        /// The facts that are missing without an answer.
        let missing: [TextTable.ID]

        /// The same in the texts of another log, in which its finding stands behind others.
        func translated(by translation: TextTable.Translation, behind count: Int) -> Question {
            Question(
                finding: count + finding, version: version, standard: standard, eventID: eventID,
                event: event.translated(by: translation), status: status, missing: missing.map { translation[$0] })
        }
    }

    /// What became of a question.
    struct Verdict {
        let status: FindingStatus
        let message: String
        /// Why it was not met, in words without names.
        let reason: String
        /// The questions with what was answered, and by whom.
        let answers: [(name: String, value: String)]
        /// The facts that are still missing.
        let missing: [String]
    }

    /// The questions that were asked, each found by what it is about.
    private struct Asked {
        private struct Key: Hashable {
            let event: UInt64
            let version: Int
            let standard: Int
        }

        let questions: [Question]
        private let places: [Key: Int]

        init(_ questions: [Question]) {
            self.questions = questions
            let keys = questions.map { Key(event: $0.eventID, version: $0.version, standard: $0.standard) }
            places = Dictionary(zip(keys, questions.indices)) { _, last in last }
        }

        func place(event: UInt64, version: Int, standard: Int) -> Int? {
            places[Key(event: event, version: version, standard: standard)]
        }
    }

    private struct Answer {
        let attestation: Attestation
        let label: Int
    }

    private var attestations: [(place: RowPlace, attestation: Attestation)] = []

    /// Adds an answer.
    mutating func add(_ attestation: Attestation, at place: RowPlace) {
        attestations.append((place, attestation))
    }

    /// Matches answers to questions and settles all of them.
    ///
    /// - Returns: what is wrong with answers that could not be used.
    func settle(
        _ versions: RulebookVersions, identifiers: IdentifierSet, recorder: inout FindingRecorder
    ) -> [(place: RowPlace, problem: InputProblem)] {
        var problems: [(place: RowPlace, problem: InputProblem)] = []
        var answers: [Int: [Answer]] = [:]
        let asked = Asked(recorder.questions)
        for (place, attestation) in attestations {
            switch match(attestation, asked, versions, identifiers: identifiers, texts: recorder.log.texts) {
            case .success(let matched):
                answers[matched.question, default: []].append(Answer(attestation: attestation, label: matched.label))
            case .failure(let rejection): problems += rejection.problems.map { (place, $0) }
            }
        }
        for (index, question) in asked.questions.enumerated() {
            guard case .manual(let questions) = versions.all[question.version].standards[question.standard].body
            else { continue }
            recorder.settle(
                question,
                as: verdict(question, asked: questions, answers: answers[index] ?? [], texts: recorder.log.texts))
        }
        return problems
    }

    // MARK: Matching

    private func match(
        _ attestation: Attestation, _ asked: Asked, _ versions: RulebookVersions, identifiers: IdentifierSet,
        texts: TextTable
    ) -> Result<(question: Int, label: Int), Attestation.Rejection> {
        let asking = Self.asking(attestation.standard, versions)
        guard let newest = asking.last else {
            return .failure(.unknownStandard(attestation, versions.all.flatMap(\.standards)))
        }
        let hash = IdentifierSet.hash(attestation.event)
        let own = asking.first { version, standard, _ in
            asked.place(event: hash, version: version, standard: standard) != nil
        }
        guard let label = (own ?? newest).questions.firstIndex(where: { $0.label == attestation.label }) else {
            return .failure(.unknownLabel(attestation, known: (own ?? newest).questions.map(\.label)))
        }
        guard let own, let question = asked.place(event: hash, version: own.version, standard: own.standard) else {
            return .failure(.unknownEvent(attestation, isKnown: identifiers.contains(attestation.event)))
        }
        let agent = asked.questions[question].event.agent
        guard agent.isEmpty || texts[agent] != attestation.by else { return .failure(.selfAttested(attestation)) }
        return .success((question, label))
    }

    /// The versions in which a standard asks people something.
    private static func asking(
        _ id: String, _ versions: RulebookVersions
    ) -> [(version: Int, standard: Int, questions: [ManualQuestion])] {
        versions.all.enumerated().compactMap { version, rulebook in
            guard let standard = rulebook.standards.firstIndex(where: { $0.id == id }),
                case .manual(let questions) = rulebook.standards[standard].body
            else { return nil }
            return (version, standard, questions)
        }
    }

    // MARK: Verdicts

    /// All questions answered with yes: met; any with no: missed; else what it was without answers.
    private func verdict(
        _ question: Question, asked: [ManualQuestion], answers: [Answer], texts: TextTable
    ) -> Verdict {
        let said = asked.indices.flatMap { index in
            answers.filter { $0.label == index }.map { answer in
                (
                    name: asked[index].label.isEmpty ? "answer" : asked[index].label,
                    value: "\(answer.attestation.answer ? "yes" : "no"), says \(answer.attestation.by)"
                )
            }
        }
        let refused = asked.indices.filter { index in
            answers.contains { $0.label == index && !$0.attestation.answer }
        }
        // An unknown scope leaves a standard undetermined only where its body is not met.
        let isScopeUnknown = question.missing.contains { !texts[$0].hasPrefix(Self.answerPrefix) }
        if !refused.isEmpty, !isScopeUnknown {
            let names = refused.map { "`\(asked[$0].label.isEmpty ? asked[$0].text.text : asked[$0].label)`" }
            // A recognition that was not earned is nothing.
            let status = question.status == .notApplicable ? FindingStatus.notApplicable : .missed
            let message = "answered with no: \(names.joined(separator: ", "))"
            return Verdict(status: status, message: message, reason: message, answers: said, missing: [])
        }
        let open = asked.indices.filter { index in !answers.contains { $0.label == index } }
        guard !open.isEmpty || !refused.isEmpty else {
            return Verdict(
                status: .met, message: "every question was answered with yes", reason: "", answers: said,
                missing: [])
        }
        let missing = question.missing.map { texts[$0] }
            .filter { path in
                !path.hasPrefix(Self.answerPrefix) || open.contains { Self.answerPath(asked[$0].label) == path }
            }
        let message = "not known: \(missing.isEmpty ? "attested answer" : missing.joined(separator: ", "))"
        return Verdict(status: question.status, message: message, reason: message, answers: said, missing: missing)
    }

    /// The name under which the engine misses answers.
    private static let answerPrefix = "attested answer"

    private static func answerPath(_ label: String) -> String {
        label.isEmpty ? answerPrefix : "\(answerPrefix) to \(label)"
    }
}

extension Attestation.Rejection {
    fileprivate static func unknownStandard(_ attestation: Attestation, _ standards: [Standard]) -> Self {
        let isKnown = standards.contains { $0.id == attestation.standard }
        let manual = standards.filter { if case .manual = $0.body { true } else { false } }.map(\.id)
        return one(
            path: "data.standard",
            message: isKnown
                ? "the standard `\(attestation.standard)` asks nothing of a person"
                : "no standard is named `\(attestation.standard)`",
            help: nearestName(to: attestation.standard, among: manual).map { "did you mean `\($0)`?" })
    }

    fileprivate static func unknownLabel(_ attestation: Attestation, known: [String]) -> Self {
        one(
            path: "data.label",
            message: attestation.label.isEmpty
                ? "the standard `\(attestation.standard)` has several questions; the answer needs a label"
                : "the standard `\(attestation.standard)` has no question `\(attestation.label)`",
            help: nearestName(to: attestation.label, among: known).map { "did you mean `\($0)`?" }
                ?? (known == [""] ? "leave the label out" : "its questions are \(known.joined(separator: ", "))"))
    }

    fileprivate static func unknownEvent(_ attestation: Attestation, isKnown: Bool) -> Self {
        one(
            path: "data.event",
            message: isKnown
                ? "the standard `\(attestation.standard)` asks nothing about the event `\(attestation.event)`"
                : "no event has the id `\(attestation.event)`")
    }

    fileprivate static func selfAttested(_ attestation: Attestation) -> Self {
        Self(problems: [
            InputProblem(
                code: .selfAttested, path: "data.by",
                message: "`\(attestation.by)` cannot answer for an action of his own",
                help: "let somebody else review the event `\(attestation.event)`")
        ])
    }

    private static func one(path: String, message: String, help: String? = nil) -> Self {
        Self(problems: [InputProblem(code: .unknownReference, path: path, message: message, help: help)])
    }
}
