import CEL
import RulebookModel

/// Renders the trace of decisions: which clause decided, with which values.
///
/// A decision keeps only the facts that were read; the clauses are evaluated again when somebody asks why.
public final class Explainer {
    /// What stands for the value of a private fact.
    public static let mask = "•••"
    /// At most this many names stand in a message.
    static let namedCountMax = 5

    let compiled: CompiledRulebook
    private let frame: CELFrame
    let values: TraceValues
    private let terms: TermPrograms
    private let deciding: DecidingClauses
    private let now: Int
    private let zone: CELTimeZone
    /// What was found out of allowances.
    private var allowances: [ObjectIdentifier: AllowanceWords] = [:]

    /// Makes an explainer for decisions of a compiled rulebook; one a thread.
    public init(_ compiled: CompiledRulebook) {
        self.compiled = compiled
        frame = CELFrame(compiled.slots)
        values = TraceValues(compiled: compiled, frame: frame)
        terms = TermPrograms(compiled)
        deciding = DecidingClauses(compiled: compiled, frame: frame, values: values, terms: terms)
        now = compiled.slots.index(of: CELAttributePath(["now"])) ?? 0
        zone = CELTimeZone.named(compiled.rulebook.timeZone) ?? .utc
    }

    /// Says what became of a standard about order and time, in one sentence: lower case, no period.
    public func message(_ finding: TimelineFinding) -> String {
        let standard = compiled.rulebook.standards[finding.standard]
        guard case .timeline(let rule) = standard.body else { return "" }
        return TimelineWords(rule, trigger: standard.pattern, zone: zone).message(finding)
    }

    /// Says why a standard about order and time was not met, without the times and names of the single case.
    public func reason(_ finding: TimelineFinding) -> String {
        let standard = compiled.rulebook.standards[finding.standard]
        guard case .timeline(let rule) = standard.body else { return "" }
        return TimelineWords(rule, trigger: standard.pattern, zone: zone).reason(finding)
    }

    /// Says what a duty is, and until when there is time.
    public func message(_ duty: Duty) -> String {
        let standard = compiled.rulebook.standards[duty.standard]
        guard case .timeline(let rule) = standard.body else { return "" }
        return TimelineWords(rule, trigger: standard.pattern, zone: zone).message(duty)
    }

    /// Explains every standard of a decision that has something to say, in order of id.
    public func explain(_ decision: Decision) -> [Explanation] {
        guard let program = restored(decision) else { return [] }
        return decision.results.compactMap { explain($0, of: decision, by: program) }
    }

    /// Explains one standard's word; nil for a decision of another rulebook.
    public func explain(_ result: StandardResult, of decision: Decision) -> Explanation? {
        restored(decision).flatMap { explain(result, of: decision, by: $0) }
    }

    /// Lays the facts of a decision in the frame; nil for a decision of another rulebook.
    private func restored(_ decision: Decision) -> EventProgram? {
        guard let program = compiled.program(for: decision.event), program.restore(decision, to: frame) else {
            return nil
        }
        return program
    }

    /// Explains one standard's word, with the facts in the frame.
    private func explain(
        _ result: StandardResult, of decision: Decision, by program: EventProgram
    ) -> Explanation? {
        guard let standard = program.standard(atRulebookIndex: result.standard) else { return nil }
        let clauses = clauses(of: standard, status: result.status)
        var message = message(standard, status: result.status, clauses: clauses)
        if result.effect == .justify, let short = tooShort(decision.event, for: standard) { message += short }
        return Explanation(
            standard: compiled.rulebook.standards[result.standard], status: result.status, effect: result.effect,
            message: message, clauses: clauses,
            instead: PhraseAdviser(compiled: compiled, frame: frame, values: values)
                .advice(model(standard), of: standard, status: result.status),
            missing: result.status == .undetermined ? missing(standard) : [])
    }

    // MARK: Clauses

    private func clauses(of standard: StandardProgram, status: FindingStatus) -> [Explanation.ClauseTrace] {
        switch status {
        case .excused: return standard.unless.map(deciding.of) ?? []
        case .undetermined: return unknownClauses(of: standard)
        case .met, .missed, .discretion, .pending, .notApplicable: break
        }
        switch standard.body {
        case .require(let condition), .forbid(let condition): return deciding.of(condition)
        case .allowance(let allowance):
            return [deciding.measure(allowance, of: model(standard))]
        case .precedence(let precedence): return [deciding.precedence(precedence, of: model(standard))]
        case .absence(let absence): return [deciding.absence(absence, of: model(standard))]
        case .interval(let interval): return [deciding.interval(interval, of: model(standard))]
        case .procedure(let procedure): return [deciding.procedure(procedure, of: model(standard))]
        case .clock, .manual: return []
        }
    }

    private func model(_ standard: StandardProgram) -> Standard { compiled.rulebook.standards[standard.index] }

    private func unknownClauses(of standard: StandardProgram) -> [Explanation.ClauseTrace] {
        var found = deciding.unknown(in: standard.scope, of: compiled.rulebook.standards[standard.index])
        if case .unknown = standard.matchesPattern(frame) {
            found += standard.alternatives.flatMap { deciding.unknown(in: $0) }
        }
        found += deciding.unknown(in: standard.when) + deciding.unknown(in: standard.unless)
        switch standard.body {
        case .require(let condition), .forbid(let condition): found += deciding.unknown(in: condition)
        case .allowance(let allowance):
            guard case .unknown = allowance.land(frame) else { break }
            let measure = deciding.measure(allowance, of: model(standard))
            found += ([measure] + allowance.limits.map(deciding.value)).filter { $0.truth == .unknown }
        case .precedence(let precedence):
            found += [deciding.precedence(precedence, of: model(standard))].filter { $0.truth == .unknown }
        case .absence(let absence):
            found += [deciding.absence(absence, of: model(standard))].filter { $0.truth == .unknown }
        case .interval(let interval):
            found += [deciding.interval(interval, of: model(standard))].filter { $0.truth == .unknown }
        case .procedure(let procedure):
            found += [deciding.procedure(procedure, of: model(standard))].filter { $0.truth == .unknown }
        case .clock, .manual: break
        }
        return found
    }

    // MARK: Messages

    private func message(
        _ standard: StandardProgram, status: FindingStatus, clauses: [Explanation.ClauseTrace]
    ) -> String {
        switch status {
        case .excused: return "excused: \(Self.list(clauses.map(\.title)))"
        case .undetermined: return "not known: \(Self.list(missing(standard)))"
        case .notApplicable, .pending: return "does not apply"
        case .met, .missed, .discretion: break
        }
        switch standard.body {
        case .allowance(let allowance): return ladder(allowance, of: standard)
        case .precedence, .absence, .interval, .procedure:
            if case .timeline(let rule) = model(standard).body {
                return TimelineWords(rule, trigger: model(standard).pattern, zone: zone).message(standard.body, frame)
            }
        case .require, .forbid, .clock, .manual: break
        }
        if status == .met {
            if clauses.count > 1, clauses.allSatisfy({ $0.truth == .holds }) { return "every clause holds" }
            return Self.statement(clauses, mustNot: "")
        }
        let statement = Self.statement(clauses, mustNot: ", and must not")
        return status == .discretion ? statement + "; within discretion" : statement
    }

    /// Says of each clause what it came to: those that hold, those that do not, those that could not be computed.
    private static func statement(_ clauses: [Explanation.ClauseTrace], mustNot: String) -> String {
        func names(_ truth: Explanation.ClauseTrace.Truth) -> [String] {
            clauses.filter { $0.truth == truth }.map { clause in
                clause.quotes.isEmpty ? "`\(clause.title)`" : "`\(clause.title)` (\(list(clause.quotes)))"
            }
        }
        let failing = names(.doesNotHold)
        let holding = names(.holds)
        var parts: [String] = []
        if !failing.isEmpty { parts.append("\(list(failing)) \(failing.count == 1 ? "does" : "do") not hold") }
        if !holding.isEmpty { parts.append("\(list(holding)) \(holding.count == 1 ? "holds" : "hold")\(mustNot)") }
        for clause in clauses {
            if case .failed(let reason) = clause.truth {
                parts.append("`\(clause.title)` cannot be computed: \(reason)")
            }
        }
        return parts.isEmpty ? "the condition decides" : parts.joined(separator: "; ")
    }

    /// How long a reason is, and must be; nil where any reason would do and none was given.
    private func tooShort(_ event: Event, for standard: StandardProgram) -> String? {
        var lengthMin = 1
        if case .justify(let least) = standard.otherwise { lengthMin = least }
        if case .allowance(let allowance) = standard.body, case .step(let index) = allowance.land(frame) {
            guard case .reason(let least) = allowance.steps[index].need else { return nil }
            lengthMin = least
        }
        guard lengthMin > 1 else { return nil }
        let given = event.hasReason ? "the reason has \(event.reasonLength) characters" : "no reason was given"
        return "; \(given), and it must have at least \(lengthMin)"
    }

    private func missing(_ standard: StandardProgram) -> [String] {
        guard let evaluation = standard.evaluate(frame, now: now) else { return [] }
        var truths = [evaluation.applies, evaluation.excused]
        if case .unknown(let unknown) = evaluation.body { truths.append(.unknown(unknown)) }
        var paths: Set<String> = []
        for case .unknown(let unknown) in truths { paths.formUnion(unknown.paths.map(\.description)) }
        return paths.sorted()
    }

    private func ladder(_ allowance: AllowanceProgram, of standard: StandardProgram) -> String {
        let words = words(of: allowance, in: model(standard))
        return figures(allowance, words) + ": " + (words.ladder ?? AllowanceWords.ladder(allowance, text))
    }

    private func words(of allowance: AllowanceProgram, in standard: Standard) -> AllowanceWords {
        let key = ObjectIdentifier(allowance)
        if let known = allowances[key] { return known }
        let operand = allowance.operand.map { terms.whole($0).text }
        let words = AllowanceWords(allowance, of: standard, operand: operand, text)
        allowances[key] = words
        return words
    }

    /// What this event adds, what was used before, and what that makes.
    private func figures(_ allowance: AllowanceProgram, _ words: AllowanceWords) -> String {
        let added = allowance.added(frame)
        var isAdded = true
        var text: String
        switch (added, allowance.operand) {
        case (.null, _):
            isAdded = false
            text = "this event is not among those measured"
        case (_, let operand?): text = words.own + values.text(added, slots: operand.slots)
        case (_, nil): text = "this is one"
        }
        guard let scope = words.scope else { return text }
        let slots = allowance.measuredSlots
        let (used, reserved) = (allowance.used(frame), allowance.reserved(frame))
        let least = allowance.lack(frame) == nil ? "" : "at least "
        var before = ""
        if !used.isNull { before = least + values.text(used, slots: slots) + " used before" }
        if !reserved.isNull {
            before += (before.isEmpty ? "" : " and ") + values.text(reserved, slots: slots) + " reserved"
        }
        guard !before.isEmpty else {
            return text + (least.isEmpty ? "; nothing was used" : "; nothing is known to have been used") + " before "
                + scope
        }
        text += isAdded ? "; with " : "; "
        text += before
        text += " "
        text += scope
        guard isAdded else { return text }
        text += " it makes "
        text += least
        text += values.text(allowance.measured(frame), slots: slots)
        return text
    }

    private func text(_ limit: AllowanceProgram.LimitProgram) -> String {
        switch limit {
        case .value(let value): values.text(value, slots: [])
        case .expression(let expression):
            values.text(expression.program.evaluate(frame), slots: expression.slots)
        }
    }

    private static func list(_ parts: [String]) -> String {
        guard !parts.isEmpty else { return "nothing" }
        let more = parts.count - namedCountMax
        return parts.prefix(namedCountMax).joined(separator: ", ") + (more > 0 ? ", and \(more) more" : "")
    }
}

extension CELValue {
    fileprivate var isNull: Bool { if case .null = self { true } else { false } }
}
