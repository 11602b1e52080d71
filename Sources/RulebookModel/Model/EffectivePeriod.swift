public import CEL
public import SourceText

/// When something is in force: from an instant on, until another, which is no longer part of it.
public struct EffectivePeriod: Hashable, Sendable {
    /// What is written of it; nil where nothing is: most standards are in force at every time.
    private let written: Written?

    private final class Written: Sendable {
        let from, until: CELTimestamp?
        let fromText, untilText: String?
        let range: SourceRange?

        init(from: CELTimestamp?, until: CELTimestamp?, fromText: String?, untilText: String?, range: SourceRange?) {
            self.from = from
            self.until = until
            self.fromText = fromText
            self.untilText = untilText
            self.range = range
        }
    }

    /// In force at every time.
    public static let always = EffectivePeriod(from: nil, until: nil, fromText: nil, untilText: nil, range: nil)

    package init(
        from: CELTimestamp?, until: CELTimestamp?, fromText: String?, untilText: String?, range: SourceRange?
    ) {
        let isWritten = from != nil || until != nil || fromText != nil || untilText != nil || range != nil
        written =
            isWritten
            ? Written(from: from, until: until, fromText: fromText, untilText: untilText, range: range) : nil
    }

    /// The first instant, or nil for 'always was'.
    public var from: CELTimestamp? { written?.from }
    /// The first instant after it, or nil for 'until further notice'.
    public var until: CELTimestamp? { written?.until }
    /// The first day as written.
    public var fromText: String? { written?.fromText }
    /// The end as written.
    public var untilText: String? { written?.untilText }
    /// Where it is written; nil where it is not.
    public var range: SourceRange? { written?.range }

    /// Whether it has neither beginning nor end.
    public var isAlways: Bool { from == nil && until == nil }

    /// Whether an instant lies in it.
    public func contains(_ instant: CELTimestamp) -> Bool {
        guard let written else { return true }
        if let from = written.from, instant < from { return false }
        if let until = written.until, instant >= until { return false }
        return true
    }

    /// Whether both are written alike, at the same place.
    public static func == (left: EffectivePeriod, right: EffectivePeriod) -> Bool {
        left.from == right.from && left.until == right.until && left.fromText == right.fromText
            && left.untilText == right.untilText && left.range == right.range
    }

    /// Takes in all that is written.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(from)
        hasher.combine(until)
        hasher.combine(fromText)
        hasher.combine(untilText)
        hasher.combine(range)
    }
}
