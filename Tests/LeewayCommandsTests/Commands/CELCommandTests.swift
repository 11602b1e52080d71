import Foundation
import JSONSyntax
import TestSupport
import Testing

@Suite("An expression is tried by itself")
struct CELCommandTests {
    /// A command line after `leeway cel`, and how it ends.
    struct Case: CustomTestStringConvertible {
        let arguments: [String]
        let status: Int32
        let says: [String]

        init(_ arguments: [String], _ status: Int32, _ says: String...) {
            self.arguments = arguments
            self.status = status
            self.says = says
        }

        var testDescription: String { String(arguments.joined(separator: " ").prefix(100)) }
    }

    private static let order = ["--set", #"order={"total": 250.0}"#, "--set", #"customer={"tier": "gold"}"#]
    private static let condition = #"order.total > 100.0 && customer.tier == "gold""#

    static let answers: [Case] = [
        Case(["1 + 2"], 0, "3\n  type  int\n  cost  "),
        Case([condition] + order, 0, "true\n  type  bool\n", "(at most 10)\n"),
        Case(["x.size() > 3", "--set", "x=[1, 2]"], 0, "false\n"),
        Case(["a.b + 1", "--set", "a.b=2"], 0, "3\n"),
        Case(
            ["t + d", "--set", #"t=timestamp("2026-11-20T09:14:03Z")"#, "--set", #"d=duration("90s")"#], 0, ":15:33Z\n"),
        Case([#""kůň 🐎".size()"#], 0, "5\n"),
        Case(["x", "--set", #"x="\n\u202e""#], 0, #""\n\u{202e}""#),
        Case(["xs.all(x, x > 0)", "--set", "xs=[1]", "--set", "n=?"], 0, "true\n"),
        Case(["xs.map(x, [x].map(y, n))", "--set", "xs=[1]", "--set", "n=?"], 13, "at most: unbounded"),
        Case(["not a and b", "--words", "--set", "a=false", "--set", "b=true"], 0, "true\n"),
        Case(["a + 1", "--unchecked", "--set", "a=2"], 0, "3\n  type  dyn, here int\n"),
        Case(["c.d", "--container", "a.b", "--set", "a.b.c.d=1"], 0, "1\n"),
        Case([#""abc".charAt(1)"#, "--library", "strings"], 0, "\"b\"\n"),
        Case(["--", "-x"] + ["--set", "x=1"], 64),
        Case(["--set", "x=1", "--", "-x"], 0, "-1\n"),
        // What is unknown.
        Case(
            [condition, "--set", "customer=?"] + order.prefix(2), 13, "unknown: customer\n", "customer.tier == \"gold\""
        ),
        Case(
            [condition, "--unknown", "customer.tier"] + order, 13, "unknown: customer.tier\n  remains  customer.tier =="
        ),
        Case([condition, "--unknown", "customer.tier"] + order.prefix(2), 13, "unknown: customer.tier\n"),
        Case([condition, "--unknown", #"customer["tier"]"#] + order, 13, "unknown: customer.tier\n"),
        Case(["xs[0] > xs[1]", "--set", "xs=[1, 2]", "--set", "xs[0]=?"], 13, "remains  xs[0] > 2"),
        Case(["xs[0].a + 1", "--set", #"xs=[{"a": 1}]"#, "--unknown", "xs[*].a"], 13, "unknown: xs.0.a\n"),
        Case(["xs.exists(x, x > 1)", "--unknown", "xs[*]"], 13, "unknown: xs\n"),
    ]

    @Test(
        "the value stands first, with its type and cost; what is unknown is named, with what remains",
        arguments: answers)
    func comesTo(_ asked: Case) throws {
        let run = try runLeeway(["cel"] + asked.arguments)
        #expect(run.status == asked.status, "\(run.output)\(run.errors)")
        for words in asked.says { #expect(run.output.contains(words), "\(run.output)") }
        if run.status != 64 { #expect(run.errors == "") }
    }

    static let mistakes: [Case] = [
        Case(["1 +"], 65, "error[CE0003]: expected an expression, found the end\n --> <expression>:1:4\n"),
        Case([""], 65, "error[CE0003]"),
        Case(["a + b"], 65, "no variable is named `a`", "no variable is named `b`", "--set 'a=…'", "--set 'b=?'"),
        Case([#""日本" + 1"#], 65, "error[CE0104]"),
        Case(["a and b"], 65, "`--words`"),
        Case([#""abc".charAt(1)"#, "--library", "math"], 65, "switch it on with `--library`"),
        Case(["x", "--set", "x=gold"], 65, "<--set x>:1:1", #"--set 'x="gold"'"#),
        Case(["x", "--set", "x=gold member"], 65, #"--set 'x="gold member"'"#),
        Case(["x", "--set", "x={total: 1}"], 65, #"a key stands in quotes: `"total"`"#),
        Case(["x", "--set", "x==1"], 65, "one `=` is enough: `--set 'x=…'`"),
        Case(["tier == gold", "--set", #"tier="gold""#], 65, "--set 'gold=…'", "a text stands in quotes"),
        Case(["x", "--set", "x="], 65, #"--set 'x=""'"#),
        Case(["x", "--set", "x=2026-11-20T09:14:03Z"], 65, #"--set 'x=timestamp("2026-11-20T09:14:03Z")'"#),
        Case(["x", "--set", "x=90s"], 65, #"--set 'x=duration("90s")'"#),
        Case(["x", "--set", "x=1/0"], 65, "error[EX0101]: division by zero\n --> <--set x>:1:1\n"),
        Case(["y.", "--set", "x=gold"], 65, "<--set x>:1:1", "<expression>:1:3"),
        Case(["1 + 10 / x", "--set", "x=0"], 65, "error[EX0101]: division by zero\n --> <expression>:1:5\n", "^^^^^^"),
        Case(["x.b", "--set", #"x={"a": 1}"#], 65, "ask first whether it is there, with `has(…)`"),
        Case(["x.a.b", "--set", #"x={"a": {}}"#, "--unchecked"], 65, "error[EX0101]"),
        Case(
            ["r.all(x, r.all(y, r.all(z, x + y + z >= 0)))", "--set", "r=\(Array(0..<100))"], 65,
            "the loops take too many steps"),
        Case(
            [
                "r.all(x, r.all(y, s.matches(t) || s + s + s + s != t))", "--no-libraries", "--set",
                "r=\(Array(0..<300))",
            ]
                + ["--set", "s=\"\(String(repeating: "a", count: 1_000))\"", "--set", #"t="b""#, "--unchecked"], 65,
            "error[EX0101]"),
        Case([String(repeating: "1+", count: 60_000) + "1"], 65, "error[CE0001]", "100000 allowed"),
        Case([String(repeating: "(", count: 300)], 65, "error[CE0002]"),
    ]

    @Test("what is wrong has its place, and the way to mend it, all at once", arguments: mistakes)
    func refuses(_ asked: Case) throws {
        let start = Date()
        let run = try runLeeway(["cel"] + asked.arguments)
        #expect(Date().timeIntervalSince(start) < 20)
        #expect(run.status == asked.status, "\(run.output)\(run.errors)")
        for words in asked.says { #expect(run.errors.contains(words), "\(run.errors)") }
        #expect(run.output == "")
    }

    @Test("a date without quotes is a subtraction, and it is said")
    func date() throws {
        let run = try runLeeway(["cel", "x", "--set", "x=2026-11-20"])
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("1995\n"))
        #expect(run.errors.contains("warning[EX0002]"))
        #expect(run.errors.contains(#"--set 'x=timestamp("2026-11-20T00:00:00Z")'"#))
    }

    @Test("standard input is `-`; its last line end is no part of the expression")
    func standardInput() throws {
        #expect(try runLeeway(["cel", "-"], input: Data("1 +\n  2\n\n".utf8)).output.hasPrefix("3\n"))
        let broken = try runLeeway(["cel", "-"], input: Data("1 +\n  2 +\n\n".utf8))
        #expect(broken.status == 65)
        #expect(broken.errors.contains("--> <standard input>:2:6\n"))
        let bytes = try runLeeway(["cel", "-"], input: Data([0x31, 0x20, 0xFF]))
        #expect(bytes.status == 65)
        #expect(bytes.errors.contains("error[EX0001]"))
        #expect(bytes.errors.contains(":1:3\n"))
        let huge = try runLeeway(["cel", "-"], input: Data(repeating: 0x31, count: 1 << 20))
        #expect(huge.status == 65)
        #expect(huge.errors.contains("too large"))
    }

    /// Expressions whose tree of parts is kept as a golden file.
    static let explained: [String: [String]] = [
        "decided": [condition] + ["--set", #"order={"total": 25.0}"#] + order.suffix(2),
        "unknown": [condition, "--unknown", "customer.tier"] + order,
        "failed": ["has(order.total) && order.totl > 1.0"] + order,
        "loops": [
            #"items.filter(i, i.price > 20 && i.name != "nothing").map(i, i.name.size() * 2).exists(n, n == 8)"#,
            "--set",
            "items=[" + (1...20).map { "{\"price\": \($0 * 3), \"name\": \"n\($0)\"}" }.joined(separator: ", ") + "]",
        ],
        "unicode": [
            #""žluťoučký kůň 🐎 日本語日本語日本語日本語日本語日本語日本語".startsWith(x) ? x + "\u202e" : "no""#, "--set", #"x="žl""#,
        ],
        "choice": ["math.greatest(a.b, 2) > 2 ? cel.bind(n, a.b * 2, n + n) : 1/0", "--set", "a.b=3"],
    ]

    @Test("--explain shows each part with its values, in at most 80 columns", arguments: explained.keys.sorted())
    func explain(_ name: String) throws {
        let run = try runLeeway(["cel", "--explain"] + (Self.explained[name] ?? []))
        let difference = try Golden.difference(
            of: Array((run.output + run.errors).utf8), from: "LeewayCommandsTests/Golden/cel-\(name).txt")
        #expect(difference == nil)
        for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }

    @Test("large expressions are explained quickly, and cut visibly")
    func large() throws {
        let start = Date()
        let source = "[" + Array(repeating: "x+1", count: 20_000).joined(separator: ",") + "]"
        let run = try runLeeway(["cel", "--explain", "--set", "x=1", "-"], input: Data(source.utf8))
        #expect(run.status == 0)
        #expect(run.output.hasSuffix("\n… and 39001 more parts\n"), "\(run.output.suffix(100))")
        #expect(Date().timeIntervalSince(start) < 60)
    }

    @Test("colours only where they are asked for")
    func colours() throws {
        let run = try runLeeway(["cel", "--explain", "--color", "always", "a || 1/0 > 1", "--set", "a=true"])
        #expect(run.output.contains("\u{1B}[1mtrue\u{1B}[0m\n"))
        #expect(run.output.contains("\u{1B}[2mnot evaluated\u{1B}[0m\n"))
    }
}

@Suite("Programs read what an expression came to as one JSON object")
struct CELCommandJSONTests {
    private func root(_ arguments: [String], _ status: Int32) throws -> JSONNode {
        let run = try runLeeway(["cel", "--json"] + arguments)
        #expect(run.status == status)
        #expect(run.errors == "")
        return try JSONDocument.parse(run.output).root
    }

    @Test(
        "a value is written as JSON has it",
        arguments: [
            ("null", "null"), ("1 == 1", "true"), ("18446744073709551615u", "18446744073709551615"), ("1.5", "1.5"),
            ("0.0 / 0.0", #""NaN""#), (#""é\n""#, #""é\n""#), (#"b"\x00\xff""#, #""AP8=""#),
            (#"timestamp("2026-11-20T09:14:03Z")"#, #""2026-11-20T09:14:03Z""#), (#"duration("90s")"#, #""90s""#),
            (#"{1: [true], "a": {}}"#, #"{"1":[true],"a":{}}"#), ("optional.none()", "null"),
            ("{?1: optional.of(2u)}", #"{"1":2}"#),
        ])
    func values(_ expression: String, _ written: String) throws {
        let value = try #require(try root([expression], 0)["value"])
        var writer = JSONWriter()
        writer.node(value)
        #expect(writer.text == written)
    }

    @Test(
        "a value that JSON does not have is there as text only",
        arguments: [
            ("int", "int"), (#"{1: 1, "1": 2}"#, #"{1: 1, "1": 2}"#), ("[type(1)]", "[int]"),
            ("{1u: 1, \"1\": 2}", #"{1u: 1, "1": 2}"#),
        ])
    func texts(_ expression: String, _ text: String) throws {
        let root = try root([expression], 0)
        #expect(root["outcome"]?.string == "value")
        #expect(root["value"] == nil)
        #expect(root["text"]?.string == text)
    }

    @Test("content that is shared until it has no end is cut")
    func shared() throws {
        let tenfold = (1...6).reduce("[1, 1]") { inner, level in
            "cel.bind(v\(level), \(inner), [\(Array(repeating: "v\(level)", count: 10).joined(separator: ", "))])"
        }
        let root = try root([tenfold], 0)
        #expect(root["value"] == nil)
        #expect(root["text"]?.string?.hasSuffix("…]") == true)
    }

    @Test("types, costs and parts")
    func figures() throws {
        let root = try root(["xs.size() > 1 || y", "--explain", "--set", "xs=[1, 2]", "--set", "y=false"], 0)
        #expect(root["type"]?.string == "bool")
        #expect(root["valueType"]?.string == "bool")
        #expect(root["cost"]?.int64 == 3)
        #expect(root["estimate"]?["minimum"]?.int64 != nil)
        #expect(root["estimate"]?["maximum"]?.int64 == 4)
        #expect(root["diagnostics"]?.count == 0)
        let parts = try #require(root["parts"]).elements
        #expect(
            parts.map { $0["expression"]?.string } == ["xs.size() > 1 || y", "xs.size() > 1", "xs.size()", "xs", "y"])
        #expect(parts.map { $0["depth"]?.int64 } == [0, 1, 2, 3, 1])
        #expect(parts.map { $0["evaluations"]?.int64 } == [1, 1, 1, 1, 0])
        #expect(try self.root(["xs.map(x, x)", "--set", "xs=?"], 13)["estimate"]?["maximum"]?.isNull == true)
    }

    @Test("what is unknown, what fails and what is wrong say so in `outcome`")
    func outcomes() throws {
        let unknown = try root(["x == y", "--set", "x=1", "--set", "y=?"], 13)
        #expect(unknown["outcome"]?.string == "unknown")
        #expect(unknown["unknown"]?.elements.map(\.string) == ["y"])
        #expect(unknown["residual"]?.string == "1 == y")
        #expect(unknown["value"] == nil)
        let failed = try root(["1 / x", "--set", "x=0"], 65)
        #expect(failed["outcome"]?.string == "error")
        #expect(failed["error"]?["code"]?.string == "divisionByZero")
        #expect(failed["diagnostics"]?[0]?["code"]?.string == "EX0101")
        let wrong = try root(["a + b", "--set", "c=gold"], 65)
        #expect(wrong["outcome"]?.string == "invalid")
        #expect(wrong["diagnostics"]?.elements.map { $0["code"]?.string } == ["CE0101", "CE0101", "CE0101"])
        #expect(wrong["diagnostics"]?[0]?["file"]?.string == "<--set c>")
    }
}
