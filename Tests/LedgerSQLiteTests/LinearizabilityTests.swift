import Foundation
import JSONSyntax
import LedgerSQLite
import TestSupport
import Testing

@Suite("The ledger answers as if one request came after the other")
struct LinearizabilityTests {
    // MARK: The checker itself

    private struct KeyValue: Sendable {
        let operation: String
        let value: String
    }

    private static let histories = sharedResource("conformance/histories/histories.jsonl")

    /// A map from keys to texts: each key by itself, since operations on others say nothing about it.
    private static func isLinearizable(_ root: JSONNode) throws -> Bool {
        var pending: [Int64: (key: String, input: KeyValue, instant: UInt64)] = [:]
        var byKey: [String: [HistoryOperation<KeyValue, String>]] = [:]
        for (instant, event) in (root["events"]?.elements.map { Array($0.elements) } ?? []).enumerated() {
            let process = try #require(event[0].int64)
            if event[1].string == "invoke" {
                let input = KeyValue(operation: event[2].string ?? "", value: event[4].string ?? "")
                pending[process] = (event[3].string ?? "", input, UInt64(instant))
            } else {
                let answered = pending.removeValue(forKey: process)
                let call = try #require(answered)
                byKey[call.key, default: []].append(
                    HistoryOperation(
                        call.input, event[4].string ?? "", invoked: call.instant, returned: UInt64(instant)))
            }
        }
        for (_, call) in pending.sorted(by: { $0.key < $1.key }) {
            byKey[call.key, default: []].append(
                HistoryOperation(call.input, nil, invoked: call.instant, returned: .max))
        }
        let checker = LinearizabilityChecker<String, KeyValue, String>(initial: "") { state, input, output in
            switch input.operation {
            case "put": input.value
            case "append": state + input.value
            default: output == nil || output == state ? state : nil
            }
        }
        // The short ones first, on any run: one key that was answered wrongly is enough, and a long one takes long to try.
        return byKey.sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }.allSatisfy {
            checker.accepts($0.value)
        }
    }

    @Test(
        "published histories are told apart",
        .enabled(if: histories != nil, "the shared histories are not here"))
    func published() throws {
        let text = try String(contentsOf: #require(Self.histories), encoding: .utf8)
        var verdicts: Set<Bool> = []
        for line in text.split(separator: "\n") {
            let root = try JSONDocument.parse(String(line)).root
            let found = try Self.isLinearizable(root)
            #expect(root["linearizable"]?.bool == found, "\(root["id"]?.string ?? "")")
            verdicts.insert(found)
        }
        #expect(verdicts == [true, false])
    }

    @Test(
        "small histories are told apart",
        arguments: [
            // One coupon: two who overlap may be answered in any order, one after the other may not.
            ([("allow", 1, 4), ("deny", 2, 3)], true), ([("allow", 1, 4), ("allow", 2, 3)], false),
            ([("deny", 1, 2), ("allow", 3, 4)], false), ([("allow", 1, 2), ("deny", 3, 4)], true),
            ([("deny", 1, 3), ("allow", 3, 4)], true), ([], true),
            // Without an answer it may have been given or not.
            ([("", 1, 2), ("deny", 3, 4)], true), ([("", 1, 2), ("allow", 3, 4)], true),
            ([("", 3, 4), ("deny", 1, 2)], false),
        ] as [([(String, UInt64, UInt64)], Bool)])
    func small(_ history: [(String, UInt64, UInt64)], _ isLinearizable: Bool) {
        let operations = history.map {
            HistoryOperation(1, $0.0.isEmpty ? nil : $0.0, invoked: $0.1, returned: $0.2)
        }
        #expect(Self.allowance(cap: 1).accepts(operations) == isLinearizable)
    }

    // MARK: The ledger

    /// So much a customer: what fits is given, what does not is refused.
    private static func allowance(cap: Int) -> LinearizabilityChecker<Int, Int, String> {
        LinearizabilityChecker(initial: 0) { used, count, outcome in
            let fits = used + count <= cap
            // Without an answer, it was given where it fits, or not at all; later answers tell which.
            guard let outcome else { return fits ? used + count : used }
            return (outcome == "allow") == fits ? (fits ? used + count : used) : nil
        }
    }

    @Test("many threads, each with a connection of its own")
    func threads() async throws {
        let cap = 12
        let desk = try LedgerDesk(
            LedgerDesk.yaml.replacing("{rolling: 24h}", with: "lifetime")
                .replacing("- {up_to: 2}", with: "- {up_to: \(cap)}")
                .replacing("- {up_to: 3, needs: reason}", with: ""))
        let start = ContinuousClock.now
        var histories: [String: [HistoryOperation<Int, String>]] = [:]
        try await withThrowingTaskGroup(of: [(String, HistoryOperation<Int, String>)].self) { group in
            for client in 0..<8 {
                var random = SeededGenerator(seed: UInt64(client + 1))
                let requests = try (0..<20).map { number in
                    let customer = "cu-\(Int.random(in: 0...2, using: &random))"
                    let count = Int.random(in: 1...3, using: &random)
                    return (customer, count, try desk.coupons("\(client)-\(number)", count, customer: customer))
                }
                let (path, compiled) = (desk.path, desk.compiled)
                group.addTask {
                    let ledger = try SQLiteLedger(at: path, deciding: compiled, clock: LedgerDesk.clock)
                    return try requests.map { customer, count, proposal in
                        let invoked = Self.nanoseconds(ContinuousClock.now - start)
                        let outcome = try ledger.outcome(proposal)
                        let returned = Self.nanoseconds(ContinuousClock.now - start)
                        return (customer, HistoryOperation(count, outcome, invoked: invoked, returned: returned))
                    }
                }
            }
            for try await operations in group {
                for (customer, operation) in operations { histories[customer, default: []].append(operation) }
            }
        }
        let checker = Self.allowance(cap: cap)
        for (customer, history) in histories {
            #expect(checker.accepts(history), "\(customer)")
            // One coupon spent twice is noticed.
            let refused = try #require(history.lastIndex { $0.output == "deny" })
            var spentTwice = history
            let victim = history[refused]
            spentTwice[refused] = HistoryOperation(
                victim.input, "allow", invoked: victim.invoked, returned: victim.returned)
            #expect(!checker.accepts(spentTwice), "\(customer)")
        }
    }

    private static func nanoseconds(_ duration: Duration) -> UInt64 {
        UInt64(duration.components.seconds) * 1_000_000_000
            + UInt64(duration.components.attoseconds / 1_000_000_000)
    }
}
