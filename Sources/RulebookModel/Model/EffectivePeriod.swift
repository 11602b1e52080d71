public import CEL
public import SourceText

/// When something is in force: from an instant on, until another, which is no longer part of it.
public struct EffectivePeriod: Hashable, Sendable {
    /// The first instant, or nil for 'always was'.
    public let from: CELTimestamp?
    /// The first instant after it, or nil for 'until further notice'.
    public let until: CELTimestamp?
    /// The first day as written.
    public let fromText: String?
    /// The end as written.
    public let untilText: String?
    /// Where it is written; nil where it is not.
    public let range: SourceRange?

    /// In force at every time.
    public static let always = EffectivePeriod(from: nil, until: nil, fromText: nil, untilText: nil, range: nil)

    package init(
        from: CELTimestamp?, until: CELTimestamp?, fromText: String?, untilText: String?, range: SourceRange?
    ) {
        self.from = from
        self.until = until
        self.fromText = fromText
        self.untilText = untilText
        self.range = range
    }

    /// Whether it has neither beginning nor end.
    public var isAlways: Bool { from == nil && until == nil }

    /// Whether an instant lies in it.
    public func contains(_ instant: CELTimestamp) -> Bool {
        if let from, instant < from { return false }
        if let until, instant >= until { return false }
        return true
    }
}
