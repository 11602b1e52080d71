import Foundation
import TestSupport
import Testing

@Suite("Many processes share one ledger")
struct SharedLedgerTests {
    /// `leeway record --batch` of one client, running by itself: a shell's `wait` hangs where signals are blocked.
    private static func start(_ desk: CapFolder, requests: String, answers: String) throws -> Process {
        let process = Process()
        process.executableURL = productsFolder.appending(path: "leeway")
        process.arguments = ["record", "-r", ".", "--ledger", "used.ledger", "--batch", requests]
        process.currentDirectoryURL = desk.url
        let output = desk.url.appending(path: answers)
        try Data().write(to: output)
        process.standardOutput = try FileHandle(forWritingTo: output)
        let problems = desk.url.appending(path: answers + ".problems")
        try Data().write(to: problems)
        process.standardError = try FileHandle(forWritingTo: problems)
        try process.run()
        return process
    }

    /// What the client that wrote these answers had to say besides.
    private static func problems(_ desk: CapFolder, _ answers: String) -> Comment {
        let text = try? String(contentsOf: desk.url.appending(path: answers + ".problems"), encoding: .utf8)
        return "\(answers): \(text ?? "nothing is known")"
    }

    private static func check(_ desk: CapFolder, count: Int, answers: [String]) throws {
        let entries = try desk.entries()
        #expect(entries.map(\.sequence) == Array(1...Int64(count)))
        let stored = Dictionary(grouping: entries, by: \.id)
        #expect(stored.count == count)
        for name in answers {
            for answer in try desk.answers(in: name) {
                #expect(stored[answer.id]?.map(\.sequence) == [answer.sequence])
                #expect(stored[answer.id]?.map(\.outcome) == [answer.outcome])
            }
        }
        for (customer, asked) in Dictionary(grouping: entries, by: \.customer) {
            #expect(asked.filter { $0.outcome == "allow" }.count == min(asked.count, desk.cap), "\(customer)")
            // In the order of the ledger, it is the first ones that were given.
            #expect(asked.prefix(desk.cap).allSatisfy { $0.outcome == "allow" }, "\(customer)")
        }
        let verified = try runLeeway(["ledger", "verify", "-r", ".", "used.ledger"], in: desk.url)
        #expect(verified.status == 0, "\(verified.output)\(verified.errors)")
    }

    @Test("16 processes never give more than the cap, and never less than is asked for")
    func cap() throws {
        let count = CapFolder.number("LEEWAY_LEDGER_RECORDS", orElse: 40)
        let desk = try CapFolder(cap: CapFolder.number("LEEWAY_LEDGER_CAP", orElse: 10))
        for client in 1...16 {
            try desk.writeRequests(
                client: client, count: count, customers: CapFolder.number("LEEWAY_LEDGER_CUSTOMERS", orElse: 50))
        }
        let processes = try (1...16).map { try Self.start(desk, requests: "in.\($0)", answers: "out.\($0)") }
        for (client, process) in zip(1..., processes) {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0, Self.problems(desk, "out.\(client)"))
            #expect(try desk.answers(in: "out.\(client)").count == count)
        }
        try Self.check(desk, count: 16 * count, answers: (1...16).map { "out.\($0)" })
    }

    @Test("16 processes are answered as if one request came after the other")
    func linearizable() async throws {
        let rounds = CapFolder.number("LEEWAY_LEDGER_ROUNDS", orElse: 3)
        let desk = try CapFolder(cap: 30)
        for client in 1...16 {
            for round in 0..<rounds { try desk.writeRequests(client: client * 100 + round, count: 3, customers: 3) }
        }
        let start = ContinuousClock.now
        var histories: [String: [HistoryOperation<Int, String>]] = [:]
        try await withThrowingTaskGroup(of: [(String, HistoryOperation<Int, String>)].self) { group in
            for client in 1...16 {
                group.addTask {
                    try (0..<rounds).flatMap { round in
                        try Self.ask(desk, client: client * 100 + round, since: start)
                    }
                }
            }
            for try await operations in group {
                for (customer, operation) in operations { histories[customer, default: []].append(operation) }
            }
        }
        let cap = desk.cap
        let checker = LinearizabilityChecker<Int, Int, String>(initial: 0) { used, count, outcome in
            (outcome == "allow") == (used + count <= cap) ? (outcome == "allow" ? used + count : used) : nil
        }
        #expect(histories.values.map(\.count).reduce(0, +) == 16 * 3 * rounds)
        for (customer, history) in histories {
            #expect(checker.accepts(history), "\(customer)")
            guard let refused = history.firstIndex(where: { $0.output == "deny" }) else { continue }
            var spentTwice = history
            spentTwice[refused] = HistoryOperation(
                history[refused].input, "allow", invoked: history[refused].invoked, returned: history[refused].returned)
            #expect(!checker.accepts(spentTwice), "\(customer)")
        }
        #expect(histories.values.joined().contains { $0.output == "deny" })
    }

    /// One process's requests: each was asked when it began, and answered when it ended at the latest.
    private static func ask(
        _ desk: CapFolder, client: Int, since start: ContinuousClock.Instant
    ) throws -> [(String, HistoryOperation<Int, String>)] {
        func now() -> UInt64 {
            let duration = (ContinuousClock.now - start).components
            return UInt64(duration.seconds) * 1_000_000_000 + UInt64(duration.attoseconds / 1_000_000_000)
        }
        let invoked = now()
        let run = try runLeeway(
            ["record", "-r", ".", "--ledger", "used.ledger", "--batch", "in.\(client)"], in: desk.url)
        let returned = now()
        #expect(run.status == 0, "\(run.errors)")
        let requests = try desk.requests(client: client)
        return try zip(requests, desk.answers(from: run.output)).map { request, answer in
            (request, HistoryOperation(1, answer.outcome, invoked: invoked, returned: returned))
        }
    }

    @Test("whoever is killed and asks again finds each answer that it was given, once")
    func killed() throws {
        let kills = CapFolder.number("LEEWAY_LEDGER_KILLS", orElse: 300)
        let atOnce = 4
        let desk = try CapFolder(cap: 20)
        let names = 1...(kills + atOnce - 1) / atOnce * atOnce
        for client in names { try desk.writeRequests(client: client, count: 12, customers: 200) }
        // How long one takes that nobody kills, on this machine and now.
        try desk.writeRequests(client: 0, count: 12, customers: 200)
        let start = ContinuousClock.now
        let first = try Self.start(desk, requests: "in.0", answers: "out.0")
        first.waitUntilExit()
        let duration = ContinuousClock.now - start
        let spread = min(max(duration * 3, .milliseconds(50)), .milliseconds(700)) / .microseconds(1)
        var random = SeededGenerator(seed: 20)
        for round in stride(from: 1, to: names.upperBound, by: atOnce) {
            let processes = try (round..<round + atOnce).map {
                try Self.start(desk, requests: "in.\($0)", answers: "out.\($0)")
            }
            // From before the ledger is open until after the last answer.
            let instants = processes.map { _ in UInt32.random(in: 0...UInt32(spread), using: &random) }.sorted()
            for (index, process) in processes.enumerated() {
                usleep(instants[index] - (index > 0 ? instants[index - 1] : 0))
                kill(process.processIdentifier, SIGKILL)
            }
            for process in processes { process.waitUntilExit() }
        }
        try desk.joinRequests(names, as: "in.all")
        let process = try Self.start(desk, requests: "in.all", answers: "out.all")
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, Self.problems(desk, "out.all"))
        try Self.check(
            desk, count: 12 * (names.count + 1), answers: (0...names.upperBound).map { "out.\($0)" } + ["out.all"])
        let answered = try names.filter { try !desk.answers(in: "out.\($0)").isEmpty }.count
        print("ledger: \(names.count) kills, \(answered) of them after an answer")
    }
}
