import CEL
import RulebookModel

/// Tells how long there is time.
struct DeadlineTeller {
    let conditions: ConditionTeller

    private var teller: HandbookTeller { conditions.teller }
    private var words: HandbookWords { teller.words }

    /// `within 30 seconds`, `by closing time (office)`.
    func text(_ deadline: Deadline) -> String {
        let terms = self.terms(deadline)
        let main: String
        switch deadline.limit {
        case .earliest(let parts): main = parts.map(text).joined(separator: " \(words.and) ")
        case .latest(let parts): main = parts.map(text).joined(separator: " \(words.or) ")
        case .close(let calendar): main = words.byClose.filled(["calendar": teller.word(calendar.name)])
        case .instant(let expression):
            main = words.byFact.filled(["fact": Self.unquoted(conditions.subject(expression).plain)])
        case .duration(let expression):
            if let value = conditions.constant(expression) {
                main = within(teller.amount(value), deadline)
            } else {
                let figure = conditions.figure(expression).map { teller.language.amount($0, .plain) }
                main = words.withinFact.filled([
                    "fact": Self.unquoted(figure ?? conditions.subject(expression).plain)
                ])
            }
        case .span, .dates, .businessDays:
            main = amount(deadline).map { within($0, deadline) } ?? ""
        }
        return ([main] + terms).joined(separator: ", ")
    }

    /// The length where it is a plain one.
    func amount(_ deadline: Deadline) -> HandbookAmount? {
        switch deadline.limit {
        case .span(let span): .span(span)
        case .dates(let count, let unit): .count(count, HandbookUnit(unit))
        case .businessDays(let count): .count(count, .businessDay)
        case .duration(let expression):
            conditions.constant(expression).map(teller.amount) ?? conditions.figure(expression)
        case .instant, .close, .earliest, .latest: nil
        }
    }

    private func within(_ amount: HandbookAmount, _ deadline: Deadline) -> String {
        let sentence = deadline.isIncluded ? words.within : words.withinUnder
        return sentence.filled(["amount": teller.language.amount(amount, .within)])
    }

    private func terms(_ deadline: Deadline) -> [String] {
        let calendar = deadline.calendar
        let clock = if case .businessDays = deadline.limit { words.byCalendar } else { words.openTime }
        func name(_ calendar: BusinessCalendar) -> [String: String] { ["calendar": teller.word(calendar.name)] }
        let roll: String? =
            switch calendar.roll {
            case .next(let calendar)?: words.rolledNext.filled(name(calendar))
            case .previous(let calendar)?: words.rolledPrevious.filled(name(calendar))
            case nil: nil
            }
        return [
            calendar.clock.map { clock.filled(name($0)) },
            calendar.countsTriggerDate ? words.firstDayCounts : nil,
            roll,
            calendar.close.map { words.byClose.filled(name($0)) },
        ].compactMap { $0 }
    }

    /// Words that will stand in quotes, without quotes of their own.
    private static func unquoted(_ text: String) -> String { text.filter { !"“”„»«".contains($0) } }
}
