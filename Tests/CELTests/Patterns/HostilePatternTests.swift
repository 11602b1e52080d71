import Foundation
import TestSupport
import Testing

@testable import CEL

@Suite("Hostile patterns are refused or searched for, quickly and on a small stack")
struct HostilePatternTests {
    static let refused: [(String, String, String)] = [
        ("round brackets", of("(", 100_000), "the pattern is longer than 10000 bytes"),
        ("a long pattern", of("a", 1_000_000), "the pattern is longer than 10000 bytes"),
        ("round brackets within the length", of("(", 10_000), "groups are nested deeper than 250"),
        ("nested groups", of("(?:", 2_000) + of(")", 2_000), "groups are nested deeper than 250"),
        (
            "nested repetitions", "((((a{100}){100}){100}",
            "with the repetitions inside, `{100}` repeats more than 1000 times"
        ),
        ("stars in stars", of("(?:", 251) + "a" + of(")*", 251), "groups are nested deeper than 250"),
        ("a repeated class", #"\pL{1000}"#, "the pattern takes more than 10000 instructions"),
        ("many classes", of(#"\pL"#, 3_000), "the pattern takes more than 10000 instructions"),
        ("many classes without case", "(?i)" + of(#"\pL"#, 3_000), "the pattern takes more than 10000 instructions"),
        ("many letters without case", "(?i)" + of("k", 9_990), "the pattern takes more than 10000 instructions"),
        ("alternatives", of("|", 10_000), "the pattern takes more than 10000 instructions"),
        ("repeated alternatives", "(" + of("|", 9_900) + "){1000}", "the pattern takes more than 10000 instructions"),
        ("options", of("a?", 5_000), "the pattern takes more than 10000 instructions"),
        ("square brackets", of("[", 10_000), "`[` is not closed by `]`"),
        ("classes without an end", "[" + of("[:x", 3_300), "`[` is not closed by `]`"),
        ("braces", of("a{1001}", 1_000), "`{1001}` repeats more than 1000 times"),
        ("backslashes", of(#"\"#, 9_999), "the backslash at the end escapes nothing"),
    ]

    static let readable: [(String, String, Int)] = [
        ("deep groups", of("(?:", 250) + "a" + of(")*", 250) + "b", 10_000),
        ("deep groups and choices", of("(a|", 250) + "b" + of(")", 250), 10_000),
        ("deep groups of places", of(#"(?:\b"#, 250) + "c" + of(")+", 250), 10_000),
        ("all of Unicode, often", "(?i)[" + of("\u{1}-\u{10FFFF}", 1_600) + "]b", 10_000),
        ("classes without case", "(?i)" + of("[\u{1}-\u{FFFF}]", 1_200), 1_000),
        ("letters, often", "[" + of(#"\pL"#, 3_300) + "]b", 10_000),
        (
            "separate characters",
            separateCharacters, 10_000
        ),
        ("a thousand names", names, 10_000),
        ("empty repetitions", "((){1000})*" + of("(?:x{0})*", 1_000) + "b", 10_000),
        ("open braces", of("{1,", 3_300), 10_000),
        ("as many states as fit", "a[ab]{500}c", 2_000),
        ("nearly too many instructions", "(?:" + of("a?", 15) + "){330}b", 100),
    ]

    private static let separateCharacters: String = {
        let scalars = (0..<3_000).compactMap { Unicode.Scalar(0x4E00 + 2 * $0) }
        return "[" + scalars.map { String($0) }.joined() + "]"
    }()

    private static let names = (0..<600).map { "(?<n\($0)>)" }.joined() + "b"

    @Test(arguments: refused)
    func refuses(_ name: String, _ pattern: String, _ message: String) {
        let (error, time) = onSmallStack { processorTime { refusal(of: pattern) } }
        #expect(error?.message == message, "\(name)")
        #expect(time < .seconds(1), "\(name) took \(time)")
    }

    @Test(arguments: readable)
    func reads(_ name: String, _ pattern: String, _ byteCount: Int) throws {
        let (answer, time) = onSmallStack {
            processorTime { (try? LinearPattern(parsing: pattern))?.isFound(in: of("a", byteCount)) }
        }
        #expect(answer != nil, "\(name): \(String(describing: refusal(of: pattern)))")
        #expect(time < .seconds(2), "\(name) took \(time)")
    }
}

@Suite("A search takes time in proportion to the text")
struct LinearTimeTests {
    /// 100 kB, on which a backtracking matcher would not end; the last byte decides.
    @Test(arguments: [
        ("(a+)+b", "", false), ("(a+)+b", "b", true), ("^(a|aa)*$", "", true), ("^(a|aa)*$", "!", false),
        ("(x+x+)+y", "", false), ("^(a+a+)+y", "", false), ("^(.*)(.*)(.*)(.*)(.*)[^a]$", "", false),
        ("^(.*)(.*)(.*)(.*)(.*)[^a]$", "b", true), ("a.*a.*a.*a.*b$", "", false), ("(?i)(k|K|\u{212A})*z", "", false),
        (#"(\b|a)*\Bb"#, "", false), (#"(\b|a)*\Bb"#, "b", true), ("^(a?){50}a{50}$", "", false),
        ("a[ab]{12}c", "", false), ("([a-z]+)*[0-9]", "", false), ("(?m)(^a|a$)+b", "\nb", false),
    ])
    func isLinear(_ pattern: String, _ end: String, _ isFound: Bool) throws {
        let pattern = try LinearPattern(parsing: pattern)
        let text = of("a", 100_000) + end
        let (answer, time) = processorTime { pattern.isFound(in: text) }
        #expect(answer == isFound)
        #expect(time < .seconds(1), "took \(time)")
    }

    /// Without a cache each byte costs a step through all that the pattern may be at: more, but still in proportion.
    @Test(arguments: ["(a+)+b", "(a|aa)*c", "(x+x+)+y", "^(.*)(.*)(.*)(.*)(.*)[^a]$"])
    func isLinearWithoutStates(_ pattern: String) throws {
        var limits = PatternLimits()
        limits.stateCountMax = 0
        let pattern = try LinearPattern(parsing: pattern, limits: limits)
        let text = of("a", 100_000)
        let (answer, time) = processorTime { pattern.isFound(in: text) }
        #expect(!answer)
        #expect(time < .seconds(4), "took \(time)")
    }
}

private func of(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

private func refusal(of pattern: String) -> PatternError? {
    do throws(PatternError) {
        _ = try LinearPattern(parsing: pattern)
        return nil
    } catch {
        return error
    }
}
