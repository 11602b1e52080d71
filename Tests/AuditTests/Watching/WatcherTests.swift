import Audit
import CEL
import JSONSyntax
import RulebookEngine
import RulebookModel
import Testing

@Suite("A watcher tells each finding as soon as it is certain, and what is about to be one")
struct WatcherTests {
    private static let yaml = """
        rulebook: desk
        version: 1
        timeZone: UTC
        roles: [agent]
        entities: {customer: {tier: string, id: {type: string, private: PRIVATE}}}
        actions: {coupon.issue: {about: [customer], fields: {count: int}}, refund.give: }
        events: {asked: {about: [customer]}, answered: {about: [customer]}}
        standards:
          answers: {timeline: {after: asked, expect: answered, per: customer, within: 1h}}
          silence: {timeline: {after: asked, forbid: coupon.issue, per: customer, within: 30min}}
          courtesy: {on: asked, manual: Was it kind?}
        """

    private let watcher: Watcher
    private let compiled: CompiledVersions

    init() throws { try self.init(WatchOptions()) }

    private init(_ options: WatchOptions, isPrivate: Bool = false) throws {
        compiled = try AuditFixture.rulebook(Self.yaml.replacing("PRIVATE", with: "\(isPrivate)"))
        watcher = Watcher(compiled, options: options)
    }

    private static func lead(_ text: String) -> WarningLead {
        text.hasSuffix("%")
            ? .share(basisPoints: (Int(text.dropLast()) ?? 0) * 100)
            : .span(CELDuration(nanoseconds: (Int64(text) ?? 0) * 60_000_000_000))
    }

    private func event(_ id: String, _ type: String, _ clock: String, customer: String = "c1") -> String {
        #"{"id":"\#(id)","type":"\#(type)","time":"2026-11-20T\#(clock)Z","customer":{"id":"\#(customer)"}}"#
    }

    /// What is told of rows, each notice in a few words.
    private func take(_ rows: String...) throws -> [String] {
        var reader = try LogReader(
            LogInput(name: "log", source: .memory(Array(rows.joined(separator: "\n").utf8))), events: compiled.reader)
        var told: [String] = []
        while let row = try reader.next() { told += words(watcher.take(row, of: "log")) }
        return told
    }

    private func advance(_ clock: String) throws -> [String] {
        words(watcher.advance(to: try #require(CELTimestamp(parsing: "2026-11-20T\(clock)Z"))))
    }

    private func words(_ notices: [WatchNotice]) -> [String] {
        notices.map { notice in
            switch notice {
            case .finding(let finding): "\(finding.status.rawValue) \(finding.standard.id) \(finding.event.id)"
            case .warning(let finding, let key): "soon \(finding.standard.id) \(finding.event.id) \(key)"
            case .unjudged(let event, let remark): "\(remark) \(event.id)"
            case .late(let event, let line, let watermark): "late \(event.id) \(line) \(watermark)"
            case .unreadable(let problem): "\(problem.code) \(problem.line)"
            case .input(let name, let change): "\(change) \(name)"
            }
        }
    }

    @Test("what runs out is told when the time has come, whoever says so")
    func expires() throws {
        #expect(try take(event("q1", "asked", "09:00:00")) == [])
        #expect(try advance("10:00:00") == [])
        #expect(try advance("10:00:01") == ["missed answers q1"])
        #expect(try advance("11:00:00") == [])
        #expect(watcher.summary.counts[.missed] == 1)
        let other = try Self(WatchOptions())
        #expect(
            try other.take(event("q1", "asked", "09:00:00"), event("q2", "asked", "10:00:01")) == ["missed answers q1"])
    }

    @Test("what may still be answered by an event that is not late stays open")
    func waitsForLateOnes() throws {
        let desk = try Self(WatchOptions(lateness: CELDuration(nanoseconds: 300_000_000_000)))
        #expect(try desk.take(event("q1", "asked", "09:00:00")) == [])
        #expect(try desk.advance("10:05:00") == [])
        #expect(try desk.take(event("a1", "answered", "10:00:00")) == [])
        #expect(try desk.advance("12:00:00") == [])
        #expect(desk.watcher.summary.counts[.met] == 2)
        let slow = try Self(WatchOptions(lateness: CELDuration(nanoseconds: 300_000_000_000)))
        _ = try slow.take(event("q1", "asked", "09:00:00"))
        #expect(try slow.advance("10:05:01") == ["missed answers q1"])
        #expect(
            try slow.take(event("a1", "answered", "10:00:00")) == ["late a1 1 2026-11-20T10:00:01Z"])
        #expect(slow.watcher.summary.late == 1)
        #expect(slow.watcher.summary.events == 1)
    }

    @Test(
        "a clock is warned of once, before it runs out",
        arguments: [
            ("10", "09:49:59", "09:50:00"), ("25%", "09:44:59", "09:45:00"), ("0", "09:59:59", "10:00:00"),
            ("90", "", "09:00:00"), ("100%", "", "09:00:00"),
        ])
    func warns(_ lead: String, _ before: String, _ at: String) throws {
        let desk = try Self(WatchOptions(warning: Self.lead(lead)))
        _ = try desk.take(event("q1", "asked", "09:00:00"))
        if !before.isEmpty { #expect(try desk.advance(before) == []) }
        #expect(try desk.advance(at) == ["soon answers q1 customer.id c1"])
        #expect(try desk.advance("09:59:59") == [])
        #expect(try desk.advance("10:00:01") == ["missed answers q1"])
        #expect(desk.watcher.summary.warnings == 1)
    }

    @Test("of what was answered, or has run out meanwhile, nobody is warned")
    func warnsOfNothing() throws {
        let desk = try Self(WatchOptions(warning: Self.lead("10")))
        _ = try desk.take(event("q1", "asked", "09:00:00"), event("a1", "answered", "09:10:00"))
        #expect(try desk.advance("09:55:00") == [])
        _ = try desk.take(event("q2", "asked", "10:00:00"))
        #expect(try desk.advance("12:00:00") == ["missed answers q2"])
        #expect(desk.watcher.summary.warnings == 0)
    }

    @Test("a key that is private is not told")
    func masks() throws {
        let desk = try Self(WatchOptions(warning: Self.lead("10")), isPrivate: true)
        _ = try desk.take(event("q1", "asked", "09:00:00"))
        #expect(try desk.advance("09:55:00") == ["soon answers q1 customer.id •••"])
    }

    @Test("what is decided at an event is told with it")
    func decides() throws {
        #expect(
            try take(event("q1", "asked", "09:00:00"), event("k1", "coupon.issue", "09:10:00"))
                == ["missed silence k1"])
    }

    @Test("rows that cannot be read, ids that come twice and actions that nobody lists are told and counted")
    func problems() throws {
        #expect(
            try take(
                event("q1", "asked", "09:00:00"), "nonsense", event("q1", "asked", "09:01:00"),
                #"{"id":"x","type":"asked"}"#, event("r1", "refund.give", "09:02:00"))
                == ["EV0107 2", "EV0109 3", "EV0106 4", "unlisted r1"])
        #expect(watcher.summary.rows == 5)
        #expect(watcher.summary.events == 2)
        #expect(watcher.summary.problems == 3)
        #expect(watcher.summary.unjudged == 1)
    }

    @Test("at the end what was held back is judged, and what is still open is told")
    func finishes() throws {
        let desk = try Self(WatchOptions(lateness: CELDuration(nanoseconds: 3_600_000_000_000)))
        #expect(try desk.take(event("q1", "asked", "09:00:00"), event("q0", "asked", "08:10:00")) == [])
        #expect(desk.watcher.heldCount == 2)
        let asOf = try #require(CELTimestamp(parsing: "2026-11-20T09:15:00Z"))
        #expect(
            desk.words(desk.watcher.finish(asOf: asOf)) == [
                "missed answers q0", "pending answers q1", "pending silence q1",
            ])
    }
}
