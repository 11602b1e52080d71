import RulebookEngine
import RulebookModel
import SourceText

/// The lines about one standard.
struct StandardPage {
    let renderer: StandardTextRenderer
    let rulebook: Rulebook
    private(set) var text = ""

    init(renderer: StandardTextRenderer, rulebook: Rulebook) {
        self.renderer = renderer
        self.rulebook = rulebook
    }

    // MARK: What it is

    mutating func heading(_ standard: Standard) {
        let title = standard.title.map { "  \(oneLine($0.text(in: renderer.locale)))" } ?? ""
        add(styled(standard.id, "1") + title)
        item("at", standard.range.place)
        item("because", standard.because?.text(in: renderer.locale))
        item("source", standard.source?.text(in: renderer.locale))
        if let reading = standard.reading {
            let by = [reading.by.map { "by \($0)" }, reading.on.map { "on \($0)" }].compactMap { $0 }
            item(
                "read as",
                ([reading.text.text(in: renderer.locale)] + (by.isEmpty ? [] : ["(\(by.joined(separator: " ")))"]))
                    .joined(separator: " "))
        }
        item("owner", standard.owner ?? "nobody")
        item("severity", standard.severity.rawValue)
        let force =
            switch standard.force {
            case .must: "must: it decides"
            case .should: "should: it advises, and is reported apart"
            case .may: "may: it recognises what goes beyond, and is nothing where it is not met"
            }
        item("force", force)
        let period = [
            standard.effective.fromText.map { "from \($0)" }, standard.effective.untilText.map { "until \($0)" },
        ].compactMap { $0 }
        if !period.isEmpty { item("in force", period.joined(separator: " ")) }
    }

    // MARK: Whom it is about

    mutating func scope(_ standard: Standard) {
        section("Applies to")
        for alternative in standard.pattern.alternatives {
            line(alternative.type, indent: 2)
            for condition in alternative.conditions { self.condition(condition, indent: 4, prefix: "where ") }
        }
        for equality in standard.scope {
            line("for \(equality.path.joined(separator: ".")): \(equality.texts.joined(separator: " or "))", indent: 2)
        }
        if let when = standard.when {
            line("when", indent: 2)
            condition(when, indent: 4)
        }
        if let unless = standard.unless {
            section("Excused where")
            condition(unless, indent: 2)
        }
    }

    // MARK: What it asks

    mutating func body(_ standard: Standard) {
        switch standard.body {
        case .require(let condition):
            section("Asks that")
            self.condition(condition, indent: 2)
        case .forbid(let condition):
            section("Forbids that")
            self.condition(condition, indent: 2)
        case .manual(let questions):
            section("Asks a person")
            for question in questions {
                let label = question.label.isEmpty ? "" : "\(question.label): "
                line(label + question.text.text(in: renderer.locale), indent: 2)
            }
        case .timeline(let rule):
            section("Asks of the order and time, per \(rule.key.text)")
            line(timeline(rule, begin: standard.pattern.text), indent: 2)
        case .metric(let metric):
            section("Measures, per \(metric.key.text), \(period(metric.period))")
            line(self.metric(metric), indent: 2)
            switch metric.bound {
            case nil: break
            case .limit(let side, let written)?: line("\(side.text) \(limit(written))", indent: 2)
            case .previous(let side)?: line("\(side.text) the figure of the period before", indent: 2)
            case .top(let place)?: line("among the greatest \(place) of all", indent: 2)
            }
            if metric.sampleMin > 1 {
                let isCorrelation = if case .correlation = metric.subject { true } else { false }
                let population =
                    isCorrelation
                    ? "over at least \(metric.sampleMin) of them" : "of a population of at least \(metric.sampleMin)"
                line(population, indent: 2)
            }
            for exclusion in metric.exclusions {
                let key = exclusion.key.parts.isEmpty ? "" : " per \(exclusion.key.text)"
                let span = exclusion.span == nil ? "" : " in the span that it names"
                line("without what `\(exclusion.pattern.text)` takes out\(key)\(span)", indent: 2)
            }
        case .allowance(let allowance):
            section("Allows, by \(measure(allowance.measure))")
            for step in allowance.steps { self.step(step) }
            if case .unlimited? = allowance.steps.last?.bound {} else { line("more than that fails", indent: 2) }
        }
    }

    /// What is asked, as people say it: `` after `a`, `b` within 30s ``.
    private func timeline(_ rule: TimelineRule, begin: String) -> String {
        let other = rule.other.text
        let limit = rule.limitText.map { " \($0)" } ?? ""
        var words: String
        switch rule.demand {
        case .response: words = "after `\(begin)`, `\(other)`\(limit)"
        case .absence: words = "after `\(begin)`, no `\(other)`\(limit)"
        case .precedence(_, _, let since):
            words = "before `\(begin)`, `\(other)`\(limit)\(rule.ageText.map { " \($0)" } ?? "")"
            if let since { words += ", and after the latest `\(since.text)`" }
        case .interval: words = "from `\(begin)` to `\(other)`\(limit)"
        case .recurrence: words = "from `\(begin)` on, `\(other)`\(limit)"
        case .procedure(let procedure, _):
            words = procedure.steps.map { "`\($0.text)`" }.joined(separator: ", then ") + limit
            if procedure.order == .strict { words += ", each directly after the one before" }
        }
        if let aim = rule.aim { words += ", better \(aim.text)" }
        for pause in rule.pauses {
            words += ", standing still from `\(oneLine(pause.from.range.text))` to `\(oneLine(pause.to.range.text))`"
        }
        if let until = rule.until { words += ", until `\(until.text)`" }
        if let cancelledBy = rule.cancelledBy { words += "; `\(cancelledBy.text)` cancels it" }
        return words
    }

    /// What is measured, as people say it: `` `event.count` this month, per customer ``.
    private func measure(_ measure: Measure) -> String {
        var words = measure.operand.map { "`\(oneLine($0.source))`" } ?? ""
        if let pattern = measure.pattern {
            let types = pattern.types.joined(separator: " or ")
            words = words.isEmpty ? "\(measure.function.rawValue) of \(types)" : "\(words) of \(types)"
        }
        guard measure.window.extent != .each else { return words }
        let together = measure.function == .max ? "at most" : "together"
        return "\(words), \(together) \(measure.window.text), per \(measure.key.text)"
    }

    /// What a metric comes to, as people say it: `` share of `event.wait <= "20s"` ``.
    private func metric(_ metric: Metric) -> String {
        switch metric.subject {
        case .kept(let standard): return "what was kept of `\(standard)`"
        case .correlation(let first, let second):
            return "how far `\(first.standard)` and `\(second.standard)` go together"
        case .ratio(let above, let below): return "\(term(above)) over \(term(below))"
        case .measure(let function, let operand, let part, let rank):
            let words = operand.map { "`\(oneLine($0.source))`" } ?? part.map { conditionText($0) } ?? ""
            var at = function == .percentile ? " at \(rank?.text() ?? "")" : ""
            if let accuracy = metric.accuracy { at += ", within \(accuracy.text)" }
            return "\(function.rawValue) of \(words)\(at)"
        }
    }

    private func term(_ term: Metric.Term) -> String {
        switch term {
        case .count(let condition): "how many for \(conditionText(condition))"
        case .sum(let value): "the sum of `\(oneLine(value.source))`"
        }
    }

    private func conditionText(_ condition: Condition) -> String {
        condition.expressions.map { "`\(oneLine($0.source))`" }.joined(separator: ", ")
    }

    private func period(_ window: MeasureWindow) -> String {
        switch window.extent {
        case .calendar(let unit, _): "each \(unit.rawValue)"
        case .lifetime: "over the whole log"
        case .blocks, .each, .rolling, .dates: window.text
        }
    }

    private mutating func step(_ step: AllowanceStep) {
        let reach =
            switch step.bound {
            case .upTo(let limit): "up to \(self.limit(limit))"
            case .under(let limit): "under \(self.limit(limit))"
            case .unlimited: "anything more"
            }
        let need =
            switch step.need {
            case .nothing: "within the policy"
            case .reason(let lengthMin): "with \(reason(lengthMin))"
            case .approval(let roles) where roles.count == 1:
                "with the approval of \(approvers(roles[0])); for somebody of that rank, with a reason"
            case .approval(let roles):
                "with the approvals of \(roles.map(approvers).joined(separator: " and of ")), each another person; somebody "
                    + "of such a rank stands for one of them"
            }
        line("\(reach): \(need)", indent: 2)
    }

    private func limit(_ limit: Limit) -> String {
        switch limit {
        case .value(let value, _): value.factText(roles: rulebook.vocabulary.roles)
        case .expression(let expression):
            if let value = SettingValue(expression.source, in: rulebook) {
                "\(value.text) (`\(oneLine(expression.source))`)"
            } else {
                "`\(oneLine(expression.source))`"
            }
        }
    }

    // MARK: What follows

    mutating func consequences(_ standard: Standard) {
        section("Where it fails")
        let consequence =
            switch standard.otherwise {
            case .deny: "the action is denied"
            case .justify(let lengthMin): "the action needs \(reason(lengthMin))"
            case .escalate(let role): "the action needs the approval of \(approvers(role))"
            case .note: "nothing for the action: other standards may ask about it"
            }
        line(standard.force == .must ? consequence : "nothing for the action", indent: 2)
        switch standard.instead {
        case .words(let words)?: line("say: \"\(words.text(in: renderer.locale))\"", indent: 2)
        case .phrases(let name)?: line("say what `\(name)` says", indent: 2)
        case .action(let name, _)?: line("offer: \(name)", indent: 2)
        case nil: break
        }
        if let say = standard.say {
            section("Where it is kept")
            line("say: \"\(say.text(in: renderer.locale))\"", indent: 2)
        }
    }

    private func reason(_ lengthMin: Int) -> String {
        lengthMin > 1 ? "a reason of at least \(lengthMin) characters" : "a reason"
    }

    /// A role and those above it.
    private func approvers(_ role: String) -> String {
        let roles = rulebook.vocabulary.roles
        guard let rank = rulebook.vocabulary.rank(ofRole: role), rank + 1 < roles.count else {
            return OutcomeWords.withArticle(role)
        }
        return "\(OutcomeWords.withArticle(role)) (or \(roles[(rank + 1)...].joined(separator: ", ")))"
    }

    // MARK: Conditions

    private mutating func condition(_ condition: Condition, indent: Int, prefix: String = "") {
        switch condition {
        case .expression(let expression):
            line("\(prefix)`\(expression.source)`", indent: indent, place: expression.range.place)
        case .all(let clauses, _):
            line("\(prefix)all of", indent: indent)
            self.clauses(clauses, indent: indent + 2)
        case .any(let clauses, _):
            line("\(prefix)any of", indent: indent)
            self.clauses(clauses, indent: indent + 2)
        case .not(let inner, _): self.condition(inner, indent: indent, prefix: "\(prefix)not ")
        }
    }

    private mutating func clauses(_ clauses: [Clause], indent: Int) {
        for clause in clauses {
            condition(clause.condition, indent: indent, prefix: clause.label.map { "\($0): " } ?? "")
        }
    }

    // MARK: Lines

    private mutating func section(_ title: String) { add("\n" + styled(title, "1")) }

    private mutating func item(_ name: String, _ value: String?) {
        guard let value else { return }
        let label = name + String(repeating: " ", count: max(1, 10 - name.count))
        let pieces = VisibleText.wrapped(oneLine(value), columns: StandardTextRenderer.columns - 12)
        for (index, piece) in pieces.enumerated() {
            add("  " + (index == 0 ? styled(label, "2") : String(repeating: " ", count: 10)) + piece)
        }
    }

    private mutating func line(_ content: String, indent: Int, place: String? = nil) {
        let margin = String(repeating: " ", count: indent)
        var pieces = VisibleText.wrapped(oneLine(content), columns: StandardTextRenderer.columns - indent)
        if let place, let last = pieces.popLast() {
            let free = StandardTextRenderer.columns - indent - VisibleText.width(last) - VisibleText.width(place)
            if free >= 2 {
                pieces.append(last + String(repeating: " ", count: free) + styled(place, "2"))
            } else {
                pieces += [last, styled("  at \(place)", "2")]
            }
        }
        for piece in pieces { add(margin + piece) }
    }

    private func oneLine(_ text: String) -> String {
        VisibleText.oneLine(text).split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }

    private func styled(_ text: String, _ code: String) -> String {
        switch renderer.colour {
        case .off: text
        case .on: "\u{1B}[\(code)m\(text)\u{1B}[0m"
        }
    }

    private mutating func add(_ line: String) { text += line + "\n" }
}
