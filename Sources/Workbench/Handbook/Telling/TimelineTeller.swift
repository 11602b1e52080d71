import RulebookModel

/// Tells what a standard asks of the order and time of events.
struct TimelineTeller {
    let conditions: ConditionTeller

    private var teller: HandbookTeller { conditions.teller }
    private var words: HandbookWords { teller.words }
    private var patterns: PatternTeller { PatternTeller(teller: teller) }
    private var deadlines: DeadlineTeller { DeadlineTeller(conditions: conditions) }

    func blocks(_ rule: TimelineRule, begin: EventPattern) -> [HandbookBlock] {
        var blocks: [HandbookBlock] = []
        var sentences = [main(rule, begin: begin)]
        if case .procedure(let procedure, let deadline) = rule.demand {
            blocks.append(
                .steps(label: words.inThisOrder, procedure.steps.map { HandbookText(patterns.name($0)).capitalized }))
            sentences = [procedure.order == .strict ? words.strictOrder : words.relativeOrder]
            if let deadline { sentences.append(words.theLast.filled(["limit": deadlines.text(deadline)])) }
        }
        sentences += more(rule)
        blocks.append(.item(label: words.mustHold, HandbookText(sentences.joined(separator: " "))))
        if !rule.key.parts.isEmpty, rule.key.parts.contains(where: { $0.range != nil }) {
            blocks.append(.item(label: words.countedFor, HandbookText(teller.key(rule.key))))
        }
        return blocks
    }

    /// The main sentence: `After “A” comes “B” within 30 seconds.`
    func main(_ rule: TimelineRule, begin: EventPattern) -> String {
        let sentence =
            switch rule.demand {
            case .response, .procedure: words.response
            case .absence: words.absence
            case .precedence: words.precedence
            case .interval: words.interval
            case .recurrence: words.recurrence
            }
        return sentence.filled([
            "trigger": patterns.name(begin), "other": patterns.name(rule.other), "limit": limit(rule),
        ])
    }

    /// What limits it: `within 30 seconds`; empty where nothing does.
    func limit(_ rule: TimelineRule) -> String {
        let limits: [String?]
        switch rule.demand {
        case .response, .absence, .procedure: limits = [rule.deadline.map(deadlines.text), rule.turns.map(turns)]
        case .precedence(_, let freshness, let since):
            limits = [
                freshness.flatMap { ago($0, words.notLongerAgo) }, rule.leastAge.flatMap { ago($0, words.longerAgo) },
                since.map { words.sinceLatest.filled(["event": patterns.name($0)]) },
            ]
        case .interval(_, let intervals): limits = [self.limits(intervals)]
        case .recurrence(_, let every):
            let once = deadlines.amount(every).map {
                words.onceEvery.filled(["amount": teller.language.amount($0, .every)])
            }
            limits = [once ?? deadlines.text(every)]
        }
        return limits.compactMap { $0 }.joined(separator: " \(words.and) ")
    }

    private func more(_ rule: TimelineRule) -> [String] {
        var sentences: [String] = []
        if let aim = rule.aim { sentences.append(words.aim.filled(["limit": deadlines.text(aim)])) }
        if let extended = rule.extended {
            sentences.append(
                words.extended.filled(["event": patterns.name(extended.by), "limit": deadlines.text(extended.to)]))
        }
        for pause in rule.pauses {
            sentences.append(
                words.pausedWhile.filled(["from": patterns.name(pause.from), "to": patterns.name(pause.to)]))
        }
        if let until = rule.until { sentences.append(words.untilEvent.filled(["event": patterns.name(until)])) }
        if let cancel = rule.cancelledBy {
            sentences.append(words.cancelledBy.filled(["event": patterns.name(cancel)]))
        }
        return sentences
    }

    private func turns(_ turns: TurnLimit) -> String {
        words.beforeTurns.filled([
            "count": teller.language.marks.text(turns.count), "event": patterns.name(turns.pattern),
        ])
    }

    private func ago(_ deadline: Deadline, _ sentence: HandbookTemplate) -> String? {
        deadlines.amount(deadline).map { sentence.filled(["amount": teller.language.amount($0, .bounded)]) }
    }

    // MARK: Intervals

    private func limits(_ limits: IntervalLimits) -> String {
        [
            limits.each.map { words.each.filled(["bound": length($0, words.atMost, words.under)]) },
            limits.total.map { words.together.filled(["bound": length($0, words.atMost, words.under)]) },
            limits.count.map(count),
            limits.least.map { words.each.filled(["bound": length($0, words.atLeast, words.over)]) },
        ].compactMap { $0 }.joined(separator: "; ")
    }

    private func length(
        _ length: IntervalLimits.Length, _ included: HandbookTemplate, _ excluded: HandbookTemplate
    ) -> String {
        let amount: HandbookAmount =
            switch length.value {
            case .span(let span): .span(span)
            case .expression(let expression):
                conditions.figure(expression) ?? .text(conditions.subject(expression).plain)
            }
        return (length.isIncluded ? included : excluded).filled(["amount": teller.language.amount(amount, .bounded)])
    }

    private func count(_ count: IntervalLimits.Count) -> String {
        let amount: HandbookAmount =
            switch count.value {
            case .number(let number): .count(number, .time)
            case .expression(let expression):
                conditions.figure(expression) ?? .text(conditions.subject(expression).plain)
            }
        let sentence = count.isIncluded ? words.atMost : words.under
        return sentence.filled(["amount": teller.language.amount(amount, .bounded)])
    }
}
