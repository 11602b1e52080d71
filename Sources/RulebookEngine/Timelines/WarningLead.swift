public import CEL

/// How long before a clock runs out somebody wants to know.
public enum WarningLead: Hashable, Sendable {
    /// This long before its end.
    case span(CELDuration)
    /// When so much of its time is left, in ten-thousandths.
    case share(basisPoints: Int)

    /// When to warn of a clock; nil where nobody can write that instant.
    func instant(from start: CELTimestamp, to end: CELTimestamp) -> CELTimestamp? {
        switch self {
        case .span(let span): return end.subtracting(span)
        case .share(let basisPoints):
            guard let whole = end.since(start) else { return nil }
            let left = Int128(whole.nanoseconds) * Int128(basisPoints) / 10_000
            return Int64(exactly: left).flatMap { end.subtracting(CELDuration(nanoseconds: $0)) }
        }
    }
}
