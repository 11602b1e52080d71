import Foundation
import TestSupport

/// A folder with the rulebook `care` that `leeway init` writes, and some events.
struct CareFolder {
    private let folder: TemporaryFolder

    var url: URL { folder.url }

    /// Events by name, of the form that agents' tools send.
    static let events: [String: String] = [
        "allowed": event("\"count\": 1, \"value\": \"10 EUR\""),
        "justify": event("\"count\": 2, \"value\": \"10 EUR\""),
        "escalate": event("\"count\": 5, \"value\": \"10 EUR\""),
        "denied": event("\"count\": 11, \"value\": \"10 EUR\""),
        "undetermined": event("\"value\": \"10 EUR\""),
        "unlisted": #"{"id": "p-1", "type": "call.close", "time": "2026-11-20T09:14:03Z"}"#,
    ]

    private static func event(_ fields: String) -> String {
        """
        {"id": "p-1", "type": "coupon.issue", "time": "2026-11-20T09:14:03Z", \
        "agent": {"id": "a-1", "role": "agent"}, "customer": {"id": "cu-1", "tier": "standard"}, "data": {\(fields)}}
        """
    }

    init() throws {
        folder = try TemporaryFolder()
        let run = try runLeeway(["init", "care"], in: folder.url)
        guard run.status == 0 else { throw CocoaError(.fileWriteUnknown) }
        let vocabulary = folder.url.appending(path: "care/vocabulary.yaml")
        // An action that no standard lists, for the rulebook's word on such.
        let text = try String(contentsOf: vocabulary, encoding: .utf8)
        try (text + "  call.close:\n    title: End the call\n").write(to: vocabulary, atomically: true, encoding: .utf8)
        for (name, event) in Self.events { try folder.write(event, to: "\(name).json") }
    }

    func write(_ bytes: Data, to path: String) throws { try folder.write(bytes, to: path) }

    func write(_ text: String, to path: String) throws { try folder.write(text, to: path) }

    func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) throws -> ProgramRun {
        try runLeeway(arguments, in: folder.url, input: Data(input.utf8), environment: environment)
    }
}
