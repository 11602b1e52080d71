import CEL
import JSONSyntax
import TestSupport
import Testing

@testable import Audit
@testable import RulebookEngine

@Suite("A row that is read straight makes the event that is written of it")
struct DirectReaderTests {
    private static let rulebook = """
        rulebook: rows
        currency: EUR
        roles: [agent, lead]
        entities:
          agent: {id: string, team: string, role: role}
          customer:
            id: string
            tier: {enum: [basic, gold]}
            age: {type: int, min: 0, max: 150}
            vip: {type: bool, default: false}
        events:
          sale:
            fields:
              amount: decimal
              price: money
              count: int
              note: {type: string, default: none}
              ok: bool
              at: timestamp
          visit: {fields: {count: int}}
        standards:
          amounts: {on: sale, require: event.amount < 50}
          prices: {on: sale, require: event.price < "50.00 EUR"}
          counts: {on: [sale, visit], when: customer.tier == "gold", require: event.count < 5 && customer.age > 17}
          notes: {on: sale, require: 'event.note != "bad" && event.ok && !customer.vip'}
          times: {on: sale, require: event.at <= now}
          leads: {on: visit, require: agent.role == "lead"}
        """
    private static let mapping = """
        mapping: rows
        rows:
          - event: {path: kind}
            id: id
            time: ts
            channel: channel
            case: case
            reason: reason
            agent: {id: agent.id, team: agent.team, role: role}
            customer: {id: customer.id, tier: customer.tier, age: customer.age, vip: vip, name: customer.name}
            data: {amount: amount, price: price, count: count, note: note, ok: ok, at: at, mood: mood}
        """

    /// A value as some log writes it: mostly one that fits, at times none, and at times any other.
    private static func value(_ fitting: [String], _ random: inout RandomSource) -> String? {
        switch random.below(12) {
        case 0: nil
        case 1:
            [
                "null", "\"\"", "0", "-7", "1.50", "1e2", "true", "[]", "{}", "[1]", "{\"id\":\"x\"}", "\"12\"",
                "\"a\\u00e9\\n\"", "12345678901234567890", "\"2026-01-02\"",
            ][random.below(15)]
        default: fitting[random.below(fitting.count)]
        }
    }

    private static func row(_ number: Int, _ random: inout RandomSource) -> String {
        var members: [String] = []
        func add(_ name: String, _ fitting: [String]) {
            if let value = value(fitting, &random) { members.append("\"\(name)\":\(value)") }
        }
        func object(_ fields: [(String, [String])]) -> String {
            let parts = fields.compactMap { name, fitting in
                value(fitting, &random).map { "\"\(name)\":\($0)" }
            }
            return "{\(parts.joined(separator: ","))}"
        }
        members.append("\"id\":\(random.below(3) == 0 ? "\(number)" : "\"e\(number)\"")")
        add("kind", ["\"sale\"", "\"sale\"", "\"visit\""])
        add("ts", ["\"2026-11-20T10:00:00Z\"", "\"2026-11-20 10:00:00.25+01:00\"", "\"2026-11-20T10:00\""])
        add("channel", ["\"phone\"", "\"chat\""])
        add("case", ["\"k1\"", "17"])
        if random.below(3) == 0 { add("reason", ["\" because \"", "\"\\t\""]) }
        add("agent", [object([("id", ["\"a1\"", "\"a2\"", "3"]), ("team", ["\"t\""])])])
        add("role", ["\"agent\"", "\"lead\""])
        let customer = object([
            ("id", ["\"c\"", "5"]), ("tier", ["\"gold\"", "\"basic\""]), ("age", ["17", "18"]), ("name", ["\"N\""]),
        ])
        add("customer", [customer])
        add("vip", ["true", "false"])
        add("amount", ["12", "49.99", "50.00", "-0.0"])
        add("price", ["49.99", "50", "\"3.10 EUR\""])
        add("count", ["1", "5", "900719925474099312"])
        add("note", ["\"bad\"", "\"good\"", "\"a longer note, with \\\"quotes\\\"\""])
        add("ok", ["true", "false"])
        add("at", ["\"2026-11-20T09:00:00Z\"", "\"2027-01-01T00:00:00+01:00\""])
        if random.below(4) == 0 { add("mood", ["\"good\""]) }
        return "{\(members.joined(separator: ","))}"
    }

    private static func rows(
        _ log: String, _ compiled: CompiledVersions, _ mapping: MappingProgram, isDirect: Bool
    ) throws -> [LogRow] {
        var reader = RowReader(
            input: "log.jsonl", events: compiled.reader, mapping: mapping, columns: [], asOf: nil, isDirect: isDirect)
        var lines = LineReader(.memory(Array(log.utf8)))
        var rows: [LogRow] = []
        while let line = try lines.next() { rows.append(reader.read(.line(line))) }
        return rows
    }

    /// Everything that a decision says, and what the event says of itself.
    private static func text(_ record: LogRow.Record, _ decider: VersionedDecider) -> String {
        guard case .event(let event) = record else { return "attestation" }
        let decision = decider.decide(event)
        let names = [event.channel, event.interaction, event.caseID, event.reason, event.recordedBy, event.actorID]
        return "\(event.id) \(event.type) \(event.time.map { "\($0)" } ?? "-") \(names) \(event.reasonLength) "
            + "\(event.actor.team.map { $0.string ?? $0.numberText ?? "" } ?? "-") \(decision.outcome) \(decision.results) \(decision.missing)"
    }

    @Test(arguments: 1...6)
    func asWritten(_ seed: Int) throws {
        var random = RandomSource(seed: UInt64(seed))
        let compiled = try AuditFixture.rulebook(Self.rulebook)
        let mapping = try AuditFixture.mapping(Self.mapping, for: compiled)
        let log = (0..<150).map { Self.row($0, &random) }.joined(separator: "\n")
        let direct = try Self.rows(log, compiled, mapping, isDirect: true)
        let written = try Self.rows(log, compiled, mapping, isDirect: false)
        let decider = compiled.makeDecider()
        var straightCount = 0
        for (own, other) in zip(direct, written) {
            #expect(own.eventTexts == other.eventTexts)
            #expect(own.problems.map(\.message) == other.problems.map(\.message))
            #expect(own.unknownMembers.sorted() == other.unknownMembers.sorted())
            #expect(own.records.map { Self.text($0, decider) } == other.records.map { Self.text($0, decider) })
            for case .event(let event) in own.records {
                if case .row = event.content.origin { straightCount += 1 }
            }
        }
        // Else nothing would have been tried.
        #expect(straightCount > 10)
    }
}
