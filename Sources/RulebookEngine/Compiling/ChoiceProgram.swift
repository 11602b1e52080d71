import CEL
import RulebookModel

/// A setting whose rows are chosen by dates and facts.
final class ChoiceProgram: Sendable {
    /// One row.
    struct Row: Sendable {
        let value: CELValue
        let period: EffectivePeriod
        let cells: [(slot: Int, test: ChoiceCell.Test)]
    }

    let name: String
    let rows: [Row]
    /// The slot of the event's time.
    let now: Int

    init(name: String, rows: [Row], now: Int) {
        self.name = name
        self.rows = rows
        self.now = now
    }

    /// The value of the row that holds; unknown where none does, or where a fact that decides is missing.
    ///
    /// Rows never overlap, so the first that certainly holds is the only one.
    func value(in frame: CELFrame) -> CELValue {
        var missing: [CELAttributePath] = []
        for row in rows {
            switch holds(row, in: frame) {
            case .true: return row.value
            case .unknown(let unknown): missing += unknown.paths
            case .false, .error: break
            }
        }
        if missing.isEmpty { missing = [CELAttributePath(["settings", name])] }
        return .unknown(CELUnknown(missing))
    }

    private func holds(_ row: Row, in frame: CELFrame) -> CELTruth {
        var result = CELTruth.true
        if !row.period.isAlways {
            switch frame[now] {
            case .timestamp(let instant):
                if !row.period.contains(instant) { return .false }
            case .unknown(let unknown): result = .unknown(unknown)
            default: return .false
            }
        }
        for cell in row.cells {
            switch frame[cell.slot] {
            case .unknown(let unknown):
                if case .unknown(let other) = result {
                    result = .unknown(other.merging(unknown))
                } else {
                    result = .unknown(unknown)
                }
            case .error: return .false
            case let value:
                if !cell.test.contains(value) { return .false }
            }
        }
        return result
    }
}
