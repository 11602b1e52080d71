@testable import Reporting
import Testing

@Suite("Text from a log is shown, never obeyed")
struct VisibleTextTests {
    @Test(arguments: [
        ("plain čšž Привет 長い", "plain čšž Привет 長い"), ("a\nb\tc\rd", "a b c d"), ("\u{1B}[31m", "\\u{1b}[31m"),
        ("\u{9B}2J", "\\u{9b}2J"), ("\u{202E}x\u{2066}", "\\u{202e}x\\u{2066}"), ("\u{FEFF}", "\\u{feff}"),
        ("\u{7F}\u{0}", "\\u{7f}\\u{0}"), ("a\u{2028}b", "a b"), ("👩‍🚀", "👩‍🚀"),
    ])
    func oneLine(_ text: String, _ shown: String) {
        #expect(VisibleText.oneLine(text) == shown)
    }

    @Test(arguments: [("", 0), ("abc", 3), ("Привет", 6), ("長い", 4), ("e\u{301}", 1), ("č", 1)])
    func width(_ text: String, _ columns: Int) {
        #expect(VisibleText.width(text) == columns)
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("ab abcdef", 4, ["ab", "abcd", "ef"]), ("長い文章", 4, ["長い", "文章"]), ("", 5, []), ("  ", 5, []),
        ("abc", 0, ["a", "b", "c"]),
    ])
    func wraps(_ text: String, columns: Int, lines: [String]) {
        #expect(VisibleText.wrapped(text, columns: columns) == lines)
    }

    @Test("a table line is never wider than the terminal, whatever the ids", arguments: [1, 30, 250])
    func tables(idLength: Int) {
        let rows = [[String(repeating: "i", count: idLength), "99.9 %"] + Array(repeating: "1,000,000", count: 7)]
        let headers = ["id", "kept", "met", "missed", "discr.", "excused", "pending", "undet.", "n/a"]
        for line in TextTableLayout(headers: headers, columns: 110).lines(rows) {
            #expect(VisibleText.width(line) <= 110)
        }
    }
}
