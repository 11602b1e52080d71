import Foundation
import TestSupport
import Testing

@Suite("Output suits whoever reads it")
struct ConsoleTests {
    private static let escape: Unicode.Scalar = "\u{1B}"

    private let care: CareFolder

    init() throws { care = try CareFolder() }

    @Test("no colours where nobody watches")
    func pipe() throws {
        let run = try care.run("check", "-r", "care", "denied.json", environment: ["NO_COLOR": "", "TERM": "xterm"])
        #expect(!run.output.unicodeScalars.contains(Self.escape))
    }

    @Test("--color always colours anywhere, --color never nowhere")
    func choice() throws {
        let always = try care.run("check", "-r", "care", "--color", "always", "denied.json")
        #expect(always.output.unicodeScalars.contains(Self.escape))
        let never = try care.run("check", "-r", "care", "--color", "never", "denied.json")
        let plain = always.output.replacing(try Regex("\u{1B}\\[[0-9;]*m"), with: "")
        #expect(plain == never.output)
        let lint = try care.run("lint", "--color", "always", "allowed.json")
        #expect(lint.output.unicodeScalars.contains(Self.escape))
    }

    @Test("a terminal gets colours, unless NO_COLOR is set", .enabled(if: hasScript, "script(1) is not installed"))
    func terminal() throws {
        let command = "script -qec 'leeway check -r care denied.json' /dev/null"
        let colours = try runShell(command, in: care.url, environment: ["NO_COLOR": "", "TERM": "xterm"])
        #expect(colours.output.unicodeScalars.contains(Self.escape))
        let plain = try runShell(command, in: care.url, environment: ["NO_COLOR": "1", "TERM": "xterm"])
        #expect(!plain.output.unicodeScalars.contains(Self.escape))
        let dumb = try runShell(command, in: care.url, environment: ["NO_COLOR": "", "TERM": "dumb"])
        #expect(!dumb.output.unicodeScalars.contains(Self.escape))
    }

    static let hasScript = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")

    @Test("a reader that goes away ends the program quietly")
    func brokenPipe() throws {
        let event = try #require(CareFolder.events["allowed"])
        try care.write(String(repeating: event + "\n", count: 2_000), to: "log.jsonl")
        let run = try runShell("leeway check -r care --batch log.jsonl | head -n 1", in: care.url)
        #expect(run.output.split(separator: "\n").count == 1)
        #expect(run.errors == "")
        let ignored = try runShell(
            "trap '' PIPE; { leeway check -r care --batch log.jsonl; echo $? >status; } | head -n 1; cat status",
            in: care.url)
        #expect(ignored.output.hasSuffix("74\n"))
        #expect(ignored.errors == "")
    }

    @Test("a full disk is an error", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        let run = try runShell("leeway check -r care allowed.json > /dev/full", in: care.url)
        #expect(run.status == 74)
        #expect(run.errors.contains("cannot write `<standard output>`"))
    }
}
