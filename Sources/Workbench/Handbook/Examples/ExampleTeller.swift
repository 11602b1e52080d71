import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel

/// Tells examples: `count: 3; reason given` → `allowed`.
struct ExampleTeller {
    /// The most kinds of earlier events that are named.
    static let earlierTypesMax = 3

    let teller: HandbookTeller
    /// The paths of the facts that the standard reads.
    private let paths: [[String]]
    /// Whether the answer depends on when it happens.
    private let readsTime: Bool
    /// Whether it depends on what happened before.
    private let asksOfPast: Bool
    /// Whether more than one event makes up a finding.
    private let asksOfMany: Bool
    /// The types of the events that the standard judges.
    private let types: [String]

    private var words: HandbookWords { teller.words }

    init(teller: HandbookTeller, standard: Standard) {
        self.teller = teller
        var read = standard.expressions.flatMap { $0.checked.attributes.map(\.path.names) }
        // What chooses the row of a setting is read as well.
        let chosen = teller.rulebook.settings.filter { setting in read.contains(["settings", setting.name]) }
            .flatMap { setting in if case .choice(let rows) = setting.content { rows } else { [] as [ChoiceRow] } }
        read += chosen.flatMap { $0.cells.map(\.path) } + standard.scope.map(\.path)
        let isTimeline = if case .timeline = standard.body { true } else { false }
        let remembers = if case .allowance(let allowance) = standard.body { allowance.remembers } else { false }
        asksOfPast = isTimeline || remembers || read.contains { $0[0] == "facts" }
        let isMetric = if case .metric = standard.body { true } else { false }
        asksOfMany = asksOfPast || isMetric
        types = standard.pattern.types
        readsTime = read.contains(["now"]) || chosen.contains { !$0.period.isAlways }
        var paths: [[String]] = []
        for path in read where path.count > 1 && !Self.otherRoots.contains(path[0]) {
            let short = Array(path.prefix(2))
            if !paths.contains(short) { paths.append(short) }
        }
        self.paths = paths
    }

    private static let otherRoots: Set<String> = [
        "settings", "facts", "rulebook", "calendars", "says", "saysOnly", "timesSaid",
    ]

    func table(_ examples: [HandbookExample]) -> HandbookBlock? {
        var rows: [[HandbookText]] = []
        for example in examples {
            let situation = self.situation(example)
            let answer = HandbookText(self.answer(example))
            // Where the facts told do not set examples apart, their titles do.
            let isAmbiguous = examples.contains { other in
                HandbookText(self.answer(other)) != answer && self.situation(other) == situation
            }
            let row = [(isAmbiguous ? title(example) : situation).capitalized, answer]
            if !rows.contains(row) { rows.append(row) }
        }
        guard !rows.isEmpty else { return nil }
        return .table(
            HandbookTable(
                caption: HandbookText(""), columns: [words.examples, words.answer], rows: rows, shape: .wideFirst))
    }

    // MARK: Situations

    private func situation(_ example: HandbookExample) -> HandbookText {
        guard case .decision(let decision, _) = example.content else { return occurrence(example) ?? title(example) }
        // What happened before is told best by the author, to those who read that language.
        if asksOfPast, !example.test.given.isEmpty, teller.speaks(example.test.titles) { return title(example) }
        var parts = facts(decision.event)
        let reader = teller.role ?? teller.rulebook.vocabulary.roles.first
        if let role = decision.event.root["agent"]?["role"]?.string, role != reader {
            parts.append(words.actsAs.filled(["role": teller.word(role)]))
        }
        if readsTime, let time = decision.event.time { parts.append("\(words.atTime): \(teller.moment(time))") }
        if decision.event.hasReason { parts.append(words.reasonGiven) }
        for approval in decision.event.approvals {
            parts.append(words.approvedBy.filled(["role": teller.word(approval.role)]))
        }
        if asksOfPast, !example.test.given.isEmpty {
            parts.append(words.before.filled(["events": before(example.test.given)]))
        }
        return parts.isEmpty ? title(example) : HandbookText(parts.joined(separator: "; "))
    }

    /// The facts of the only event that a standard about single events judges in a test.
    private func occurrence(_ example: HandbookExample) -> HandbookText? {
        guard !asksOfMany else { return nil }
        let events = example.test.given + [example.test.question].compactMap(\.self)
        let own = events.filter { types.contains($0.event.type) }
        guard own.count == 1 else { return nil }
        let parts = facts(own[0].event)
        return parts.isEmpty ? nil : HandbookText(parts.joined(separator: "; "))
    }

    /// The author's words for a test.
    private func title(_ example: HandbookExample) -> HandbookText {
        teller.text(example.test.titles)
    }

    /// What happened before, by type.
    private func before(_ events: [TestEvent]) -> String {
        var counts: [(type: String, count: Int)] = []
        for event in events {
            if let index = counts.firstIndex(where: { $0.type == event.event.type }) {
                counts[index].count += 1
            } else {
                counts.append((event.event.type, 1))
            }
        }
        let shown = counts.prefix(Self.earlierTypesMax).map { item in
            item.count == 1
                ? teller.event(item.type) : "\(teller.language.marks.text(item.count)) × \(teller.event(item.type))"
        }
        return (shown + (counts.count > shown.count ? ["…"] : [])).joined(separator: ", ")
    }

    private func facts(_ event: Event) -> [String] {
        paths.compactMap { path in
            let isField = path[0] == "event" || path[0] == "trigger"
            if isField, path[1] == "reason" { return nil }
            if path == ["agent", "role"] || path.last == "id" { return nil }
            guard let node = (isField ? event.root["data"] : event.root[path[0]])?[path[1]],
                let definition = definition(path, of: event), !definition.isPrivate,
                let value = value(node, definition.type)
            else { return nil }
            return "\(teller.fact(path, of: [event.type])): \(value)"
        }
    }

    private func definition(_ path: [String], of event: Event) -> FieldDefinition? {
        let vocabulary = teller.rulebook.vocabulary
        let isField = path[0] == "event" || path[0] == "trigger"
        return isField ? vocabulary.event(event.type)?.field(path[1]) : vocabulary.entity(path[0])?.field(path[1])
    }

    /// A value of an event, told as its type is; nil for what is not known, and for things with parts.
    private func value(_ node: JSONNode, _ type: FactType) -> String? {
        switch node.kind {
        case .null: return nil
        case .bool: return node.bool == true ? words.yes : words.no
        case .object: return node["id"]?.string
        case .list:
            var element = FactType.string
            if case .list(let inner) = type { element = inner }
            let values = node.elements.compactMap { value($0, element) }
            return values.isEmpty && node.count > 0
                ? nil : values.isEmpty ? words.nothing : values.joined(separator: ", ")
        case .number, .string:
            let text = node.string ?? node.numberText ?? ""
            let literal = FactLiteral(
                roles: teller.rulebook.vocabulary.roles, zone: CELTimeZone.named(teller.rulebook.timeZone) ?? .utc)
            if let value = try? literal.read(text, as: type) { return teller.value(value) }
            guard type == .money, let currency = teller.rulebook.currency,
                let money = try? Money(parsingAmount: text, currency: currency)
            else { return text }
            return teller.value(.scalar(CELScalar(money)))
        }
    }

    // MARK: Answers

    private func answer(_ example: HandbookExample) -> String {
        switch example.content {
        case .findings(let findings):
            return findings.map { finding in
                finding.count.map { "\(word(finding.status)): \(teller.language.marks.text($0))" }
                    ?? word(finding.status)
            }.joined(separator: "; ")
        case .decision(let decision, let status):
            if status == .excused, decision.outcome == .allow { return words.excused }
            switch decision.outcome {
            case .allow: return words.allowed
            case .justify: return words.needsReason
            case .escalate:
                return words.needsApproval.filled(["role": decision.approver.map(teller.approver) ?? ""])
            case .deny: return words.notPossible
            case .undetermined:
                let fact = decision.missing.first.map { $0.split(separator: ".").map(String.init) } ?? []
                return words.unknownFact.filled(["fact": teller.fact(fact, of: [decision.event.type])])
            }
        }
    }

    private func word(_ status: FindingStatus) -> String {
        switch status {
        case .met: words.kept
        case .missed: words.missed
        case .discretion: words.discretion
        case .excused: words.excused
        case .pending: words.pending
        case .undetermined: words.undetermined
        case .notApplicable: ""
        }
    }
}
