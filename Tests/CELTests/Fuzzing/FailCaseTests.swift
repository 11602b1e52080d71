import CEL
import Foundation
import TestSupport
import Testing

@Suite("What a fuzzer once found stays mended")
struct FailCaseTests {
    /// The files of a folder of `Tests/Fuzzing/FailCases/CEL`; none where there is no such folder.
    private static func files(_ folder: String) -> [String] {
        let path = repositoryRoot.appending(path: "Tests/Fuzzing/FailCases/CEL/\(folder)").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { !$0.hasPrefix(".") }.sorted().map { "\(path)/\($0)" }
    }

    @Test("sources", arguments: files("Source"))
    func source(_ path: String) throws {
        #expect(FuzzCheck.source(Array(try Data(contentsOf: URL(filePath: path)))) == nil)
    }

    @Test("expressions made by choices", arguments: files("Evaluation"))
    func evaluation(_ path: String) throws {
        #expect(FuzzCheck.choices(Array(try Data(contentsOf: URL(filePath: path)))) == nil)
    }

    @Test("the checks hold of two thousand made expressions, and nine of ten pass the checker")
    func made() {
        var generator = SeededGenerator(seed: 0xCE1)
        var checkedCount = 0
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 1...200, using: &generator)).map { _ in
                UInt8.random(in: .min ... .max, using: &generator)
            }
            let source = ExpressionMaker.make(bytes)
            #expect(FuzzCheck.source(source) == nil, "\(source)")
            if FuzzWorld.environment.compile(source).expression != nil { checkedCount += 1 }
        }
        #expect(checkedCount > 1_800, "\(checkedCount)")
    }

    @Test("the checks hold of sources that people write", arguments: ["1 + 2", "numbers.all(x, x > 0)", "{", "", "'"])
    func written(_ source: String) { #expect(FuzzCheck.source(source) == nil) }

    @Test(
        "trees that differ have different shapes, wherever their parts stand",
        arguments: [
            ("1 + 2", "1+2", true), ("1", "1u", false), ("1", "1.0", false), ("a.b", "a.c", false), ("a", ".a", false),
            ("f(a)", "a.f()", false), ("[1].all(x, x)", "[1].exists(x, x)", false), ("a && b && c", "a&&(b)&&c", true),
            ("a - b - c", "a - (b - c)", false), ("{1: 2}", "{2: 1}", false), ("'a'", "b'a'", false),
            ("has(a.b)", "a.b", false), ("[1].map(x, x)", "[1].map(y, y)", false),
        ])
    func shapes(_ left: String, _ right: String, _ areAlike: Bool) throws {
        let left = try #require(CELEnvironment().parse(left).tree)
        let right = try #require(CELEnvironment().parse(right).tree)
        #expect((TreeShape.text(left.root) == TreeShape.text(right.root)) == areAlike)
    }
}
