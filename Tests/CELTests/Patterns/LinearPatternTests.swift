import TestSupport
import Testing

@testable import CEL

@Suite("A pattern is found where RE2 finds it")
struct LinearPatternTests {
    static let cases =
        PatternCase.literals + PatternCase.places + PatternCase.classes + PatternCase.cases + PatternCase.groups
        + PatternCase.repetitions + PatternCase.random

    @Test("in chosen and in random texts", arguments: cases)
    func finds(_ wanted: PatternCase) throws {
        let pattern = try LinearPattern(parsing: wanted.pattern)
        for text in wanted.found { #expect(pattern.isFound(in: text), "in \(text.debugDescription)") }
        for text in wanted.notFound { #expect(!pattern.isFound(in: text), "in \(text.debugDescription)") }
    }

    /// States that are thrown away, or never kept, must not change an answer.
    @Test("with room for few states or none", arguments: [0, 1, 2, 3])
    func findsWithFewStates(_ stateCountMax: Int) throws {
        var limits = PatternLimits()
        limits.stateCountMax = stateCountMax
        for wanted in Self.cases {
            let pattern = try LinearPattern(parsing: wanted.pattern, limits: limits)
            // Twice, for the second time meets what the first left behind.
            for text in wanted.found + wanted.found {
                #expect(pattern.isFound(in: text), "\(wanted.pattern) in \(text.debugDescription)")
            }
            for text in wanted.notFound + wanted.notFound {
                #expect(!pattern.isFound(in: text), "\(wanted.pattern) in \(text.debugDescription)")
            }
        }
    }

    @Test("in texts that need more states than there is room for", arguments: [1, 2, 10, 100])
    func findsWithAFullCache(_ stateCountMax: Int) throws {
        // A state for each set of the last nine places that hold an `a`: 512 of them.
        var limits = PatternLimits()
        limits.stateCountMax = stateCountMax
        let pattern = try LinearPattern(parsing: "a[ab]{8}c", limits: limits)
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<20 {
            let letters = String((0..<2_000).map { _ in Bool.random(using: &generator) ? "a" : "b" })
            #expect(!pattern.isFound(in: letters))
            let ninthFromEnd = letters.utf8.suffix(9).first
            #expect(pattern.isFound(in: letters + "c") == (ninthFromEnd == 0x61))
        }
    }

    @Test("in calls from many threads at once")
    func findsOnManyThreads() async throws {
        let pattern = try LinearPattern(parsing: #"(?i)\bref(und|erral)s?\b.*[0-9]{3,5}\z"#)
        let texts: [(String, Bool)] = [
            ("Refunds of 1234", true), ("a REFERRAL, no. 99", false), ("refunded 12345", false), ("refund 000", true),
            ("", false), ("ſomething \u{212A} refund 123456 é", false),
        ]
        let wrongCount = await withTaskGroup(of: Int.self) { group in
            for start in 0..<16 {
                group.addTask {
                    (0..<500).count { round in
                        let (text, isFound) = texts[(start + round) % texts.count]
                        return pattern.isFound(in: text) != isFound
                    }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrongCount == 0)
    }

    @Test("whatever way the text is held: literal texts are looked for without a machine")
    func findsPlainTexts() throws {
        let long = String(repeating: "ab", count: 40)
        for (pattern, text, isFound) in [
            (long, "b" + long + "a", true), (long, String(long.dropLast()), false), ("^" + long, long + "b", true),
            ("^" + long, "b" + long, false), (long + "$", "b" + long, true), ("^" + long + "$", long, true),
            ("^" + long + "$", long + "a", false), ("ab", "aaab", true), ("ab", "aaa", false), ("^", "", true),
        ] {
            #expect(try LinearPattern(parsing: pattern).isFound(in: text) == isFound, "\(pattern) in \(text)")
        }
    }
}

extension LinearPattern {
    /// Looks for the pattern in a text of a test.
    func isFound(in text: String) -> Bool {
        Array(text.utf8).withUnsafeBufferPointer { matches($0) }
    }
}
