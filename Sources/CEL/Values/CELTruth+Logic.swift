extension CELTruth {
    /// Both hold; a false one decides, otherwise unknown wins over error, and the first error is kept.
    public func conjoined(with other: CELTruth) -> CELTruth {
        switch (self, other) {
        case (.false, _), (_, .false): .false
        case (.true, _): other
        case (_, .true): self
        default: undecided(with: other)
        }
    }

    /// One of both holds; a true one decides, otherwise unknown wins over error, and the first error is kept.
    public func disjoined(with other: CELTruth) -> CELTruth {
        switch (self, other) {
        case (.true, _), (_, .true): .true
        case (.false, _): other
        case (_, .false): self
        default: undecided(with: other)
        }
    }

    /// What two operands come to that decide nothing.
    private func undecided(with other: CELTruth) -> CELTruth {
        switch (self, other) {
        case (.unknown(let left), .unknown(let right)): .unknown(left.merging(right))
        case (.unknown, _): self
        case (_, .unknown): other
        default: self
        }
    }
}
