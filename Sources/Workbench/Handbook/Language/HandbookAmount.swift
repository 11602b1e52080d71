import RulebookModel

/// A figure of which the words depend on the number: `1 hour`, `2 hours`.
enum HandbookAmount: Hashable, Sendable {
    /// A text that stays as it is: an amount of money, a plain number.
    case text(String)
    /// A length of time.
    case span(TimeSpan)
    /// So many of a unit.
    case count(Int, HandbookUnit)
}

/// What is counted.
enum HandbookUnit: CaseIterable, Hashable, Sendable {
    case second, minute, hour, day, week, month, quarter, year, businessDay, time, character
}

extension HandbookUnit {
    init(_ unit: MeasureWindow.Unit) {
        switch unit {
        case .day: self = .day
        case .week: self = .week
        case .month: self = .month
        case .quarter: self = .quarter
        case .year: self = .year
        }
    }
}

/// Where a figure stands in a sentence, which some languages mark on its noun.
enum HandbookUse: CaseIterable, Hashable, Sendable {
    /// By itself.
    case plain
    /// Behind `at most`, `at least`, `under` or `over`.
    case bounded
    /// Behind `within`.
    case within
    /// Behind `once every`.
    case every
}
