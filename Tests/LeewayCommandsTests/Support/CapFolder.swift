import Foundation
import JSONSyntax
import TestSupport

/// A folder with a rulebook that lets each customer have so many coupons, and the requests of many clients.
struct CapFolder {
    let folder: TemporaryFolder
    let cap: Int

    var url: URL { folder.url }

    init(cap: Int) throws {
        folder = try TemporaryFolder()
        self.cap = cap
        try folder.write(
            """
            rulebook: cap
            version: 1
            timeZone: UTC
            currency: EUR
            unlisted: deny
            roles: [agent, supervisor]
            entities:
              customer: {tier: string}
            actions:
              coupon.issue: {about: [customer], fields: {count: int}}
            standards:
              cap:
                on: coupon.issue
                allowance: {sum: event.count, per: customer, window: {rolling: 8760h}, steps: [{up_to: \(cap)}]}
            """, to: "rulebook.yaml")
    }

    /// Writes one client's requests to `in.CLIENT`.
    func writeRequests(client: Int, count: Int, customers: Int) throws {
        let lines = (0..<count).map { number in
            """
            {"id": "\(client)-\(number)", "type": "coupon.issue", \
            "customer": {"id": "cu-\((number * 7 + client) % customers)"}, "data": {"count": 1}}\n
            """
        }
        try folder.write(lines.joined(), to: "in.\(client)")
    }

    /// Writes the requests of several clients to one file.
    func joinRequests(_ clients: ClosedRange<Int>, as name: String) throws {
        let texts = try clients.map { try String(contentsOf: url.appending(path: "in.\($0)"), encoding: .utf8) }
        try folder.write(texts.joined(), to: name)
    }

    /// The customers of one client's requests.
    func requests(client: Int) throws -> [String] {
        let text = try String(contentsOf: url.appending(path: "in.\(client)"), encoding: .utf8)
        return try text.split(separator: "\n").map { line in
            try JSONDocument.parse(String(line)).root["customer"]?["id"]?.string ?? ""
        }
    }

    /// What the ledger holds.
    func entries() throws -> [Entry] {
        let run = try runLeeway(["ledger", "export", "used.ledger"], in: url)
        return try run.output.split(separator: "\n").map { line in
            let root = try JSONDocument.parse(String(line)).root
            return Entry(
                sequence: root["sequence"]?.int64 ?? 0, id: root["key"]?.string ?? "",
                customer: root["event"]?["customer"]?["id"]?.string ?? "", outcome: root["outcome"]?.string ?? "")
        }
    }

    /// The answers that a client was given; a line that a crash cut short is none.
    func answers(in name: String) throws -> [Entry] {
        try answers(from: String(contentsOf: url.appending(path: name), encoding: .utf8))
    }

    /// The answers that a text holds; a line that a crash cut short is none.
    func answers(from text: String) throws -> [Entry] {
        let whole = text.hasSuffix("\n") ? text[...] : text[..<(text.lastIndex(of: "\n") ?? text.startIndex)]
        return try whole.split(separator: "\n").map { line in
            let root = try JSONDocument.parse(String(line)).root
            return Entry(
                sequence: root["sequence"]?.int64 ?? 0, id: root["id"]?.string ?? "", customer: "",
                outcome: root["outcome"]?.string ?? "")
        }
    }

    struct Entry: Hashable {
        let sequence: Int64
        let id: String
        let customer: String
        let outcome: String
    }

    /// A number from the environment, for longer runs by hand.
    static func number(_ name: String, orElse value: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) } ?? value
    }
}
