import Foundation
import TestSupport
import Testing

@Suite("Bad input gives a stated error and status, quickly")
struct HostileInputTests {
    private static let secondsMax = 5.0

    private let care: CareFolder

    init() throws { care = try CareFolder() }

    /// A file that no event can be read from.
    struct BadFile: CustomTestStringConvertible {
        let name: String
        let bytes: Data
        let status: Int32
        let says: String

        init(_ name: String, _ text: String, says: String, status: Int32 = 65) {
            self.init(name, bytes: Data(text.utf8), says: says, status: status)
        }

        init(_ name: String, bytes: Data, says: String, status: Int32 = 65) {
            self.name = name
            self.bytes = bytes
            self.status = status
            self.says = says
        }

        var testDescription: String { name }
    }

    static let files: [BadFile] = [
        BadFile("empty", "", says: "the text is empty"),
        BadFile("truncated", #"{"type": "coupon.issue", "data": {"cou"#, says: "line 1: the text ends inside a value"),
        BadFile("not UTF-8", bytes: Data([0x7B, 0x22, 0xFF, 0x22, 0x7D]), says: "not valid UTF-8"),
        BadFile("UTF-16", bytes: Data([0xFF, 0xFE, 0x7B, 0x00]), says: "UTF-16"),
        BadFile("20 MB in one line", bytes: Data(repeating: UInt8(ascii: "7"), count: 20 << 20), says: "too large"),
        BadFile("deep", String(repeating: "[", count: 100_000), says: "nested deeper than 64 levels"),
        BadFile("list", "[]", says: "an event is an object"),
        BadFile("two values", "{}\n{}", says: "--batch reads one event a line"),
        BadFile("duplicate member", #"{"type": "a", "type": "b"}"#, says: "stands twice"),
        BadFile("no type", "{}", says: "needs the member `type`"),
        BadFile("unknown action", #"{"type": "coupon.isue"}"#, says: "did you mean `coupon.issue`?"),
        BadFile(
            "wrong types", #"{"type": "coupon.issue", "time": 7, "data": {"count": "2"}}"#,
            says: "it is a text; write it without quotes"),
        BadFile(
            "too large a number", #"{"type": "coupon.issue", "data": {"count": 99999999999999999999}}"#,
            says: "64 bits"),
        BadFile("out of bounds", #"{"type": "coupon.issue", "data": {"count": 0}}"#, says: "at least 1"),
        BadFile("half a cent", #"{"type": "coupon.issue", "data": {"value": "1.005 EUR"}}"#, says: "2 digits"),
        BadFile("no money", #"{"type": "coupon.issue", "data": {"value": "1e400 EUR"}}"#, says: "20 EUR"),
        BadFile("fields of a wrong kind", #"{"type": "coupon.issue", "data": []}"#, says: "`data` must be an object"),
        BadFile(
            "unknown role", #"{"type": "coupon.issue", "approval": {"by": "s-1", "role": "boss"}}"#, says: "`boss`"),
    ]

    @Test(arguments: files)
    func refuses(_ file: BadFile) throws {
        try care.write(file.bytes, to: "event.json")
        let start = Date()
        let run = try care.run("check", "-r", "care", "event.json")
        #expect(Date().timeIntervalSince(start) < Self.secondsMax)
        #expect(run.status == file.status)
        #expect(run.output == "")
        #expect(run.errors.contains(file.says), "\(run.errors)")
        #expect(run.errors.hasPrefix("error: "))
    }

    @Test("absent facts are no error: what is missing is named")
    func absentFacts() throws {
        let run = try care.run("check", "-r", "care", "-", input: #"{"type": "coupon.issue"}"#)
        #expect(run.status == 13)
        #expect(run.output.contains("Not known: event.count, event.value"))
    }

    @Test(
        "places that hold no readable file",
        arguments: [
            (["check", "-r", "care", "missing.json"], 66, "there is no file or folder `missing.json`"),
            (["check", "-r", "care", "care"], 74, "it is a folder, not a file"),
            (["check", "-r", "missing", "allowed.json"], 66, "there is no file or folder `missing`"),
            (["check", "-r", "care/standards", "allowed.json"], 66, "`care/standards/rulebook.yaml`"),
            (["check", "-r", "allowed.json", "allowed.json"], 65, "RB0102"),
            (["check", "-r", "care", "--map", "missing.yaml", "allowed.json"], 66, "`missing.yaml`"),
            (["check", "-r", "care", "--map", "care/vocabulary.yaml", "allowed.json"], 65, "mapping"),
            (["audit", "-r", "care", "missing.jsonl"], 66, "`missing.jsonl`"),
            (["audit", "-r", "care", "allowed.json", "care"], 74, "it is a folder, not a log"),
            (["audit", "-r", "care", "-o", "missing/report.html", "allowed.json"], 66, "`missing`"),
            (["audit", "-r", "care", "-o", "care", "allowed.json"], 74, "it is a folder"),
            (["audit", "-r", "care", "-o", "allowed.json", "allowed.json"], 64, "written over the log"),
            (["audit", "-r", "care", "-o", "./allowed.json", "allowed.json"], 64, "written over the log"),
            (["audit", "-r", "care", "log.csv"], 66, "`log.csv`"),
            (["lint", "missing"], 66, "`missing`"),
            (["explain", "coupons.godwill", "-r", "care"], 65, "did you mean `coupons.goodwill`?"),
            (["check", "-r", "care", "--action", "coupon.isue"], 65, "did you mean `coupon.issue`?"),
            (["check", "-r", "care", "--action", "coupon.issue", "--field", "cuont=1"], 65, "did you mean `count`?"),
            (["check", "-r", "care", "--action", "coupon.issue", "--fact", "customer.teir=gold"], 65, "did you mean"),
            (["check", "-r", "care", "--action", "coupon.issue", "--fact", "costumer.tier=gold"], 65, "`customer`"),
            (
                ["check", "-r", "care", "--action", "coupon.issue", "--agent-role", "agnet"], 65,
                "did you mean `agent`?"
            ),
            (["check", "-r", "care", "--action", "coupon.issue", "--field", "count=two"], 65, "whole number"),
            (["init", "care"], 74, "none is ever written over"),
            (["init", "allowed.json"], 74, "none is ever written over"),
        ] as [([String], Int32, String)])
    func places(_ arguments: [String], _ status: Int32, _ says: String) throws {
        let run = try runLeeway(arguments, in: care.url)
        #expect(run.status == status, "\(run.errors)")
        #expect(run.errors.contains(says), "\(run.errors)")
        #expect(run.output == "")
    }

    @Test("a log with every kind of bad row is judged, and the rows are named")
    func log() throws {
        var log = Data(
            Self.files.flatMap { file in
                // What is more than one line is a case of its own; a table of rows needs one row each.
                file.bytes.contains(UInt8(ascii: "\n")) ? [] : Array(file.bytes) + [UInt8(ascii: "\n")]
            })
        log += Data(try #require(CareFolder.events["allowed"]).utf8)
        try care.write(log, to: "log.jsonl")
        let start = Date()
        let run = try care.run("audit", "-r", "care", "--format", "json", "log.jsonl")
        #expect(Date().timeIntervalSince(start) < Self.secondsMax)
        #expect(run.status == 65)
        #expect(run.output.contains(#""met": 2"#))
        // Blank lines are no rows.
        let rows = Self.files.count { !$0.bytes.isEmpty && !$0.bytes.contains(UInt8(ascii: "\n")) } + 1
        #expect(run.output.contains("\"rows\": \(rows)"), "\(run.output.prefix(1200))")
    }
}
