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
    /// Whether some value lies in both cells.
    func intersects(_ other: ChoiceCell.Test) -> Bool {
        switch (self, other) {
        case (.anyOf(let values), _): values.contains { other.contains($0) }
        case (.band, .anyOf(let values)): values.contains { contains($0) }
        case (.band(let lower, let lowerIn, let upper, let upperIn), .band(let low, let lowIn, let up, let upIn)):
            !Self.isApart(lower, lowerIn, upper, upperIn) && !Self.isApart(lower, lowerIn, up, upIn)
                && !Self.isApart(low, lowIn, upper, upperIn) && !Self.isApart(low, lowIn, up, upIn)
                && Self.haveOneUnit([lower, upper, low, up].compactMap { $0 })
        }
    }

    /// Whether no value can lie in the cell.
    var isEmpty: Bool {
        switch self {
        case .anyOf(let values): values.isEmpty
        case .band(let lower, let lowerIncluded, let upper, let upperIncluded):
            Self.isApart(lower, lowerIncluded, upper, upperIncluded)
                || !Self.haveOneUnit([lower, upper].compactMap { $0 })
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

    /// Whether nothing lies between a lower and an upper bound; whole numbers, dates and roles have gaps between them.
    private static func isApart(
        _ lower: CELValue?, _ lowerIncluded: Bool, _ upper: CELValue?, _ upperIncluded: Bool
    ) -> Bool {
        guard let lower, let upper else { return false }
        switch FactOrder.compare(lower, upper) {
        case .greater: return true
        case .equal: return !(lowerIncluded && upperIncluded)
        case .less: return !lowerIncluded && !upperIncluded && isSuccessor(upper, of: lower)
        case nil: return false
        }
    }

    /// Whether a value of a counted type is the next one after another.
    private static func isSuccessor(_ next: CELValue, of value: CELValue) -> Bool {
        switch (value, next) {
        case (.int(let value), .int(let next)): value < .max && value + 1 == next
        case (.scalar(let value), .scalar(let next)):
            (value.fact == .date || value.fact == .role) && value.payload < .max && value.payload + 1 == next.payload
        default: false
        }
    }

    /// Whether the bounds can be compared: no amount is at once one of two currencies.
    private static func haveOneUnit(_ bounds: [CELValue]) -> Bool {
        guard let first = bounds.first else { return true }
        return bounds.allSatisfy { FactOrder.compare(first, $0) != nil }
    }
}
