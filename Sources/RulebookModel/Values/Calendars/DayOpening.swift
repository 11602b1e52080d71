/// A stretch of a local day in which a business is open.
public struct DayOpening: Hashable, Sendable {
    /// Minutes from midnight to the opening, as the clock on the wall shows them.
    public let opensMinute: Int
    /// Minutes from midnight to the closing, which is not included; at most 1440.
    public let closesMinute: Int

    init(opensMinute: Int, closesMinute: Int) {
        self.opensMinute = opensMinute
        self.closesMinute = closesMinute
    }

    /// As people write it: `08:00-18:00`.
    public var text: String { "\(Self.clock(opensMinute))-\(Self.clock(closesMinute))" }

    private static func clock(_ minute: Int) -> String {
        [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    /// Its length and ends in nanoseconds, the unit in which open time is counted.
    var opens: Int64 { Int64(opensMinute) * 60_000_000_000 }
    var closes: Int64 { Int64(closesMinute) * 60_000_000_000 }

    /// The part that lies within one of others.
    func limited(to others: [DayOpening]) -> [DayOpening] {
        others.compactMap { other in
            let opens = Swift.max(opensMinute, other.opensMinute)
            let closes = Swift.min(closesMinute, other.closesMinute)
            return opens < closes ? DayOpening(opensMinute: opens, closesMinute: closes) : nil
        }
    }
}
