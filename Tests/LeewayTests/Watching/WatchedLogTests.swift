import Foundation
import Leeway
import TestSupport
import Testing

@Suite("A log is followed while it grows, is cut short or is replaced")
struct WatchedLogTests {
    private let folder: TemporaryFolder
    private let point: DecisionPoint

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            """
            rulebook: desk
            timeZone: UTC
            events: {call.end: {fields: {greeted: bool}}, asked: , answered: }
            standards:
              greeting: {on: call.end, require: event.greeted}
              answers: {timeline: {after: asked, expect: answered, within: 1h}}
            """, to: "rulebook.yaml")
        point = try DecisionPoint(rulebookAt: folder.url.appending(path: "rulebook.yaml").path)
    }

    private var log: URL { folder.url.appending(path: "log.jsonl") }

    private static func call(_ id: String, greeted: Bool = false) -> String {
        #"{"id":"\#(id)","type":"call.end","time":"2026-11-20T09:00:00Z","data":{"greeted":\#(greeted)}}"# + "\n"
    }

    private func append(_ text: String) throws {
        let handle = try FileHandle(forWritingTo: log)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    /// What is told while somebody works on the log: one step whenever everything was read that is there.
    private func watch(
        _ first: String, clock: WatchRequest.Clock = .log, _ steps: [() throws -> Void]
    ) throws -> (told: [String], summary: WatchSummary) {
        try folder.write(first, to: "log.jsonl")
        var told: [String] = []
        var rest = steps[...]
        var failure: (any Error)?
        // The step after the next block is taken only when there is no more to read: two looks lie between them.
        var looks = 0
        let seen = try point.watch(
            WatchRequest(path: log.path, clock: clock),
            isStopped: {
                looks += 1
                guard looks % 3 == 0 else { return false }
                guard let step = rest.popFirst() else { return true }
                do { try step() } catch { failure = error }
                return false
            }, now: { CELTimestamp(parsing: "2026-11-20T10:30:00Z") },
            tell: { notice in
                switch notice {
                case .finding(let finding):
                    told.append("\(finding.status.rawValue) \(finding.standard.id) \(finding.event.id)")
                case .input(_, let change): told.append(change.rawValue)
                case .unreadable(let problem): told.append("\(problem.code) \(problem.line)")
                case .warning, .unjudged, .late: told.append("\(notice)")
                }
            })
        if let failure { throw failure }
        return (told, seen.summary)
    }

    @Test("what is appended is judged, a line only once it is whole")
    func grows() throws {
        let call = Self.call("e2")
        let (told, summary) = try watch(
            Self.call("e1"),
            [{ try append(String(call.prefix(40))) }, { try append(String(call.dropFirst(40))) }])
        #expect(told == ["missed greeting e1", "missed greeting e2"])
        #expect(summary.rows == 2)
    }

    @Test("a line that is still being written when it ends is left")
    func unfinished() throws {
        let (told, summary) = try watch(Self.call("e1"), [{ try append(String(Self.call("e2").prefix(40))) }])
        #expect(told == ["missed greeting e1"])
        #expect(summary.rows == 1)
    }

    @Test("a log that is cut short is read from its beginning; ids count once")
    func truncated() throws {
        let (told, _) = try watch(
            Self.call("e1") + Self.call("e2", greeted: true),
            [{ try Data(Self.call("e3").utf8).write(to: log) }, { try append(Self.call("e1")) }])
        #expect(told == ["missed greeting e1", "truncated", "missed greeting e3", "EV0109 2"])
    }

    @Test("a log that is moved away is read to its end, and then the one that took its name")
    func replaced() throws {
        let old = folder.url.appending(path: "log.1")
        let (told, _) = try watch(
            Self.call("e1"),
            [
                { try FileManager.default.moveItem(at: log, to: old) },
                {
                    let handle = try FileHandle(forWritingTo: old)
                    try handle.seekToEnd()
                    try handle.write(contentsOf: Data(Self.call("e2").utf8))
                    try handle.close()
                },
                { try folder.write(Self.call("e3"), to: "log.jsonl") }, {},
            ])
        #expect(told == ["missed greeting e1", "missed greeting e2", "replaced", "missed greeting e3"])
    }

    @Test("while nothing comes in, the machine's clock says what ran out; the log's clock does not")
    func clocks() throws {
        let asked = #"{"id":"q1","type":"asked","time":"2026-11-20T09:00:00Z","interaction":"i"}"# + "\n"
        #expect(try watch(asked, clock: .machine, [{}]).told == ["missed answers q1"])
        #expect(try watch(asked, clock: .log, [{}]).told == ["pending answers q1"])
    }

    @Test("a log that is not there, or is a folder, is said at once")
    func absent() throws {
        for path in ["missing.jsonl", "."] {
            let request = WatchRequest(path: folder.url.appending(path: path).path)
            #expect(throws: LeewayError.self) { try point.watch(request, isStopped: { true }, tell: { _ in }) }
        }
    }
}
