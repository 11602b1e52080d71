import TestSupport
import Testing

@Suite("Wrong usage ends with 64 and says how to do it right")
struct UsageTests {
    @Test(
        arguments: [
            (["--bogus"], "Unknown option '--bogus'"),
            (["frobnicate"], "frobnicate"),
            (["check"], "--rulebook <dir>"),
            (["check", "-r", "care", "a.json", "b.json"], "b.json"),
            (["check", "-r", "care", "--batch", "--reason", "x"], "--batch reads whole events"),
            (["check", "-r", "care", "--map", "m.yaml", "--field", "a=1", "x.json"], "--map reads whole events"),
            (["check", "-r", "care", "--map", "m.yaml", "--action", "coupon.issue"], "--map reads whole events"),
            (["check", "-r", "care", "x.json", "--field", "count"], "count"),
            (["check", "-r", "care", "x.json", "--as-of", "yesterday"], "yesterday"),
            (["check", "-r", "care", "--ledger", "l", "--history", "h", "x.json"], "give one of them"),
            (["check", "-r", "care", "--ledger", "l", "--batch"], "record --batch records one"),
            (["record", "-r", "care", "x.json"], "--ledger <ledger>"),
            (["record", "-r", "care", "--ledger", "l", "--batch", "--key", "k"], "--batch reads whole events"),
            (["record", "-r", "care", "--ledger", "l", "--key", "", "x.json"], "--key is empty"),
            (["record", "-r", "care", "--ledger", "l", "--ahead", "5 minutes", "x.json"], "5 minutes"),
            (
                ["reserve", "-r", "care", "--ledger", "l", "--for", "0s", "x.json"],
                "--for is a length of time above 0s"
            ),
            (["reserve", "-r", "care", "--ledger", "l", "--for", "7d", "x.json"], "7d"),
            (["commit", "-r", "care", "--ledger", "l"], "<key>"),
            (["release", "-r", "care", "k"], "--ledger <ledger>"),
            (["approve", "-r", "care", "--ledger", "l", "--by", "s-9", "x.json"], "--role <role>"),
            (["approve", "-r", "care", "--ledger", "l", "--by", "", "--role", "r", "x.json"], "--by is empty"),
            (["ledger", "show"], "<ledger>"),
            (["ledger", "show", "--last", "-1", "l"], "--last"),
            (["options", "-r", "care", "--field", "count=1"], "name it with --action"),
            (["audit", "-r", "care"], "<file>"),
            (["audit", "-r", "care", "--format", "pdf", "log.jsonl"], "pdf"),
            (["audit", "-r", "care", "--findings", "some", "log.jsonl"], "some"),
            (["audit", "-r", "care", "--group-by", "moon", "log.jsonl"], "moon"),
            (["audit", "-r", "care", "--color", "blue", "log.jsonl"], "blue"),
            (["watch", "-r", "care"], "<file>"),
            (["watch", "-r", "care", "--lateness", "5", "log.jsonl"], "--lateness"),
            (["watch", "-r", "care", "--lateness", "1 day", "log.jsonl"], "--lateness"),
            (["watch", "-r", "care", "--warn", "101%", "log.jsonl"], "--warn"),
            (["watch", "-r", "care", "--as-of", "2026-12-01T00:00:00Z", "log.jsonl"], "--as-of belongs to --once"),
            (["lint"], "<dir>"),
            (["test", "--format", "pdf"], "pdf"),
            (["test", "a", "b"], "b"),
            (["explain", "-r", "care"], "<standard>"),
            (["handbook"], "--rulebook <dir>"),
            (["handbook", "-r", "care", "--kind", "novel"], "novel"),
            (["handbook", "-r", "care", "--format", "pdf"], "pdf"),
            (["handbook", "-r", "care", "--paper", "a3"], "a3"),
            (["init"], "<dir>"),
            (["cel"], "write an expression, or - for standard input"),
            (["cel", "1", "+", "2"], "put quotes around it: '1 + 2'"),
            (["cel", "-x + 1"], "comes after --"),
            (["cel", "x", "--set", "x"], "'--set <name=value>'"),
            (["cel", "x", "--set", "=1"], "'--set <name=value>'"),
            (["cel", "x", "--set", "x=1", "--set", "x=?"], "`x` is given twice"),
            (["cel", "x", "--set", "a b=1"], "`a b` cannot be a name"),
            (["cel", "x", "--set", "in=1"], "`in` cannot be a name"),
            (["cel", "x", "--set", ".x=1"], "`.x` cannot be a name"),
            (["cel", "x", "--unknown", "x["], "`x[` does not say what is unknown"),
            (["cel", "x", "--unknown", "x[y]"], "`x[y]` does not say what is unknown"),
            (["cel", "x", "--container", "a b"], "`a b` cannot be a container"),
            (["cel", "x", "--library", "moon"], "moon"),
            (["cel", "x", "--library", "math", "--no-libraries"], "--no-libraries"),
        ] as [([String], String)])
    func refuses(_ arguments: [String], _ says: String) throws {
        let run = try runLeeway(arguments)
        #expect(run.status == 64, "\(run.errors)")
        #expect(run.errors.contains(says), "\(run.errors)")
        #expect(run.output == "")
    }

    @Test(
        "help of every command",
        arguments: [
            "", "check", "options", "record", "reserve", "commit", "release", "approve", "ledger", "ledger show",
            "ledger verify", "ledger export", "audit", "watch", "lint", "test",
            "explain", "handbook", "requirements", "init", "cel",
        ])
    func help(_ command: String) throws {
        let run = try runLeeway(
            command.split(separator: " ").map(String.init) + ["--help"], environment: ["COLUMNS": "80"])
        #expect(run.status == 0)
        let name = command.isEmpty ? "leeway" : command.replacing(" ", with: "-")
        let difference = try Golden.difference(
            of: Array(run.output.utf8), from: "LeewayCommandsTests/Golden/help-\(name).txt")
        #expect(difference == nil)
        for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test("the version is that of the package")
    func version() throws {
        let run = try runLeeway(["--version"])
        #expect(run.status == 0)
        #expect(run.output.split(separator: ".").count == 3)
    }

    @Test("shells complete commands and options", arguments: ["bash", "zsh", "fish"])
    func completions(_ shell: String) throws {
        let run = try runLeeway(["--generate-completion-script", shell])
        #expect(run.status == 0)
        #expect(run.output.contains("audit"))
    }
}
