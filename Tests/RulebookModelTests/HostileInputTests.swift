import Foundation
import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("Hostile rulebooks are refused with a stated error, quickly and without a crash")
struct HostileInputTests {
    /// Of the processor, whatever else it has to do: a second for release builds; debug builds take many times as long.
    #if DEBUG
        private static let limit = Duration.seconds(30)
    #else
        private static let limit = Duration.seconds(1)
    #endif

    private func codes(
        _ bytes: [UInt8], files: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) -> Set<String> {
        let start = Self.processorTime
        let (_, diagnostics) = CareDesk.load(SourceFile(name: "test.yaml", utf8: bytes), files: files)
        let taken = Self.processorTime - start
        #expect(taken < Self.limit, "took \(taken)", sourceLocation: sourceLocation)
        return Set(diagnostics.map(\.code.rawValue))
    }

    /// What this thread took so far.
    private static var processorTime: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }

    private func codes(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Set<String> {
        codes(Array(text.utf8), sourceLocation: sourceLocation)
    }

    @Test func aliasesThatMultiply() {
        var text = "rulebook: bomb\nsettings:\n  a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...12 {
            let alias = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "  a\(level): &a\(level) [\(alias)]\n"
        }
        #expect(codes(text).contains("YA0108"))
    }

    @Test func nestingOfEveryKind() {
        let deep = String(repeating: "[", count: 5_000)
        #expect(codes("rulebook: a\nsettings: {a: \(deep)").contains("YA0105"))
        let lists = String(repeating: "[", count: 55) + "true" + String(repeating: "]", count: 55)
        #expect(codes("\(CareDesk.header)standards: {a: {on: ring, require: \(lists)}}") == [])
        #expect(
            codes("\(CareDesk.header)standards: {a: {on: \(lists.replacing("true", with: "ring")), require: true}}")
                == [])
        #expect(
            codes("\(CareDesk.header)events: {a: {fields: {b: \(String(repeating: "list(", count: 50_000))}}}") == [
                "RB0201"
            ])
    }

    @Test(
        arguments: [
            ([0xFF, 0xFE, 0x72, 0x00], "YA0102"), ([0xFE, 0xFF, 0x00, 0x72], "YA0102"),
            ([0x61, 0x3A, 0x20, 0xC3], "YA0103"),
            ([0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], "YA0103"), ([0x61, 0x3A, 0x20, 0x00], "YA0104"),
        ] as [([UInt8], String)])
    func encodings(_ bytes: [UInt8], code: String) {
        #expect(codes(bytes).contains(code))
        #expect(codes(Array("rulebook: a\n".utf8) + bytes).isEmpty == false)
    }

    @Test func tenThousandStandards() {
        let standards = (0..<10_000).map { number in
            "  s\(number): {on: coupon.issue, for: {customer.tier: gold}, require: event.count <= \(number)}\n"
        }
        #expect(codes(CareDesk.header + "standards:\n" + standards.joined()) == [])
    }

    @Test func tenThousandWrongStandards() {
        let standards = (0..<10_000).map {
            "  s\($0): {on: coupon.isue, for: {customer.teir: gold}, require: event.cnt <= 3}\n"
        }
        #expect(codes(CareDesk.header + "standards:\n" + standards.joined()) == ["RB0202"])
        let conditions = (0..<10_000).map {
            "  s\($0): {on: coupon.issue, for: {customer.teir: gold}, require: event.cnt <= 3}\n"
        }
        #expect(codes(CareDesk.header + "standards:\n" + conditions.joined()) == ["RB0204", "RB0302"])
    }

    @Test func aStandardForEachOfThousandsOfActions() {
        let actions = (0..<2_000).map { "  a\($0): {fields: {x\($0): int, y: money}}\n" }
        let standards = (0..<2_000).map { "  s\($0): {on: a\($0), require: event.x\($0) <= 3}\n" }
        #expect(codes(CareDesk.header + "actions:\n" + actions.joined() + "standards:\n" + standards.joined()) == [])
        let all = (0..<2_000).map { "a\($0)" }.joined(separator: ", ")
        #expect(
            codes(
                CareDesk.header + "actions:\n" + actions.joined()
                    + "standards: {s: {on: [\(all)], require: event.y > \"1 EUR\"}}") == [])
    }

    @Test func hugeConditions() {
        func standard(_ condition: String) -> String {
            CareDesk.header + "standards:\n  a:\n    on: coupon.issue\n    require: >-\n      \(condition)\n"
        }
        #expect(
            codes(standard(Array(repeating: "event.count > 1", count: 3_000).joined(separator: " and "))).isSubset(of: [
                "RB0301"
            ]))
        #expect(codes(standard(String(repeating: "(", count: 10_000))) == ["RB0301"])
        #expect(codes(standard(String(repeating: "not ", count: 10_000) + "true")) == ["RB0301"])
        #expect(codes(standard(String(repeating: "x", count: 200_000))) == ["RB0301"])
        #expect(codes(standard("event.count == 9223372036854775808")) == ["RB0301"])
        #expect(codes(standard("\"" + String(repeating: "a", count: 99_000) + "\" == event.id")) == [])
    }

    @Test func overflowInConstantsIsNoCrash() {
        let standard = "standards: {a: {on: coupon.issue, require: 'event.count < 9223372036854775807 + 1'}}"
        #expect(codes(CareDesk.header + standard) == [])
    }

    @Test func wordsOfNorway() throws {
        let rulebook = try CareDesk.rulebook(
            """
            settings: {country: no, answer: yes, switch: off}
            entities: {place: {country: {enum: [no, se, on, off, y, n]}}}
            standards: {a: {on: ring, for: {place.country: no}, require: true}}
            """)
        #expect(rulebook.settings.map(\.type.text) == ["string", "string", "string"])
        #expect(rulebook.standards.first?.scope.first?.texts == ["no"])
    }

    @Test(arguments: [
        "on: ring", "1: 2", "true: false", "~: x", "'': x", "? [a]\n: b", "a: !!str b", "<<: {a: b}", "*x", "&a [*a]",
        "---\na: b\n---\nc: d", "%TAG ! x\n---\na: b", "\u{FEFF}rulebook: 'a", "\t- a", "a: b: c", "- - - -", "{", "}",
        "|",
    ])
    func oddTexts(_ text: String) {
        #expect(!codes(text).isEmpty)
    }

    @Test func manyIncludes() {
        let files = Dictionary(uniqueKeysWithValues: (0..<2_000).map { ("s/f\($0).yaml", "settings: {s\($0): 1}") })
        #expect(codes(Array("rulebook: a\ninclude: 's/*.yaml'".utf8), files: files) == [])
        let stars = String(repeating: "*a", count: 2_000)
        let long = [String(repeating: "a", count: 4_000) + "/b.yaml": "settings: {}"]
        #expect(codes(Array("rulebook: a\ninclude: '\(stars)'".utf8), files: long) == ["RB0108"])
    }
}
