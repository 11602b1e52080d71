import CEL
import LedgerSQLite
import RulebookEngine
import RulebookModel
import Testing

@Suite("A reservation keeps back what it would use until it is committed, released or runs out")
struct ReservationTests {
    private static let morning = "2026-11-20T08:00:00Z"

    @Test("what is kept back counts as used, for one's own key only")
    func keepsBack() throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        #expect(try ledger.reserve(desk.coupons("r", 2)) == "allow")
        #expect(try ledger.outcome(desk.coupons("1", 1)) == "justify")
        #expect(try ledger.outcome(desk.coupons("2", 2)) == "deny")
        #expect(try ledger.outcome(desk.coupons("3", 2, customer: "cu-2")) == "allow")
        #expect(try ledger.reserve(desk.coupons("r2", 3)) == "deny")
        #expect(try ledger.memory().openHolds.map(\.name) == ["r"])
        #expect(try desk.open().memory() == ledger.memory())
    }

    @Test("commit uses it, release and time give it back", arguments: ["commit", "release", "time"])
    func ends(_ how: String) throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        #expect(try ledger.reserve(desk.coupons("r", 2, at: Self.morning)) == "allow")
        switch how {
        case "commit": #expect(try ledger.commit("r", at: "2026-11-20T08:10:00Z") == "allow")
        case "release": #expect(try ledger.release("r") == "released")
        default: break
        }
        // A moment before it runs out, and the moment at which it has.
        let early = try ledger.outcome(desk.coupons("1", 2, at: "2026-11-20T08:14:59Z"))
        #expect(early == (how == "release" ? "allow" : "deny"))
        let late = try ledger.outcome(desk.coupons("2", 2, at: "2026-11-20T08:15:00Z"))
        #expect(late == (how == "time" ? "allow" : "deny"))
        #expect(try ledger.memory().openHolds == [])
        #expect(try desk.open().memory() == ledger.memory())
        let kinds = try LedgerReader(at: desk.path).last(9).map(\.kind)
        switch how {
        case "commit": #expect(kinds == ["reservation", "commit", "decision", "decision"])
        case "release": #expect(kinds == ["reservation", "release", "decision", "decision"])
        // It is closed once something of a later time goes ahead.
        default: #expect(kinds == ["reservation", "decision", "expiry", "decision"])
        }
        #expect(try LedgerReader(at: desk.path).verify(deciding: desk.compiled).problems == [])
    }

    @Test("facts and clocks do not see what has not happened")
    func hasNotHappened() throws {
        let desk = try LedgerDesk(
            LedgerDesk.yaml.replacing(
                "standards:",
                with: """
                    facts:
                      given: {count: coupon.issue, per: customer}
                    standards:
                      once:
                        on: coupon.issue
                        require: facts.given == 0
                    """))
        let ledger = try desk.open()
        #expect(try ledger.reserve(desk.coupons("r", 1)) == "allow")
        #expect(try ledger.reserve(desk.coupons("r2", 1)) == "allow")
        #expect(try ledger.commit("r") == "allow")
        // By now another standard refuses it: the reservation stays, and may still be released.
        #expect(try ledger.commit("r2") == "deny")
        #expect(try ledger.memory().openHolds.map(\.name) == ["r2"])
        #expect(try ledger.commit("r2") == "deny")
        #expect(try ledger.release("r2") == "released")
        #expect(try LedgerReader(at: desk.path).verify(deciding: desk.compiled).problems == [])
        #expect(try desk.open().memory() == ledger.memory())
    }

    @Test("what is kept back counts in whatever window is asked about")
    func windows() throws {
        let desk = try LedgerDesk(
            LedgerDesk.yaml.replacing("window: {rolling: 24h}", with: "window: {calendar: day}"))
        let ledger = try desk.open()
        #expect(try ledger.reserve(desk.coupons("r", 2, at: "2026-11-20T23:55:00Z")) == "allow")
        // A new day, and it may still be committed today.
        #expect(try ledger.outcome(desk.coupons("1", 2, at: "2026-11-21T00:01:00Z")) == "deny")
        #expect(try ledger.commit("r", at: "2026-11-21T00:02:00Z") == "allow")
        #expect(try ledger.outcome(desk.coupons("2", 1, at: "2026-11-21T00:03:00Z", reason: "late parcel")) == "allow")
    }

    @Test("a repeated request gives the stored answer, another one is a conflict")
    func repeats() throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        let request = LedgerRequest.reserve(try desk.coupons("r", 2), lasting: try TimeSpan(parsing: "15min"))
        let first = try ledger.answer(request)
        #expect(try ledger.answer(request).entry == first.entry)
        #expect(try ledger.answer(request).isRepeated)
        for other in [
            LedgerRequest.reserve(try desk.coupons("r", 1), lasting: try TimeSpan(parsing: "15min")),
            .reserve(try desk.coupons("r", 2), lasting: try TimeSpan(parsing: "16min")),
            .record(try desk.coupons("r", 2)),
        ] {
            #expect(throws: LedgerError.conflict(key: "r", sequence: 1)) { try ledger.answer(other) }
        }
        #expect(try ledger.answer(request).end == nil)
        let committed = try ledger.answer(.commit(key: "r", at: nil))
        #expect(try ledger.answer(.commit(key: "r", at: nil)).entry == committed.entry)
        #expect(try ledger.answer(request).entry == first.entry)
        #expect(try ledger.answer(request).end == committed.entry)
        #expect(try LedgerReader(at: desk.path).summary().sequence == 2)
    }

    @Test("what cannot be committed or released says why")
    func refusals() throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        _ = try ledger.outcome(desk.coupons("d", 1, customer: "cu-9"))
        #expect(try ledger.reserve(desk.coupons("no", 9)) == "deny")
        for key in ["a", "b", "c"] {
            #expect(try ledger.reserve(desk.coupons(key, 1, customer: key, at: Self.morning)) == "allow")
        }
        #expect(try ledger.commit("a", at: "2026-11-20T08:01:00Z") == "allow")
        #expect(try ledger.release("b") == "released")
        let told: [(LedgerRequest, String)] = [
            (.commit(key: "x", at: nil), "nothing is reserved under the key `x`"),
            (.release(key: "d"), "the key `d` keeps nothing back: entry 1 is a decision and no reservation"),
            (.commit(key: "no", at: nil), "the key `no` keeps nothing back: entry 2 was answered with deny"),
            (.release(key: "a"), "the reservation `a` was committed, entry 6"),
            (.commit(key: "b", at: nil), "the reservation `b` was released, entry 7"),
            (
                .commit(key: "c", at: CELTimestamp(parsing: "2026-11-20T08:15:00Z")),
                "the reservation `c` ran out at 2026-11-20T08:15:00Z, and this is 2026-11-20T08:15:00Z"
            ),
            (
                .commit(key: "c", at: CELTimestamp(parsing: "2026-11-20T07:00:00Z")),
                "the event is of 2026-11-20T07:00:00Z, and the ledger remembers one of 2026-11-20T08:01:00Z already"
            ),
            (
                .reserve(
                    try desk.proposal(#"{"id": "e", "type": "coupon.lost", "data": {"count": 1}}"#),
                    lasting: TimeSpan(nanoseconds: 1)),
                "`coupon.lost` merely happens, so that nothing of it can be reserved"
            ),
        ]
        for (request, message) in told {
            let error = #expect(throws: LedgerError.self) { try ledger.answer(request) }
            #expect(error?.message == message)
            #expect(error?.help != nil)
        }
        #expect(try ledger.outcome(desk.coupons("z", 1, at: "2026-11-20T08:15:00Z")) == "allow")
        let error = #expect(throws: LedgerError.self) { try ledger.release("c") }
        #expect(error?.message == "the reservation `c` ran out, entry 8")
    }

    @Test("verifying finds an end that is missing or made up")
    func verifying() throws {
        let desk = try LedgerDesk()
        let ledger = try desk.open()
        #expect(try ledger.reserve(desk.coupons("r", 2, at: Self.morning)) == "allow")
        #expect(try ledger.outcome(desk.coupons("1", 2, at: "2026-11-20T09:00:00Z")) == "allow")
        // Entries of somebody who keeps the chain, but not the rules.
        let entries = try LedgerReader(at: desk.path).last(9)
        #expect(entries.map(\.kind) == ["reservation", "expiry", "decision"])
        #expect(entries[1].time == "2026-11-20T08:15:00Z")
        let lax = try LedgerDesk(LedgerDesk.yaml.replacing("coupon.issue", with: "coupon.give"))
        let report = try LedgerReader(at: desk.path).verify(deciding: lax.compiled)
        #expect(
            report.problems.map(\.message) == [
                "this rulebook does not know `coupon.issue`, so that nobody can say what it came to",
                "it ends a reservation that was not open",
                "this rulebook does not know `coupon.issue`, so that nobody can say what it came to",
            ])
    }
}
