import CEL
import RulebookModel
import SourceText

/// A setting whose rows leave out values that its facts may have: what depends on it is then undetermined.
enum GapInChoice: LintCheck {
    static let name = "gap-in-choice"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        rulebook.settings.compactMap { setting in
            guard case .choice(let rows) = setting.content, let gap = gap(in: rows, of: rulebook) else { return nil }
            return Diagnostic(
                code: .gapInChoice, severity: .warning,
                message: "no row of `\(setting.name)` is for \(EventSpace.text(gap, roles: rulebook.vocabulary.roles))",
                range: setting.range, help: "add a row, or let a bound include its limit")
        }
    }

    /// The first combination of values that lies in no row.
    private static func gap(in rows: [ChoiceRow], of rulebook: Rulebook) -> EventSpace.Facts? {
        let now = CELAttributePath(["now"])
        var reading = ConditionReading()
        for row in rows {
            for cell in row.cells {
                reading.note(
                    CELAttributePath(cell.path), RulebookSymbols.type(of: cell.type), constants: cell.test.limits)
            }
            let dates = [row.period.from, row.period.until].compactMap { $0.map(CELValue.timestamp) }
            if !dates.isEmpty { reading.note(now, .timestamp, constants: dates) }
        }
        guard let space = EventSpace(reading, type: "", in: rulebook) else { return nil }
        var found: EventSpace.Facts?
        space.forEach(space.axes) { facts in
            if case .timestamp(let instant)? = facts[now], !isMeant(instant, by: rows, of: rulebook) { return true }
            let isCovered = rows.contains { row in
                if case .timestamp(let instant)? = facts[now], !row.period.contains(instant) { return false }
                return row.cells.allSatisfy { cell in facts[CELAttributePath(cell.path)].map(cell.test.contains) ?? true
                }
            }
            if !isCovered { found = facts }
            return isCovered
        }
        return found
    }

    /// Whether the rulebook speaks of an instant: within its own period, or where that is open, within that of the rows.
    private static func isMeant(_ instant: CELTimestamp, by rows: [ChoiceRow], of rulebook: Rulebook) -> Bool {
        guard rulebook.effective.contains(instant) else { return false }
        if rulebook.effective.from == nil, let first = rows.compactMap(\.period.from).min(), instant < first,
            rows.allSatisfy({ $0.period.from != nil })
        {
            return false
        }
        if rulebook.effective.until == nil, let last = rows.compactMap(\.period.until).max(), instant >= last,
            rows.allSatisfy({ $0.period.until != nil })
        {
            return false
        }
        return true
    }
}

extension ChoiceCell.Test {
    /// The values at which the cell begins and ends.
    fileprivate var limits: [CELValue] {
        switch self {
        case .anyOf(let values): values
        case .band(let lower, _, let upper, _): [lower, upper].compactMap { $0 }
        }
    }
}
