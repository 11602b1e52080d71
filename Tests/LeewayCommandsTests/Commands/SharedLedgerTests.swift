import Foundation
import TestSupport
import Testing

@Suite("Many processes share one ledger")
struct SharedLedgerTests {
    /// `leeway record --batch` of one client, running by itself: a shell's `wait` hangs where signals are blocked.
    private static func start(_ desk: CapFolder, client: Int, answers: String) throws -> Process {
        let process = Process()
        process.executableURL = productsFolder.appending(path: "leeway")
        process.arguments = ["record", "-r", ".", "--ledger", "used.ledger", "--batch", "in.\(client)"]
        process.currentDirectoryURL = desk.url
        let output = desk.url.appending(path: answers)
        try Data().write(to: output)
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
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
        #expect(try runLeeway(["ledger", "verify", "-r", ".", "used.ledger"], in: desk.url).status == 0)
    }

    @Test("16 processes never give more than the cap, and never less than is asked for")
    func cap() throws {
        let count = CapFolder.number("LEEWAY_LEDGER_RECORDS", orElse: 40)
        let desk = try CapFolder(cap: CapFolder.number("LEEWAY_LEDGER_CAP", orElse: 10))
        for client in 1...16 {
            try desk.writeRequests(
                client: client, count: count, customers: CapFolder.number("LEEWAY_LEDGER_CUSTOMERS", orElse: 50))
        }
        let processes = try (1...16).map { try Self.start(desk, client: $0, answers: "out.\($0)") }
        for process in processes {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        for client in 1...16 { #expect(try desk.answers(in: "out.\(client)").count == count) }
        try Self.check(desk, count: 16 * count, answers: (1...16).map { "out.\($0)" })
    }

    @Test("whoever is killed and asks again finds each answer that it was given, once")
    func killed() throws {
        let kills = CapFolder.number("LEEWAY_LEDGER_KILLS", orElse: 8)
        let desk = try CapFolder(cap: 20)
        for client in 1...2 { try desk.writeRequests(client: client, count: 400, customers: 10) }
        var random = SeededGenerator(seed: 20)
        var answers: [String] = []
        for round in 0..<kills {
            let names = (1...2).map { "out.\($0).\(round)" }
            let processes = try (1...2).map { try Self.start(desk, client: $0, answers: names[$0 - 1]) }
            for process in processes {
                // From before the ledger is open until the end of the batch.
                usleep(UInt32.random(in: 5_000...250_000, using: &random))
                kill(process.processIdentifier, SIGKILL)
            }
            for process in processes { process.waitUntilExit() }
            answers += names
        }
        for client in 1...2 {
            let process = try Self.start(desk, client: client, answers: "out.\(client).last")
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            answers.append("out.\(client).last")
        }
        try Self.check(desk, count: 800, answers: answers)
    }
}
