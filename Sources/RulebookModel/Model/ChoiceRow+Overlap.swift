package import CEL

extension ChoiceRow {
    /// Whether some event could satisfy both rows: exact, since a row is a box in the space of facts and dates.
    func overlaps(_ other: ChoiceRow) -> Bool {
        if let until = period.until, let from = other.period.from, until <= from { return false }
        if let from = period.from, let until = other.period.until, until <= from { return false }
        for cell in cells {
            guard let twin = other.cells.first(where: { $0.path == cell.path }) else { continue }
            if !cell.test.intersects(twin.test) { return false }
        }
        return true
    }
}

extension ChoiceCell.Test {
    func intersects(_ other: ChoiceCell.Test) -> Bool {
        switch (self, other) {
        case (.anyOf(let values), _): values.contains { other.contains($0) }
        case (.band, .anyOf(let values)): values.contains { contains($0) }
        case (.band(let lower, let lowerIn, let upper, let upperIn), .band(let low, let lowIn, let up, let upIn)):
            !Self.isBelow(upper, upperIn, low, lowIn) && !Self.isBelow(up, upIn, lower, lowerIn)
        }
    }

    /// Whether a value lies in the cell.
    package func contains(_ value: CELValue) -> Bool {
        switch self {
        case .anyOf(let values): return values.contains { FactOrder.compare($0, value) == .equal || $0 == value }
        case .band(let lower, let lowerIncluded, let upper, let upperIncluded):
            if let lower {
                let order = FactOrder.compare(value, lower)
                guard order == .greater || (lowerIncluded && order == .equal) else { return false }
            }
            if let upper {
                let order = FactOrder.compare(value, upper)
                guard order == .less || (upperIncluded && order == .equal) else { return false }
            }
            return true
        }
    }

    /// Whether everything up to an upper bound lies below everything from a lower bound on.
    private static func isBelow(_ upper: CELValue?, _ upperIncluded: Bool, _ lower: CELValue?, _ lowerIncluded: Bool) -> Bool {
        guard let upper, let lower else { return false }
        switch FactOrder.compare(upper, lower) {
        case .less: return true
        case .equal: return !(upperIncluded && lowerIncluded)
        case .greater, nil: return false
        }
    }
}
