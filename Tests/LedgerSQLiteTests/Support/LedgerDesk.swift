import CEL
import Foundation
import JSONSyntax
import LedgerSQLite
import RulebookEngine
import RulebookModel
import SourceText
import TestSupport
import Testing

/// A rulebook with a cap per customer and lifetime, and a ledger in a folder of its own.
struct LedgerDesk {
    static let yaml = """
        rulebook: ledger-test
        version: 1
        timeZone: UTC
        currency: EUR
        unlisted: deny
        roles: [agent, supervisor]
        entities:
          agent: {role: role}
          customer: {tier: string}
        actions:
          coupon.issue: {about: [customer], fields: {count: int}}
        events:
          coupon.lost: {fields: {count: int}}
        standards:
          coupons:
            on: coupon.issue
            allowance:
              sum: event.count
              per: customer
              window: {rolling: 24h}
              steps:
                - {up_to: 2}
                - {up_to: 3, needs: reason}
        """

    let folder: TemporaryFolder
    let compiled: CompiledVersions

    var path: String { folder.url.appending(path: "used.ledger").path }

    init(_ yaml: String = LedgerDesk.yaml) throws {
        folder = try TemporaryFolder()
        var diagnostics = DiagnosticCollector()
        let files = RulebookFiles(
            root: SourceFile(name: "rulebook.yaml", utf8: Array(yaml.utf8)), others: [:])
        let rulebook = RulebookLoader.load(files, diagnostics: &diagnostics)
        let told = diagnostics.sorted.map { "\($0.range.place): \($0.message)" }
        compiled = CompiledVersions(try #require(rulebook, "\(told)"))
    }

    /// Opens the ledger; its clock shows the first second of 2026-11-20 UTC unless another one is given.
    func open(clock: @escaping @Sendable () -> CELTimestamp? = LedgerDesk.clock) throws -> SQLiteLedger {
        try SQLiteLedger(at: path, deciding: compiled, clock: clock)
    }

    static let clock: @Sendable () -> CELTimestamp? = { CELTimestamp(parsing: "2026-11-20T00:00:00Z") }

    func proposal(_ json: String, key: String? = nil) throws -> LedgerProposal {
        let reading = compiled.reader.read(try JSONDocument.parse(json).root)
        return try LedgerProposal(try #require(reading.event, "\(reading.problems)"), key: key)
    }

    /// A proposal of coupons for a customer.
    func coupons(
        _ id: String, _ count: Int, customer: String = "cu-1", at time: String? = nil, reason: String? = nil
    ) throws -> LedgerProposal {
        let time = time.map { ", \"time\": \"\($0)\"" } ?? ""
        let reason = reason.map { ", \"reason\": \"\($0)\"" } ?? ""
        return try proposal(
            """
            {"id": "\(id)", "type": "coupon.issue"\(time)\(reason), "agent": {"id": "a-1", "role": "agent"}, \
            "customer": {"id": "\(customer)"}, "data": {"count": \(count)}}
            """)
    }

    static func render(_ decision: Decision, _: VersionedState, _ sequence: Int64) -> [UInt8] {
        Array("{\"sequence\":\(sequence),\"outcome\":\"\(decision.outcome.rawValue)\"}".utf8)
    }
}

extension SQLiteLedger {
    /// Records one event, and returns its outcome.
    func outcome(_ proposal: LedgerProposal) throws -> String {
        try record(proposal, rendering: LedgerDesk.render).entry.outcome
    }
}
