import CEL
import LedgerSQLite
import RulebookEngine
import RulebookModel
import TestSupport
import Testing

/// What one would note on paper: the naive reference for reservations.
private struct Paper {
    struct Slip {
        let customer: String
        let count: Int
        let expires: Int
    }

    let cap: Int
    var second = 0
    var used: [String: Int] = [:]
    var open: [String: Slip] = [:]
    var reservedEver = 0
    var ends = ["commit": 0, "release": 0, "expiry": 0]

    func reserved(_ customer: String) -> Int {
        open.values.filter { $0.customer == customer && $0.expires > second }.reduce(0) { $0 + $1.count }
    }

    func left(_ customer: String) -> Int { cap - (used[customer] ?? 0) - reserved(customer) }

    /// What has run out is over once something goes ahead.
    mutating func goAhead() {
        for (key, slip) in open where slip.expires <= second {
            open[key] = nil
            ends["expiry", default: 0] += 1
        }
    }
}

@Suite("What may be used is used, reserved or left")
struct ConservationTests {
    private static let cap = 10

    private static func desk() throws -> LedgerDesk {
        try LedgerDesk(
            LedgerDesk.yaml.replacing("{rolling: 24h}", with: "{rolling: 8760h}")
                .replacing("- {up_to: 2}", with: "- {up_to: \(cap)}")
                .replacing("- {up_to: 3, needs: reason}", with: ""))
    }

    private static func time(_ second: Int) -> String {
        CELTimestamp(seconds: 1_795_132_800 + Int64(second))?.description ?? ""
    }

    @Test("over random interleavings of two processes' requests", arguments: 1...6)
    func conservation(_ seed: UInt64) throws {
        let desk = try Self.desk()
        var random = SeededGenerator(seed: seed)
        var paper = Paper(cap: Self.cap)
        let ledgers = [try desk.open(), try desk.open()]
        for number in 0..<150 {
            paper.second += Int.random(in: 0...40, using: &random)
            let ledger = ledgers[Int.random(in: 0...1, using: &random)]
            let customer = "cu-\(Int.random(in: 0...2, using: &random))"
            try Self.step(number, customer, desk, ledger, &paper, &random)
            for customer in ["cu-0", "cu-1", "cu-2"] {
                let left = try Self.left(customer, at: paper.second, desk, ledger)
                #expect((paper.used[customer] ?? 0) + paper.reserved(customer) + left == Self.cap)
            }
        }
        let entries = try LedgerReader(at: desk.path).last(1_000)
        let ever = entries.filter { $0.kind == "reservation" && $0.counts }.count
        for (kind, count) in paper.ends {
            #expect(entries.filter { $0.kind == kind && (kind != "commit" || $0.counts) }.count == count, "\(kind)")
        }
        #expect(ever == paper.reservedEver)
        #expect(ever == paper.ends.values.reduce(0, +) + paper.open.count)
        let memory = try ledgers[0].memory()
        #expect(memory.openHolds.count == paper.open.count)
        #expect(try memory == desk.open().memory())
        #expect(try memory == ledgers[1].memory())
        #expect(try LedgerReader(at: desk.path).verify(deciding: desk.compiled).problems == [])
        // Everything was tried.
        #expect(paper.ends.values.allSatisfy { $0 > 0 })
    }

    private static func step(
        _ number: Int, _ customer: String, _ desk: LedgerDesk, _ ledger: SQLiteLedger, _ paper: inout Paper,
        _ random: inout SeededGenerator
    ) throws {
        let count = Int.random(in: 1...4, using: &random)
        let proposal = try desk.coupons("\(number)", count, customer: customer, at: time(paper.second))
        let fits = count <= paper.left(customer)
        let key = paper.open.filter { $0.value.expires > paper.second }.keys.sorted().randomElement(using: &random)
        switch Int.random(in: 0...9, using: &random) {
        case 0:
            #expect(try ledger.outcome(proposal) == (fits ? "allow" : "deny"))
            guard fits else { return }
            paper.used[customer, default: 0] += count
            paper.goAhead()
        case 1...6:
            let seconds = Int.random(in: 1...120, using: &random)
            #expect(try ledger.reserve(proposal, for: "\(seconds)s") == (fits ? "allow" : "deny"))
            guard fits else { return }
            paper.goAhead()
            paper.open["\(number)"] = .init(customer: customer, count: count, expires: paper.second + seconds)
            paper.reservedEver += 1
        case 7:
            guard let key, let slip = paper.open[key] else { return }
            // Whatever happened meanwhile, what was reserved is within the allowance.
            #expect(try ledger.commit(key, at: time(paper.second)) == "allow")
            paper.open[key] = nil
            paper.used[slip.customer, default: 0] += slip.count
            paper.ends["commit", default: 0] += 1
            paper.goAhead()
        default:
            guard let key else { return }
            #expect(try ledger.release(key) == "released")
            paper.open[key] = nil
            paper.ends["release", default: 0] += 1
        }
    }

    /// The most that a customer would be given, by asking.
    private static func left(
        _ customer: String, at second: Int, _ desk: LedgerDesk, _ ledger: SQLiteLedger
    ) throws -> Int {
        let decider = desk.compiled.makeDecider(memory: try ledger.memory())
        return try (0...cap).last { count in
            try decider.decide(desk.coupons("?", count, customer: customer, at: time(second)).event).outcome == .allow
        } ?? -1
    }
}
