public import CEL
import RulebookModel

/// A stretch of time over which there is a figure, half-open.
public struct MetricPeriod: Hashable, Sendable {
    /// Its first instant; nil where it begins with the log, or nobody knows when.
    public let start: CELTimestamp?
    /// The first instant after it; nil where it ends with the log.
    public var end: CELTimestamp?
    /// The name of the zone in which its dates are told.
    public let zone: String
}

extension WindowProgram {
    /// The period in which the event lies whose facts lie in a frame, of those of a key.
    func period(
        _ frame: CELFrame, _ key: StateKey, _ state: TimelineState
    ) -> Result<MetricPeriod, MissingFact> {
        let zone: CELTimeZone
        switch self.zone(frame) {
        case .success(let found): zone = found
        case .failure(let missing): return .failure(missing)
        }
        guard case .timestamp(let instant) = frame[now] else { return .failure(MissingFact("now")) }
        if let blocks {
            return blocks.block(at: instant, in: zone, key, state).map {
                MetricPeriod(start: $0.start, end: $0.end, zone: zone.name)
            }
        }
        guard case .calendar(let unit, let weekBegins) = extent else {
            return .success(MetricPeriod(start: nil, end: nil, zone: zone.name))
        }
        let first = unit.start(of: zone.date(at: instant), weekBegins: weekBegins)
        return .success(
            MetricPeriod(
                start: zone.startOfDay(first), end: zone.startOfDay(unit.after(first, 1)), zone: zone.name))
    }
}
