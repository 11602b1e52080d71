public import SourceText

/// What the intervals under one key may come to, one by one and together.
public struct IntervalLimits: Sendable {
    /// How long something may be.
    public struct Length: Sendable {
        /// The length.
        public enum Value: Sendable {
            /// As written.
            case span(TimeSpan)
            /// As an expression over the event that begins the interval says.
            case expression(ConditionExpression)
        }

        /// The length.
        public let value: Value
        /// Whether the limit itself is kept.
        public let isIncluded: Bool
        /// Where it stands.
        public let range: SourceRange

        /// The length as it was written.
        public var text: String {
            switch value {
            case .span(let span): span.text
            case .expression(let expression): expression.source
            }
        }
    }

    /// How many there may be.
    public struct Count: Sendable {
        /// The number.
        public enum Value: Sendable {
            /// As written.
            case number(Int)
            /// As an expression over the event that begins the interval says.
            case expression(ConditionExpression)
        }

        /// The number.
        public let value: Value
        /// Whether that many are still allowed.
        public let isIncluded: Bool
        /// Where it stands.
        public let range: SourceRange

        /// The number as it was written.
        public var text: String {
            switch value {
            case .number(let number): String(number)
            case .expression(let expression): expression.source
            }
        }
    }

    /// How long each may be.
    public let each: Length?
    /// How long all may be together.
    public let total: Length?
    /// How many there may be.
    public let count: Count?
    /// How long each must be.
    public let least: Length?
    /// Whose open time is counted; nil where all time is.
    public let clock: BusinessCalendar?

    /// The limits in time.
    var lengths: [Length] { [each, total, least].compactMap { $0 } }

    /// As people say it: `at most 60s each, 180s together, 3 of them`.
    public var text: String {
        let most = [
            each.map { "\($0.text) each" }, total.map { "\($0.text) together" }, count.map { "\($0.text) of them" },
        ].compactMap { $0 }
        let isIncluded = (each ?? total)?.isIncluded ?? count?.isIncluded ?? true
        return [
            most.isEmpty ? nil : "\(isIncluded ? "at most" : "under") \(most.joined(separator: ", "))",
            least.map { "at least \($0.text) each" },
        ].compactMap { $0 }.joined(separator: ", ") + (clock.map { ", of \($0.name) hours" } ?? "")
    }
}
