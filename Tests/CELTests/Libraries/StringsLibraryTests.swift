import CEL
import Testing

@Suite("The library of strings counts code points and never graphemes")
struct StringsLibraryTests {
    @Test(arguments: [
        ("''.charAt(0)", "''"),
        ("'a👍🏽b'.charAt(2)", "'\\U0001F3FD'"),
        ("'e\\u0301'.charAt(1)", "'\\u0301'"),
        ("'a👍'.charAt(2)", "''"),
        ("'a👍🏽b'.substring(1, 3)", "'👍🏽'"),
        ("'👍🏽'.substring(2)", "''"),
        ("''.substring(0, 0)", "''"),
        ("'\\r\\n'.substring(1)", "'\\n'"),
    ])
    func takes(_ source: String, _ other: String) throws {
        try LibraryCases.expect(source, gives: other, .strings)
    }

    @Test(arguments: [
        ("''.indexOf('')", "0"), ("''.indexOf('a')", "-1"), ("''.lastIndexOf('')", "0"),
        ("'abc'.indexOf('', 3)", "3"), ("'abc'.lastIndexOf('', 1)", "1"), ("'abc'.indexOf('c', 3)", "-1"),
        ("'👍👍🏽👍'.indexOf('👍', 1)", "1"), ("'👍👍🏽👍'.lastIndexOf('👍')", "3"), ("'é'.indexOf('e')", "-1"),
        ("'aaaa'.indexOf('aa', 1)", "1"), ("'aaaa'.lastIndexOf('aa')", "2"), ("'aaaa'.lastIndexOf('aa', 1)", "1"),
        ("'aaaa'.lastIndexOf('aaaaa')", "-1"), ("'abab'.lastIndexOf('ab', 1)", "0"),
        ("'abcd'.lastIndexOf('d', 4)", "3"),
        ("'abcabcabd'.indexOf('abcabd')", "3"), ("'aabaabaaa'.lastIndexOf('aabaa')", "3"),
    ])
    func finds(_ source: String, _ other: String) throws {
        try LibraryCases.expect(source, gives: other, .strings)
    }

    @Test(arguments: [
        ("'İıSsKé'.lowerAscii()", "'İısské'"), ("'ﬁßa@[`{'.upperAscii()", "'ﬁßA@[`{'"), ("''.upperAscii()", "''"),
        ("'a👍🏽'.reverse()", "'\\U0001F3FD\\U0001F44Da'"), ("'\\r\\n'.reverse()", "'\\n\\r'"),
        ("'\\u00a0\\u1680\\u0085 a b\\u2029'.trim()", "'a b'"), ("' \\t '.trim()", "''"), ("''.trim()", "''"),
        ("'\\u200ba\\ufeff\\u180e'.trim()", "'\\u200ba\\ufeff\\u180e'"),
        ("strings.quote('')", "'\"\"'"), ("strings.quote('\\u0000\\u007f')", "'\"\\u0000\\u007f\"'"),
        ("strings.quote('\\a\\b\\f\\n\\r\\t\\v\\\\\"')", "r'\"\\a\\b\\f\\n\\r\\t\\v\\\\\\\"\"'"),
    ])
    func changes(_ source: String, _ other: String) throws {
        try LibraryCases.expect(source, gives: other, .strings)
    }

    @Test(arguments: [
        ("'abc'.replace('', '-')", "'-a-b-c-'"), ("'a👍'.replace('', '-', 2)", "'-a-👍'"),
        ("''.replace('', 'x')", "'x'"), ("''.replace('a', 'x')", "''"), ("'abc'.replace('', '-', 0)", "'abc'"),
        ("'aaa'.replace('aa', 'b')", "'ba'"), ("'aaa'.replace('a', '', 2)", "'a'"),
        ("'aaa'.replace('a', 'b', 9223372036854775807)", "'bbb'"),
        ("'aaa'.replace('a', 'b', -9223372036854775808)", "'bbb'"), ("'é'.replace('\\u0301', 'x')", "'é'"),
        ("'abcabd'.replace('abd', 'x')", "'abcx'"),
    ])
    func replaces(_ source: String, _ other: String) throws {
        try LibraryCases.expect(source, gives: other, .strings)
    }

    @Test(arguments: [
        ("''.split('')", "[]"), ("''.split(',')", "['']"), ("''.split('', 2)", "[]"), ("'a'.split('', 0)", "[]"),
        ("''.split('', 1)", "['']"), ("'a👍🏽'.split('')", "['a', '👍', '\\U0001F3FD']"),
        ("'abc'.split('', 2)", "['a', 'bc']"), ("',a,,b,'.split(',')", "['', 'a', '', 'b', '']"),
        ("'a,b,c'.split(',', 2)", "['a', 'b,c']"), ("'aaa'.split('aa')", "['', 'a']"),
        ("'a,b'.split(',', 9223372036854775807)", "['a', 'b']"),
        ("'a,b'.split(',', -9223372036854775808)", "['a', 'b']"),
        ("['', ''].join(',')", "','"), ("['a'].join('--')", "'a'"), ("[].join()", "''"),
        ("'a b'.split(' ').join('')", "'ab'"), ("dyn(['a', 'b']).join()", "'ab'"),
    ])
    func splitsAndJoins(_ source: String, _ other: String) throws {
        try LibraryCases.expect(source, gives: other, .strings)
    }

    @Test(
        arguments: [
            ("''.charAt(1)", .indexOutOfRange, "no position 1"),
            ("'a'.charAt(-1)", .indexOutOfRange, "no position -1"),
            ("'👍'.charAt(2)", .indexOutOfRange, "string of 1 code points"),
            ("'a'.charAt(-9223372036854775808)", .indexOutOfRange, "no position"),
            ("'a'.indexOf('a', 2)", .indexOutOfRange, "no position 2"),
            ("'a'.indexOf('', 2)", .indexOutOfRange, "no position 2"),
            ("'a'.lastIndexOf('', -1)", .indexOutOfRange, "no position -1"),
            ("'a'.substring(2)", .indexOutOfRange, "no position 2"),
            ("'a'.substring(9223372036854775807)", .indexOutOfRange, "no position"),
            ("'abc'.substring(-1, 1)", .indexOutOfRange, "no position -1"),
            ("'abc'.substring(2, 1)", .invalidArgument, "cannot end at 1"),
            ("dyn(['a', 1]).join()", .noSuchOverload, "found int at 1"),
            ("dyn(1).charAt(0)", .noSuchOverload, "charAt"),
            ("'a'.split(dyn(1))", .noSuchOverload, "split"),
            ("'a'.replace('a', dyn(1))", .noSuchOverload, "replace"),
            ("dyn(1).trim()", .noSuchOverload, "trim"),
            ("strings.quote(dyn(b'a'))", .noSuchOverload, "strings.quote"),
            ("dyn('a').join()", .noSuchOverload, "join"),
        ] as [(String, CELError.Code, String)])
    func fails(_ source: String, with code: CELError.Code, _ part: String) throws {
        try LibraryCases.expect(source, fails: code, part, .strings)
    }

    @Test("what would be too long is refused before it is made")
    func isBounded() throws {
        let long = CELValue.text(String(repeating: "a", count: 10_000))
        let many = CELValue.elements(Array(repeating: .text("ab"), count: 10_000))
        let facts = ["long": long, "many": many]
        for source in [
            "long.replace('a', long)", "long.replace('', long)", "many.join(long)",
            "'%s%s'.format([many, long]).replace('', long)", "many.map(x, long).join()",
        ] {
            try LibraryCases.expect(source, fails: .limitExceeded, "more than 1000000", .strings, facts)
        }
        let huge = ["huge": CELValue.text(String(repeating: "a", count: 1_000_001))]
        try LibraryCases.expect("huge.split('')", fails: .limitExceeded, "`split`", .strings, huge)
        try LibraryCases.expect("strings.quote(huge)", fails: .limitExceeded, "`strings.quote`", .strings, huge)
        try LibraryCases.expect("'%x'.format([huge])", fails: .limitExceeded, "`format`", .strings, huge)
        try LibraryCases.expect("['', huge].join()", fails: .limitExceeded, "`join`", .strings, huge)
    }

    @Test("a search takes linear time, however the texts are made")
    func searchesInLinearTime() throws {
        let facts: [String: CELValue] = [
            "whole": .text(String(repeating: "a", count: 400_000)),
            "part": .text(String(repeating: "a", count: 200_000) + "b"),
        ]
        for source in ["whole.indexOf(part)", "whole.lastIndexOf(part)", "whole.split(part).size() - 2"] {
            #expect(LibraryCases.checked(source, .strings, facts) == .int(-1))
        }
    }

    @Test("gaps in a host's list leave the result unknown")
    func gaps() throws {
        let gap = CELValue.unknown(CELUnknown(CELAttributePath(["list", "1"])))
        let facts = ["list": CELValue.elements([.text("a"), gap])]
        for source in ["list.join()", "'%s'.format(list)", "'%s'.format([list])"] {
            #expect(LibraryCases.checked(source, .strings, facts) == gap, "\(source)")
        }
    }

    @Test(arguments: [
        ("'a'.split('b')", "list(string)"), ("['a'].join()", "string"), ("'a'.indexOf('b', 1)", "int"),
        ("'%d'.format([1, 'a'])", "string"), ("[1].join()", "`join` of list(int) does not take ()"),
        ("strings.quote(1)", "`strings.quote` does not take (int)"),
    ])
    func hasType(_ source: String, _ type: String) { #expect(LibraryCases.type(source, .strings) == type) }

    @Test("without the library there are no such functions")
    func isOff() throws {
        #expect(LibraryCases.type("'a'.trim()", .math) == "`trim` belongs to the library `strings`, which is off")
    }
}
