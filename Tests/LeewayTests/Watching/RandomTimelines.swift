import Foundation
import Leeway
import TestSupport

/// Random rulebooks about what happened before and what must follow, and random logs for them.
///
/// Every event merely happens, so that a ledger counts each, whatever was decided about it.
enum RandomTimelines {
    /// The instant around which events lie: the day on which the clock goes back in Ljubljana.
    static let start = 1_792_880_000
    private static let types = ["a", "b", "c", "u"]
    private static let windows = [
        "lifetime", "{calendar: day}", "{calendar: month}", "{rolling: 2h}", "{rolling: 15min}", "{rolling: 1 day}",
    ]
    private static let limits = ["90s", "10min", "2h", "1 day", "settings.limit"]

    /// A rulebook of one version, or of two that meet while events happen.
    static func rulebook(_ random: inout RandomSource) -> RulebookVersions? {
        let turn = "2026-10-25T0\(random.below(6)):30:00Z"
        let periods = random.chance(50) ? ["{}"] : ["{until: \"\(turn)\"}", "{from: \"\(turn)\"}"]
        var diagnostics = DiagnosticCollector()
        var rulebooks: [Rulebook] = []
        for (number, period) in periods.enumerated() {
            let text = text(version: number + 1, effective: period, &random)
            let file = SourceFile(name: "\(number + 1).yaml", utf8: Array(text.utf8))
            if let rulebook = RulebookLoader.load(RulebookFiles(root: file), diagnostics: &diagnostics) {
                rulebooks.append(rulebook)
            }
        }
        return RulebookVersions(rulebooks, diagnostics: &diagnostics)
    }

    private static func text(version: Int, effective: String, _ random: inout RandomSource) -> String {
        let measures = (0..<3).map { number in
            let function = random.pick(["count", "sum", "happened", "max", "distinct"])
            let operand = ["count", "happened"].contains(function) ? "" : ", of: event.n"
            let until = random.chance(30) ? ", until: u" : ""
            return (
                name: "f\(number)", isBool: function == "happened",
                text: "{\(function): \(random.pick(types)), per: \(key(&random)), "
                    + "window: \(random.pick(windows))\(operand)\(until)}"
            )
        }
        let facts = measures.map { "  \($0.name): \($0.text)" }
        let demands = measures.map { measure in
            let condition = measure.isBool ? "facts.\(measure.name)" : "facts.\(measure.name) <= \(random.below(5))"
            return "  \(measure.name): {on: \(random.pick(types)), require: '\(condition)'}"
        }
        let steps = "steps: [{up_to: \(1 + random.below(3))}, {up_to: \(4 + random.below(4)), needs: reason}]"
        let standards =
            demands + [
                "  budget: {on: a, allowance: {sum: event.n, per: \(key(&random)), window: \(window(&random)), \(steps)}}",
                "  count: {on: b, allowance: {count: b, per: \(key(&random)), window: \(window(&random)), \(steps)}}",
                "  answer: {timeline: {after: a, expect: b, within: \(random.pick(limits)), per: \(key(&random)), "
                    + "again: \(random.pick(["each", "keep", "restart"]))\(end(&random))}}",
                "  silence: {timeline: {after: c, forbid: b, within: \(random.pick(limits)), per: \(key(&random))"
                    + "\(end(&random))}}",
                "  first: {timeline: {before: b, expect: a, per: \(key(&random))"
                    + "\(random.chance(50) ? ", within: \(random.pick(limits))" : "")"
                    + "\(random.chance(50) ? ", since: u" : "")}}",
                "  stretch: {timeline: {from: c, to: a, at_most: {each: \(random.pick(["2min", "1h"])), count: 2}, "
                    + "per: \(key(&random))}}",
                "  procedure: {timeline: {steps: [a, b, c], order: relative, within: 2h, per: \(key(&random))}}",
                "  news: {timeline: {every: 20min, expect: b, while: {from: c, to: u}, per: \(key(&random))}}",
                "  apology: {timeline: {after: {standard: answer, is: missed}, expect: c, within: 30min, "
                    + "per: \(key(&random))}}",
            ]
        let events = types.map { "  \($0): {about: [customer], fields: {n: {type: int, min: 0}}}" }
        return """
            rulebook: random
            version: \(version)
            effective: \(effective)
            timeZone: Europe/Ljubljana
            unlisted: allow
            roles: [agent]
            settings: {limit: \(random.pick(["5min", "1h"]))}
            entities: {customer: {tier: string}}
            events:
            \(events.joined(separator: "\n"))
            facts:
            \(facts.joined(separator: "\n"))
            standards:
            \(standards.joined(separator: "\n"))
            """
    }

    private static func key(_ random: inout RandomSource) -> String { random.pick(["customer", "interaction"]) }

    private static func window(_ random: inout RandomSource) -> String { random.pick(windows) }

    private static func end(_ random: inout RandomSource) -> String {
        random.pick(["", ", cancelled_by: u", ", until: u"])
    }

    /// A log in the order of its times, and the same as it arrives, each event late by at most so many seconds.
    ///
    /// What happens at one instant keeps its order: no clock says which of it came first.
    static func log(lateness: Int, _ random: inout RandomSource) -> (sorted: [String], arrived: [String]) {
        var seconds = start + random.below(30_000)
        let pace = random.pick([20, 120, 1_500, 12_000])
        var rows: [(seconds: Int, arrival: Int, text: String)] = []
        for number in 0..<random.below(16) {
            let isTogether = random.chance(15)
            seconds += isTogether ? 0 : random.chance(20) ? 90 : 1 + random.below(pace)
            let arrival = isTogether ? rows.last?.arrival ?? seconds : seconds + random.below(lateness + 1)
            let time = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
            let customer = random.chance(5) ? "" : #","customer":{"id":"c\#(random.below(2))"}"#
            let data = random.chance(8) ? "" : #","data":{"n":\#(random.below(4))}"#
            let text =
                #"{"id":"e\#(number)","type":"\#(random.pick(types))","time":"\#(time)","#
                + #""interaction":"i\#(random.below(2))"\#(customer)\#(data)}"#
            rows.append((seconds, arrival, text))
        }
        let arrived = rows.indices.sorted { (rows[$0].arrival, $0) < (rows[$1].arrival, $1) }
        return (rows.map(\.text), arrived.map { rows[$0].text })
    }
}
