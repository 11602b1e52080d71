import RulebookModel

/// Tells what a figure over many events measures, and the bound that it is to keep.
struct MetricTeller {
    let conditions: ConditionTeller

    private var teller: HandbookTeller { conditions.teller }
    private var words: HandbookWords { teller.words }

    func blocks(_ metric: Metric) -> [HandbookBlock] {
        var blocks: [HandbookBlock] = [
            .item(label: words.measure, measure(metric).capitalized),
            .item(label: words.target, HandbookText(metric.bound.map(bound) ?? words.noTarget)),
            .item(label: words.period, HandbookText(period(metric.period))),
        ]
        if !metric.key.parts.isEmpty {
            blocks.append(.item(label: words.countedFor, HandbookText(teller.key(metric.key))))
        }
        if metric.sampleMin > 1 {
            blocks.append(.item(label: words.sample, HandbookText(teller.language.marks.text(metric.sampleMin))))
        }
        return blocks
    }

    /// `at least 80%`.
    func bound(_ bound: Metric.Bound) -> String {
        switch bound {
        case .limit(let side, .value(let value, _)):
            sentence(side).filled(["amount": teller.language.amount(teller.amount(value), .bounded)])
        case .limit(let side, .expression(let expression)):
            sentence(side).filled([
                "amount": teller.language.amount(
                    conditions.figure(expression) ?? .text(ConditionTeller.code(expression).plain), .bounded)
            ])
        case .previous(let side): sentence(side).filled(["amount": words.previousFigure])
        case .top(1): words.greatestOfAll
        case .top(let place): words.amongGreatest.filled(["amount": teller.language.marks.text(place)])
        }
    }

    private func sentence(_ side: Metric.Side) -> HandbookTemplate {
        switch side {
        case .atLeast: words.atLeast
        case .atMost: words.atMost
        case .over: words.over
        case .under: words.under
        }
    }

    private func period(_ window: MeasureWindow) -> String {
        switch window.extent {
        case .calendar(let unit, _): teller.language.noun(HandbookUnit(unit))
        case .lifetime: words.wholeLog
        case .each, .rolling, .dates, .blocks: AllowanceTeller(conditions: conditions).window(window)
        }
    }

    private func measure(_ metric: Metric) -> HandbookText {
        let exact = subject(metric.subject)
        guard let accuracy = metric.accuracy else { return exact }
        let share = teller.language.marks.text(accuracy)
        return HandbookText(words.estimateOf.filled(["what": exact.plain, "share": share]))
    }

    private func subject(_ subject: Metric.Subject) -> HandbookText {
        switch subject {
        case .correlation(let first, let second):
            return HandbookText(
                words.correlationOf.filled([
                    "first": teller.standard(first.standard), "second": teller.standard(second.standard),
                ]))
        case .kept(let standard): return HandbookText(words.keptOf.filled(["what": teller.standard(standard)]))
        case .ratio(let above, let below):
            return HandbookText(words.ratioOf.filled(["above": term(above), "below": term(below)]))
        case .measure(let function, let operand, let part, let rank):
            let what = operand.map { conditions.subject($0).plain } ?? part.map { told($0) } ?? ""
            if function == .percentile, let rank {
                return HandbookText(
                    words.percentileOf.filled(["what": what, "rank": teller.language.marks.text(rank)]))
            }
            return HandbookText(sentence(function).filled(["what": what]))
        }
    }

    private func sentence(_ function: Measure.Function) -> HandbookTemplate {
        switch function {
        case .happened, .count: words.countOf
        case .sum: words.sumOf
        case .min: words.minOf
        case .max: words.maxOf
        case .last: words.lastOf
        case .distinct: words.distinctOf
        case .mean: words.meanOf
        case .share: words.shareOf
        case .percentile: words.percentileOf
        }
    }

    private func term(_ term: Metric.Term) -> String {
        switch term {
        case .count(let condition): words.countOf.filled(["what": told(condition)])
        case .sum(let value): words.sumOf.filled(["what": conditions.subject(value).plain])
        }
    }

    private func told(_ condition: Condition) -> String { conditions.tell(condition).line(words).plain }
}
