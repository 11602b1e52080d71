/// How errors and unknowns pass through what is not logic.
enum Strictness {
    /// What a call comes to whose arguments are not all known: what is unknown merges and wins, else the first error.
    static func merged(_ arguments: [CELValue]) -> CELValue {
        var unknown: CELUnknown?
        var error: CELValue?
        for argument in arguments {
            switch argument {
            case .unknown(let other): unknown = unknown?.merging(other) ?? other
            case .error: error = error ?? argument
            default: break
            }
        }
        return unknown.map(CELValue.unknown) ?? error ?? .null
    }

    /// What a call of two arguments comes to that are not both known.
    static func merged(_ left: CELValue, _ right: CELValue) -> CELValue {
        switch (left, right) {
        case (.unknown(let left), .unknown(let right)): .unknown(left.merging(right))
        case (.unknown, _): left
        case (_, .unknown): right
        case (.error, _): left
        default: right
        }
    }
}

extension CELValue {
    /// The same value; an error without a place gets one.
    @inline(__always)
    func located(at range: Range<Int>) -> CELValue {
        if case .error(let error) = self { return .error(error.located(at: range)) }
        return self
    }
}

extension CELTruth {
    /// The same truth value; an error without a place gets one.
    func located(at range: Range<Int>) -> CELTruth {
        if case .error(let error) = self { return .error(error.located(at: range)) }
        return self
    }
}
