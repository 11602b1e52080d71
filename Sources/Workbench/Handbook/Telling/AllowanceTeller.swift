import CEL
import RulebookModel

/// Tells how far somebody may go, step by step.
struct AllowanceTeller {
    /// A step as it is read: how far it reaches, and what it asks for.
    struct Step {
        let reach: String
        let need: NeedTeller.Need
    }

    let conditions: ConditionTeller

    private var teller: HandbookTeller { conditions.teller }
    private var words: HandbookWords { teller.words }

    /// The ladder; `otherwise` is what comes above its last step.
    func blocks(_ allowance: Allowance, otherwise: Consequence) -> [HandbookBlock] {
        let needs = NeedTeller(teller: teller)
        let rows = steps(allowance, otherwise: otherwise).map {
            [HandbookText($0.reach), HandbookText(needs.text($0.need))]
        }
        return [
            .item(label: words.howFar, HandbookText(measured(allowance.measure)).capitalized),
            .table(
                HandbookTable(
                    caption: HandbookText(""), columns: [what(allowance.measure).capitalized.plain, words.needs],
                    rows: rows)),
        ]
    }

    /// The steps; neighbours that ask the same of the reader are one.
    func steps(_ allowance: Allowance, otherwise: Consequence) -> [Step] {
        let needs = NeedTeller(teller: teller)
        var ladder: [(bound: AllowanceStep.Bound, need: NeedTeller.Need)] = []
        for step in allowance.steps {
            let need = needs.need(step.need)
            if ladder.last?.need == need { ladder.removeLast() }
            ladder.append((step.bound, need))
        }
        var lower: Edge?
        var steps: [Step] = []
        for (bound, need) in ladder {
            let upper = edge(bound)
            steps.append(Step(reach: reach(above: lower, upTo: upper), need: need))
            lower = upper
        }
        if let lower, let need = needs.need(otherwise) {
            steps.append(Step(reach: reach(above: lower, upTo: nil), need: need))
        }
        return steps
    }

    // MARK: Reach

    /// The end of a step.
    private struct Edge {
        let amount: HandbookAmount
        /// The whole number, where it is one.
        let whole: Int64?
        let isIncluded: Bool
    }

    private func edge(_ bound: AllowanceStep.Bound) -> Edge? {
        let isIncluded = if case .upTo = bound { true } else { false }
        switch bound.limit {
        case nil: return nil
        case .value(let value, _): return edge(value, isIncluded)
        case .expression(let expression):
            if let value = conditions.constant(expression) { return edge(value, isIncluded) }
            let amount = conditions.figure(expression) ?? .text(ConditionTeller.code(expression).plain)
            return Edge(amount: amount, whole: nil, isIncluded: isIncluded)
        }
    }

    private func edge(_ value: CELValue, _ isIncluded: Bool) -> Edge {
        if case .int(let number) = value {
            return Edge(amount: teller.amount(value), whole: number, isIncluded: isIncluded)
        }
        return Edge(amount: teller.amount(value), whole: nil, isIncluded: isIncluded)
    }

    private func reach(above lower: Edge?, upTo upper: Edge?) -> String {
        func text(_ amount: HandbookAmount) -> String { teller.language.amount(amount, .bounded) }
        guard let lower else {
            guard let upper else { return words.anything }
            return (upper.isIncluded ? words.upTo : words.under).filled([
                "upper": text(upper.amount), "amount": text(upper.amount),
            ])
        }
        guard let upper else {
            let sentence = lower.isIncluded ? words.beyond : words.atLeast
            return sentence.filled(["lower": text(lower.amount), "amount": text(lower.amount)])
        }
        if let low = lower.whole, let high = upper.whole, low < .max, high > .min {
            let first = lower.isIncluded ? low + 1 : low
            let last = upper.isIncluded ? high : high - 1
            let number = { teller.language.marks.text(ExactDecimal($0)) }
            return first == last
                ? number(first) : words.between.filled(["lower": number(first), "upper": number(last)])
        }
        return words.overUpTo.filled(["lower": text(lower.amount), "upper": text(upper.amount)])
    }

    // MARK: Measure

    /// What is measured, in which window, and for whom.
    func measured(_ measure: Measure) -> String {
        var parts = [words.measured.filled(["what": what(measure).plain, "window": window(measure.window)])]
        if measure.window.extent != .each {
            parts.append(words.per.filled(["key": teller.key(measure.key)]))
        }
        if let restoration = measure.restoration {
            parts.append(words.restoredBy.filled(["event": PatternTeller(teller: teller).name(restoration.pattern)]))
        }
        if let until = measure.until {
            parts.append(words.untilEvent.filled(["event": PatternTeller(teller: teller).name(until)]))
        }
        return parts.joined(separator: "; ")
    }

    /// What is measured alone: `count`, or how many there are.
    func what(_ measure: Measure) -> HandbookText {
        if let operand = measure.operand { return conditions.subject(operand) }
        let name =
            measure.pattern.map { PatternTeller(teller: teller).name($0) }
            ?? conditions.types.map(teller.event).joined(separator: " \(words.or) ")
        return HandbookText(words.countOf.filled(["what": name]))
    }

    func window(_ window: MeasureWindow) -> String {
        let language = teller.language
        switch window.extent {
        case .each: return words.eachTime
        case .lifetime: return words.inAll
        case .calendar(let unit, _): return words.perCalendar.filled(["unit": language.noun(HandbookUnit(unit))])
        case .rolling(let span): return words.inAny.filled(["amount": language.amount(.span(span), .plain)])
        case .dates(let count, let unit):
            return words.inAny.filled(["amount": language.amount(.count(count, HandbookUnit(unit)), .plain)])
        case .blocks(let length, let beginning):
            let amount: HandbookAmount =
                switch length {
                case .span(let span): .span(span)
                case .dates(let count, let unit): .count(count, HandbookUnit(unit))
                }
            let start =
                switch beginning {
                case .anchor: window.anchor.map { PatternTeller(teller: teller).name($0) } ?? ""
                case .date(let date): language.date(date, isEnd: false)
                }
            return words.inBlocks.filled(["amount": language.amount(amount, .plain), "start": start])
        }
    }
}
