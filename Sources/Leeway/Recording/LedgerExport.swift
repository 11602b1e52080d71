/// Writes a ledger as JSON Lines, in the order of its sequence numbers.
public struct LedgerExport: Sendable {
    /// The ledger's file.
    public let path: String

    /// Makes an export.
    public init(ledgerAt path: String) { self.path = path }

    /// Writes every entry.
    ///
    /// - Parameter sink: takes the lines, each with its line feed.
    /// - Throws: ``LeewayError/ledger(_:)``, and what the sink throws.
    public func run(to sink: ([UInt8]) throws(LeewayError) -> Void) throws(LeewayError) {
        let failure: LeewayError?
        do throws(LedgerError) {
            failure = try LedgerReader(at: path).forEach { entry throws(LeewayError) in
                try sink(Self.line(entry))
            }
        } catch {
            throw .ledger(error)
        }
        if let failure { throw failure }
    }

    private static func line(_ entry: LedgerEntry) -> [UInt8] {
        var writer = JSONWriter(style: .compact)
        writer.object { writer in
            writer.member("sequence", entry.sequence)
            writer.member("kind", entry.kind)
            writer.member("key", entry.key)
            writer.member("type", entry.type)
            writer.member("time", entry.time)
            writer.member("outcome", entry.outcome)
            writer.member("counts", entry.counts)
            writer.member("expires", ifPresent: entry.expires.isEmpty ? nil : entry.expires)
            writer.name("event")
            write(entry.event, to: &writer)
            writer.name("decision")
            write(entry.decision, to: &writer)
            writer.name("rulebook")
            writer.object { writer in
                writer.member("id", entry.rulebook)
                writer.member("version", entry.rulebookVersion)
                writer.member("digest", entry.rulebookDigest)
            }
            writer.member("recorded_at", entry.recordedAt)
            writer.member("body_digest", entry.bodyDigest)
            writer.member("previous_digest", entry.previousDigest)
            writer.member("digest", entry.digest)
        }
        writer.endLine()
        return writer.utf8
    }

    /// A stored JSON text; what is damaged is handed out as the text that it is.
    private static func write(_ text: String, to writer: inout JSONWriter) {
        if let document = try? JSONDocument.parse(text) {
            writer.node(document.root)
        } else {
            writer.string(text)
        }
    }
}
