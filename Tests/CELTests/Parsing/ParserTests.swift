import CEL
import Testing

@Suite("The parser reads expressions by the language's precedence")
struct ParserTests {
    @Test(arguments: [
        ("1+2*3", "1 + 2 * 3"),
        ("(1+2)*3", "(1 + 2) * 3"),
        ("1-2-3", "1 - 2 - 3"),
        ("1-(2-3)", "1 - (2 - 3)"),
        ("a||b&&c", "a || b && c"),
        ("(a||b)&&c", "(a || b) && c"),
        ("a&&b&&c", "a && b && c"),
        ("a==b&&c<d", "a == b && c < d"),
        ("a<b==c", "a < b == c"),
        ("a in [1,2,]", "a in [1, 2]"),
        ("a?b:c?d:e", "a ? b : c ? d : e"),
        ("(a?b:c)?d:e", "(a ? b : c) ? d : e"),
        ("!a.b", "!a.b"),
        ("!(a&&b)", "!(a && b)"),
        ("!!a", "!!a"),
        ("--a", "--a"),
        ("-a*b", "-a * b"),
        ("- 5", "-5"),
        ("-(5)", "-(5)"),
        ("3-5", "3 - 5"),
        ("3--5", "3 - -5"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("0x10+0XfFu", "16 + 255u"),
        (".5+1e3", "0.5 + 1000.0"),
        ("a.b.c[0].d(1,2)", "a.b.c[0].d(1, 2)"),
        (".a.b", ".a.b"),
        ("f()", "f()"),
        ("{1:2,'a':[]}", "{1: 2, \"a\": []}"),
        ("A.B{c:1}", "A.B{c: 1}"),
        ("has(a.b)", "has(a.b)"),
        ("l.all(x,x>0)", "l.all(x, x > 0)"),
        ("l.map(x,x>0,x+1)", "l.map(x, x > 0, x + 1)"),
        ("l.exists_one(x,x)", "l.exists_one(x, x)"),
        ("a.package.for.while", "a.package.for.while"),
        ("a.for()", "a.for()"),
        ("a.`x-y`.b", "a.`x-y`.b"),
        ("r'\\d' + b'\\x41' + '''q'\n'''", "\"\\\\d\" + b\"A\" + \"q'\\n\""),
        ("a // the rest is said to people\n + b", "a + b"),
    ])
    func reads(_ source: String, as canonical: String) throws {
        let tree = try #require(CELEnvironment().parse(source).tree)
        #expect(tree.root.description == canonical)
        let again = try #require(CELEnvironment().parse(canonical).tree)
        #expect(again.root.description == canonical)
    }

    @Test(arguments: [
        ("a and b or c", "a && b || c"),
        ("not a == b", "!(a == b)"),
        ("not a and b", "!a && b"),
        ("not not a", "!!a"),
        ("a and not b in c", "a && !(b in c)"),
        ("a == not b", "a == !b"),
        ("a.and.or(not b)", "a.and.or(!b)"),
    ])
    func readsWords(_ source: String, as canonical: String) throws {
        let environment = CELEnvironment(options: CELOptions(wordOperators: true))
        let tree = try #require(environment.parse(source).tree)
        #expect(tree.root.description == canonical)
    }

    @Test("&& and || keep all their terms in one node")
    func flattens() throws {
        let tree = try #require(CELEnvironment().parse("a && b && c && d || e").tree)
        #expect(tree.root.children.count == 2)
        #expect(tree.root.children[0].children.count == 4)
    }

    @Test("ranges leave out the brackets around a node and keep those within")
    func ranges() throws {
        let tree = try #require(CELEnvironment().parse(" (a + b) * c ").tree)
        #expect(tree.text(of: tree.root) == "(a + b) * c")
        #expect(tree.text(of: tree.root.children[0]) == "a + b")
        #expect(tree.root.nameRange == 9..<10)
    }

    @Test("what is wrong is told with its place")
    func tells() {
        func expect(_ marked: String, _ issue: ExpectedIssue, words: Bool = false) {
            expectIssues(marked, [issue], in: CELEnvironment(options: CELOptions(wordOperators: words)))
        }
        expect(
            "a «=» b",
            .init(.unexpectedCharacter, "the character `=` means nothing here", help: "write `==` to compare"))
        expect(
            "a «and» b", .init(.unexpectedToken, "expected the end of the expression, found `and`", help: "write `&&`"))
        expect("«»", .init(.unexpectedToken, "expected an expression, found nothing"))
        expect("(a«»", .init(.unexpectedToken, "expected `)`, found the end"))
        expect("a +«»", .init(.unexpectedToken, "expected an expression, found the end"))
        expect("a ? b«»", .init(.unexpectedToken, "expected `:` and what it is otherwise, found the end"))
        expect("a +«+» b", .init(.unexpectedToken, "expected an expression, found `+`"))
        expect("f(a«»", .init(.unexpectedToken, "expected `,` or `)`, found the end"))
        expect("[1, 2«)»", .init(.unexpectedToken, "expected `,` or `]`, found `)`"))
        expect("«9223372036854775808»", .init(.malformedNumber, "the number is too large for an int"))
        expect("«18446744073709551616u»", .init(.malformedNumber, "the number is too large for a uint"))
        expect("«1e999»", .init(.malformedNumber, "the number is too large for a double"))
        expect(
            "a == «'abc»",
            .init(
                .unterminatedString, "the string does not end",
                help: "end it with a quote, or use three quotes for several lines"))
        expect(
            "'a«\\q»'",
            .init(
                .malformedEscape, "`\\q` is no escape",
                help: "write `\\\\` for a backslash, or put `r` before the string"))
        expect("'«\\ud800»'", .init(.malformedEscape, "there is no such character"))
        expect("'«\\x4»'", .init(.malformedEscape, "expected 2 hexadecimal digits"))
        expect(
            "b'«\\u»0041'",
            .init(.malformedEscape, "`\\u` and `\\U` name characters, not bytes", help: "write `\\x` and two digits"))
        expect(
            "a == «“»b”",
            .init(
                .unexpectedCharacter, "the character `“` means nothing here",
                help: "strings stand in straight quotes: \" or '"))
        expect(
            "[1].all(«1», true)",
            .init(
                .malformedMacro, "the first argument of `all` must be a plain name for the element",
                help: "write `.all(x, ...)`"))
        expect("has(«a»)", .init(.malformedMacro, "`has` asks whether a field is present", help: "write `has(a.b)`"))
        expect(
            "a.b.«in»",
            .init(.unexpectedToken, "expected a name after the dot, found `in`"))
        expect(
            "[1][«?»0]",
            .init(
                .libraryIsOff, "`?` here belongs to the library of optionals, which is off",
                help: "ask for presence with `has(...)`"))
    }

    @Test(
        arguments: Array(
            "as break const continue else for function if import let loop package namespace return var void while"
                .split(separator: " ").map(String.init)))
    func keepsReservedWords(_ word: String) {
        let issues = CELEnvironment().parse(word).issues
        #expect(issues.map(\.code) == [.reservedWord])
        #expect(CELEnvironment().parse("a.\(word) || a.\(word)() || A{\(word): 1}.b").issues.isEmpty)
    }

    @Test("with word operators, those words are no names")
    func keepsWords() {
        #expect(CELEnvironment().parse("and + or + not").issues.isEmpty)
        #expect(!CELEnvironment(options: CELOptions(wordOperators: true)).parse("and + 1").issues.isEmpty)
    }
}
