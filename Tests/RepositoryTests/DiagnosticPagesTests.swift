import Foundation
import TestSupport
import Testing

@Suite("Each diagnostic code is explained, and tested")
struct DiagnosticPagesTests {
    /// Every code that the sources declare.
    private static func declaredCodes() throws -> Set<String> {
        let pattern = try Regex("\"([A-Z]{2}[0-9]{4})\"", as: (Substring, Substring).self)
        let codes = try text(of: "Sources", suffix: ".swift").map { text in
            text.matches(of: pattern).map { String($0.output.1) }
        }
        return Set(codes.joined())
    }

    private static func text(of folder: String, suffix: String) throws -> [String] {
        let root = repositoryRoot.appending(path: folder)
        let paths = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
        return try paths.sorted().filter { $0.hasSuffix(suffix) && !$0.contains(".build/") }.map {
            try String(contentsOf: root.appending(path: $0), encoding: .utf8)
        }
    }

    private static func page() throws -> String {
        try String(
            contentsOf: repositoryRoot.appending(path: "Sources/Leeway/Leeway.docc/Articles/Diagnostics.md"),
            encoding: .utf8)
    }

    @Test func hasASectionOnThePage() throws {
        let sections = try Self.page().split(separator: "\n").filter { $0.hasPrefix("### ") }
            .map { String($0.dropFirst(4).prefix(6)) }
        #expect(Set(sections).count == sections.count, "a code has one section")
        #expect(try Self.declaredCodes().subtracting(sections).sorted() == [], "codes without a section")
        #expect(try Set(sections).subtracting(Self.declaredCodes()).sorted() == [], "sections without a code")
    }

    @Test func saysWhatToAvoidWhatToPreferAndWhy() throws {
        for section in try Self.page().components(separatedBy: "\n### ").dropFirst() {
            let lines = section.components(separatedBy: "\n## ")[0].split(separator: "\n")
            #expect(lines.count == 4, "\(lines[0])")
            for (line, beginning) in zip(lines.dropFirst(), ["- Avoid: ", "- Prefer: ", "- Why: "]) {
                #expect(line.hasPrefix(beginning) && line.hasSuffix(".") && line.utf8.count > 12, "\(lines[0])")
            }
        }
    }

    /// The codes of loading and linting are declared as constants: each is named by some test.
    @Test func isTested() throws {
        let pattern = try Regex(
            "static let ([a-zA-Z0-9]+) = [A-Za-z.]+\\(rawValue: \"(RB|LT)[0-9]{4}\"",
            as: (Substring, Substring, Substring).self)
        let names = try Self.text(of: "Sources", suffix: ".swift").flatMap { text in
            text.matches(of: pattern).map { String($0.output.1) }
        }
        let tests = try Self.text(of: "Tests", suffix: ".swift").joined()
        #expect(names.count > 20)
        #expect(names.filter { !tests.contains(".\($0)") } == [])
    }
}
