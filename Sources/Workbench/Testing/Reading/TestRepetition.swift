import CEL
import RulebookModel
import SourceText
import YAMLSyntax

/// `times: 7, every: 24h`: an event that happens several times.
struct TestRepetition {
    /// The most times that one event may happen.
    static let timesMax = 10_000

    /// The distance of two.
    enum Distance {
        /// All at one instant.
        case none
        /// A length of time.
        case span(TimeSpan)
        /// So many dates, at the same time of the clock.
        case days(Int)
    }

    static let once = TestRepetition(times: 1, distance: .none)

    let times: Int
    let distance: Distance

    /// Reads `times` and `every` of an event.
    static func read(
        times: YAMLNode?, every: YAMLNode?, diagnostics: inout DiagnosticCollector
    ) -> TestRepetition {
        guard let times else {
            if let every {
                diagnostics.add(
                    .conflictingKeys(
                        "`every` says how far apart several are", at: every.range,
                        help: "add `times:`, as in `times: 7`"))
            }
            return once
        }
        guard case .integer(let number?)? = times.scalar?.core, (1...Int64(timesMax)).contains(number) else {
            times.refuse(
                "`times`", expected: "a whole number from 1 to \(timesMax)",
                found: times.scalar.map { "`\($0.text)`" }, diagnostics: &diagnostics)
            return once
        }
        let distance = every.map { readDistance($0, diagnostics: &diagnostics) } ?? .none
        return TestRepetition(times: Int(number), distance: distance)
    }

    private static func readDistance(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Distance {
        guard let text = node.text("`every`", diagnostics: &diagnostics) else { return .none }
        let words = text.split(separator: " ")
        if words.count == 2, let count = Int(words[0]), (1...3660).contains(count),
            let length = ["day": 1, "days": 1, "week": 7, "weeks": 7][words[1]]
        {
            return .days(count * length)
        }
        if let span = try? TimeSpan(parsing: text) { return .span(span) }
        diagnostics.add(
            .badValue(
                "`\(text)` is no distance in time", help: "write it as in 24h, 10min, 1 day or 2 weeks", at: node.range)
        )
        return .none
    }

    /// The instants at which it happens, beginning with the first; nil outside of the years that are counted.
    func instants(from first: CELTimestamp, in zone: CELTimeZone) -> [CELTimestamp]? {
        var instants: [CELTimestamp] = [first]
        let local = LocalTime(first, in: zone)
        for number in 1..<max(times, 1) {
            let next: CELTimestamp?
            switch distance {
            case .none: next = first
            case .span(let span): next = instants.last?.adding(CELDuration(nanoseconds: span.nanoseconds))
            case .days(let days):
                next = zone.instant(
                    of: CivilDate(daysSince1970: local.date.daysSince1970 + days * number),
                    secondOfDay: local.secondOfDay, nanoseconds: first.nanoseconds)
            }
            guard let next else { return nil }
            instants.append(next)
        }
        return instants
    }
}
