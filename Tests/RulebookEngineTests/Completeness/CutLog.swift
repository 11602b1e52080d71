import CEL
import Foundation
import RulebookModel
import TestSupport
import Testing

@testable import RulebookEngine

/// A log of which the beginning may be missing, and what an audit makes of it.
struct CutLog {
    /// An event of the log.
    struct Entry {
        let id: String
        let type: String
        let seconds: Int
        let key: String
        let count: Int
    }

    /// What became of a standard at an event; the event that began it, for what later ones settle.
    struct Place: Hashable {
        let event: String
        let standard: String
        /// Whether later events settled it.
        var isSettledLater = false
    }

    let entries: [Entry]

    /// Makes a log of a few events of some types under two keys.
    init(_ random: inout RandomSource, types: [String]) {
        // The clock goes back at 1:00 UTC on 25 October 2026.
        var seconds = 1_792_880_000 + random.below(30_000)
        let pace = random.pick([20, 120, 5_000, 40_000])
        entries = (0..<random.below(22)).map { number in
            seconds += random.chance(15) ? 0 : random.chance(20) ? 90 : random.below(pace)
            return Entry(
                id: "e\(number)", type: random.pick(types), seconds: seconds, key: random.pick(["i1", "i2"]),
                count: random.below(4))
        }
    }

    private init(entries: [Entry]) { self.entries = entries }

    /// The log without some of the events before an instant: all of them, or those that chance takes.
    func cut(at seconds: Int, keeping percent: Int, _ random: inout RandomSource) -> CutLog {
        CutLog(entries: entries.filter { $0.seconds >= seconds || random.chance(percent) })
    }

    static func timestamp(_ seconds: Int) -> CELTimestamp? { CELTimestamp(seconds: Int64(seconds), nanoseconds: 0) }

    /// The statuses of every standard at every event, in order.
    func verdicts(_ fixture: RulebookFixture, completeFrom: Int?) throws -> [Place: [FindingStatus]] {
        let decider = fixture.compiled.makeDecider(
            memory: TimelineState(
                fixture.compiled, measuresMetrics: true, completeFrom: completeFrom.flatMap(Self.timestamp)))
        var found: [Place: [FindingStatus]] = [:]
        let name = { (index: Int) in fixture.compiled.rulebook.standards[index].id }
        for entry in entries {
            let time = Date(timeIntervalSince1970: Double(entry.seconds)).formatted(.iso8601)
            let event = try fixture.event(
                "{\"id\": \"\(entry.id)\", \"type\": \"\(entry.type)\", \"time\": \"\(time)\", "
                    + "\"interaction\": \"\(entry.key)\", \"data\": {\"count\": \(entry.count)}}")
            for result in decider.decideAndRemember(event).results {
                found[Place(event: entry.id, standard: name(result.standard)), default: []].append(result.status)
            }
        }
        decider.settleAll()
        for finding in decider.takeFindings() {
            let place = Place(event: finding.trigger.id, standard: name(finding.standard), isSettledLater: true)
            found[place, default: []].append(finding.status)
        }
        for finding in decider.takeMetricFindings() {
            guard let status = finding.status else { continue }
            let period = finding.period.start.map { "\($0)" } ?? ""
            found[Place(event: "\(finding.key) \(period)", standard: name(finding.standard)), default: []]
                .append(status)
        }
        return found.mapValues { $0.sorted { $0.rawValue < $1.rawValue } }
    }
}
