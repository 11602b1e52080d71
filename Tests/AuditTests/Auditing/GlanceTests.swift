import CEL
import JSONSyntax
import RulebookEngine
import TestSupport
import Testing

@testable import Audit

@Suite("An audit that only glances at most rows gives the report of one that reads them all")
struct GlanceTests {
    private static let rulebook = """
        rulebook: glances
        currency: EUR
        unlisted: deny
        roles: [agent, lead]
        effective: {from: 2026-01-01T00:00:00Z}
        settings: {most: {type: int, value: 60}}
        entities:
          agent: {id: string, team: string, role: role}
          customer:
            id: string
            tier: {enum: [basic, silver, gold]}
            vip: {type: bool, default: false}
        events:
          call: {fields: {hold: {type: int, min: 0, max: 900}, amount: decimal, price: money, ok: bool, text: string}}
          note: {fields: {text: string}}
        actions:
          refund: {fields: {amount: decimal}}
          gift: {fields: {amount: decimal}}
        standards:
          held: {on: call, require: event.hold <= settings.most, severity: critical}
          golden: {on: call, when: customer.tier == "gold", require: event.amount <= 40 || event.ok}
          cheap: {on: call, when: 'event.channel in ["phone", "chat"]', require: event.price < "45.00 EUR"}
          vips: {on: call, when: customer.vip, forbid: event.hold > 30}
          leads: {on: call, force: should, when: 'agent.role == "lead"', require: event.ok}
          doubled: {on: call, when: 'event.channel == "fax"', require: event.hold * 2 <= 100}
          kind: {on: call, when: 'event.channel == "fax"', manual: {tone: Was it kind?}}
          spoken: {on: note, require: 'event.text != "nothing"'}
          refunds: {on: refund, require: event.amount <= 40, otherwise: {escalate: lead}}
        """
    private static let mapping = """
        mapping: glances
        rows:
          - event: {path: kind}
            id: id
            time: ts
            channel: channel
            case: case
            reason: why
            agent: {id: agent.id, team: agent.team, role: role}
            customer: {id: customer.id, tier: customer.tier, vip: customer.vip}
            data: {hold: hold, amount: amount, price: price, ok: ok, text: text, mood: mood}
        """

    /// A value: mostly one that fits, at times another.
    private static func value(_ fitting: String, _ random: inout RandomSource) -> String {
        guard random.below(60) == 0 else { return fitting }
        return ["null", "\"\"", "true", "[]", "{}", "-7", "1e2", "\"a\\u00e9\"", "99999999999999999999"][
            random.below(9)]
    }

    /// A log of rows that the mapping reads, or of events in the event format.
    private static func log(_ count: Int, seed: UInt64, isMapped: Bool = true) -> String {
        var random = RandomSource(seed: seed)
        return (0..<count).map { number in
            if random.below(30) == 0 { return "no JSON" }
            func value(_ fitting: String...) -> String { Self.value(fitting[random.below(fitting.count)], &random) }
            func object(_ members: [String]) -> String { "{\(members.joined(separator: ","))}" }
            let id = random.below(40) == 0 ? "e\(random.below(count))" : "e\(number)"
            let year = random.below(50) == 0 ? 2025 : 2026
            let kind = ["call", "call", "call", "note", "refund", "gift"][random.below(6)]
            let role = "\"role\":\(value("\"agent\"", "\"agent\"", "\"lead\""))"
            var agent = [
                "\"id\":\(value("\"a\(random.below(17))\"", isMapped ? "7" : "\"7\""))",
                "\"team\":\(value("\"t\(random.below(3))\""))",
            ]
            if !isMapped { agent.append(role) }
            var customer = [
                "\"id\":\(value("\"c\""))", "\"tier\":\(value("\"gold\"", "\"basic\"", "\"silver\""))",
            ]
            if random.below(5) == 0 { customer.append("\"vip\":\(value("true", "false"))") }
            var fields: [String] = []
            if kind == "call" {
                fields.append("\"hold\":\(value("\(random.below(64))"))")
                fields.append("\"price\":\(value("\(random.below(48))"))")
                fields.append("\"ok\":\(value("true", "true", "false"))")
            }
            if kind != "note" { fields.append("\"amount\":\(value("\(random.below(48)).\(random.below(90))"))") }
            if kind == "call" || kind == "note" {
                fields.append("\"text\":\(value("\"something\"", "\"nothing\"", "\"č\""))")
            }
            if random.below(30) == 0 { fields.append("\"mood\":\(value("\"good\"", "null"))") }
            var members = [
                "\"id\":\(value("\"\(id)\""))", "\"\(isMapped ? "kind" : "type")\":\(value("\"\(kind)\""))",
                "\"\(isMapped ? "ts" : "time")\":"
                    + value("\"\(year)-0\(1 + random.below(9))-1\(random.below(9))T23:30:00Z\""),
                "\"channel\":\(value("\"phone\"", "\"chat\"", "\"fax\""))", "\"agent\":\(value(object(agent)))",
                "\"customer\":\(value(object(customer)))",
            ]
            if isMapped {
                members += fields + [role]
                if random.below(30) == 0 { members.append("\"why\":\" so \"") }
            } else {
                members.append("\"data\":\(value(object(fields)))")
                switch random.below(40) {
                case 0: members.append("\"reason\":\" so \"")
                case 1: members[4] = "\"agent\":\"a1\""
                case 2: members[5] = "\"customer\":{}"
                case 3: members.append("\"approval\":{\"by\":\"b\",\"role\":\"lead\"}")
                case 4: members.append("\"stranger\":null")
                default: break
                }
            }
            return object(members)
        }.joined(separator: "\n")
    }

    private static func report(
        _ log: String, _ plan: AuditPlan, _ mapping: MappingProgram?, _ listing: AuditOptions.Listing, threadCount: Int,
        isGlancing: Bool
    ) throws -> [String] {
        let options = AuditOptions(
            listing: listing, generator: ReportGenerator(version: "test"), threadCount: threadCount)
        var auditor = try Auditor(plan, mapping: mapping, options: options, isGlancing: isGlancing)
        try auditor.consume(LogInput(name: "log.jsonl", source: .memory(Array(log.utf8))))
        return try auditor.finish().contentTexts
    }

    @Test(arguments: [AuditOptions.Listing.none, .notable, .decided], [true, false])
    func reports(_ listing: AuditOptions.Listing, isMapped: Bool) throws {
        let compiled = try AuditFixture.rulebook(Self.rulebook)
        let plan = AuditPlan(compiled)
        let mapping = isMapped ? try AuditFixture.mapping(Self.mapping, for: compiled) : nil
        for seed in 1...4 {
            let log = Self.log(1_500, seed: UInt64(seed), isMapped: isMapped)
            let read = try Self.report(log, plan, mapping, listing, threadCount: 1, isGlancing: false)
            for threadCount in 1...3 {
                let glanced = try Self.report(log, plan, mapping, listing, threadCount: threadCount, isGlancing: true)
                // What differs says more than the whole.
                #expect(glanced.filter { !read.contains($0) } == read.filter { !glanced.contains($0) })
                #expect(glanced.count == read.count)
            }
        }
    }

    @Test("most rows need no more than a glance", arguments: [true, false])
    func share(isMapped: Bool) throws {
        let compiled = try AuditFixture.rulebook(Self.rulebook)
        let mapping = isMapped ? try AuditFixture.mapping(Self.mapping, for: compiled) : nil
        let found = mapping.map { GlanceReader($0, of: compiled) } ?? GlanceReader(eventsOf: compiled)
        let glances = try #require(found)
        var reader = RowReader(
            input: "log.jsonl", events: compiled.reader, mapping: mapping, columns: [], asOf: nil, glances: glances)
        var lines = LineReader(.memory(Array(Self.log(1_000, seed: 5, isMapped: isMapped).utf8)))
        var raws: [RawRow] = []
        while let line = try lines.next() { raws.append(.line(line)) }
        let batch = reader.readBatch(raws)
        #expect(batch.rows.count == 1_000)
        let glancedCount = batch.rows.count { if case .glanced = $0 { true } else { false } }
        #expect(glancedCount > 300)
        #expect(batch.rows.count { if case .opened = $0 { true } else { false } } > 100)
        let types = Set(
            batch.rows.compactMap { row -> Int? in
                if case .glanced(let row) = row { row.type } else { nil }
            })
        // Of gifts, which no standard lists, there is something to tell.
        #expect(types.count == 3)
    }

    @Test("no row is glanced at where standards ask of many events, or of more than plain comparisons")
    func others() throws {
        let events = "events: {call: {fields: {hold: int}}}"
        let facts = "facts: {before: {last: call, of: event.hold, per: agent}}\n"
        let remembered = "remembered: {on: call, require: event.hold >= facts.before}"
        let computed = "computed: {on: call, require: event.hold * 2 <= 5}"
        let plain = "plain: {on: call, require: event.hold <= 5}"
        let mapping = """
            mapping: calls
            rows: [{event: call, id: id, time: ts, agent: {id: agent}, data: {hold: hold}}]
            """
        for (facts, standard, isGlanced) in [("", computed, false), (facts, remembered, false), ("", plain, true)] {
            let compiled = try AuditFixture.rulebook(
                "rulebook: some\nentities: {agent: {id: string}}\n\(events)\n"
                    + "\(facts)standards:\n  \(standard)\n")
            #expect(compiled.glances.contains { $0 != nil } == isGlanced)
            // The type of such rows is no text of theirs.
            #expect(GlanceReader(try AuditFixture.mapping(mapping, for: compiled), of: compiled) == nil)
        }
    }
}
