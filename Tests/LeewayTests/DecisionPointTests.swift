import Foundation
import Leeway
import TestSupport
import Testing

@Suite("An embedder decides an action in a few lines")
struct DecisionPointTests {
    private let point: DecisionPoint

    init() throws { point = try carePoint() }

    private func event(_ fields: String, role: String = "agent") -> String {
        """
        {"type": "coupon.issue", "time": "2026-11-20T09:14:03Z", "agent": {"id": "a-1", "role": "\(role)"},
         "customer": {"id": "cu-1", "tier": "standard"}, "data": {\(fields)}}
        """
    }

    @Test(
        "outcomes from JSON",
        arguments: [
            ("\"count\": 1, \"value\": \"5 EUR\"", Outcome.allow), ("\"count\": 2, \"value\": \"5 EUR\"", .justify),
            ("\"count\": 4, \"value\": \"5 EUR\"", .escalate), ("\"count\": 11, \"value\": \"5 EUR\"", .deny),
            ("\"value\": \"5 EUR\"", .undetermined),
        ])
    func check(_ fields: String, _ outcome: Outcome) throws {
        let decision = try point.check(json: event(fields))
        #expect(decision.outcome == outcome)
        #expect(point.explain(decision).contains(outcome.rawValue.uppercased()))
    }

    @Test("an event that cannot be read is an error with every problem")
    func unreadable() throws {
        do throws(LeewayError) {
            _ = try point.check(json: event("\"count\": \"x\", \"value\": \"y\""))
            Issue.record("it was read")
        } catch {
            guard case .unreadableEvent(let problems) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(problems.problems.map(\.path) == ["event.count", "event.value"])
        }
    }

    @Test("counter-offers and options come from the same rules")
    func offers() throws {
        let decision = try point.check(json: event("\"count\": 4, \"value\": \"5 EUR\""))
        let offers = point.counterOffers(for: decision)
        #expect(offers.variants.map { $0.changes.map(\.to) } == [["1"], ["3"]])
        #expect(offers.variants.map(\.outcome) == [.allow, .justify])
        let options = point.options(for: try point.event(json: event("\"value\": \"5 EUR\"")))
        #expect(options.fields.map(\.name) == ["count"])
        #expect(options.fields[0].segments.map(\.outcome) == [.allow, .justify, .escalate, .deny])
    }

    @Test("many threads may ask at once, and get the same answer")
    func concurrency() async throws {
        let point = point
        let json = event("\"count\": 4, \"value\": \"5 EUR\"")
        let texts = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<32 { group.addTask { point.explain(try point.check(json: json)) } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(texts.count == 1)
    }

    @Test("logs are audited from files")
    func audit() throws {
        let folder = try TemporaryFolder()
        let line = event("\"count\": 4, \"value\": \"5 EUR\"").replacing("\n", with: "")
        try folder.write("\(line)\n\(line)\n{", to: "log.jsonl")
        let report = try point.audit(folder.url.appending(path: "log.jsonl").path)
        #expect(report.reading.events == 2)
        #expect(report.reading.unreadableRows == 1)
        #expect(report.overall.counts[.missed] == 2)
        #expect(report.overall.counts[.met] == 2)
    }

    @Test("the standard of an id, or the nearest one's name")
    func standard() throws {
        #expect(try point.standard("coupons.value").id == "coupons.value")
        #expect(throws: LeewayError.self) { try point.standard("coupons.valeu") }
    }
}
