import Foundation
import TestSupport
import Testing

/// Builds a package of its own, which takes minutes the first time: `--skip EmbeddingTests` leaves it out.
@Suite("The library from outside: a package that depends on this one")
struct EmbeddingTests {
    private static let package = "Examples/embedding"

    @Test("decides an action in under ten lines")
    func length() throws {
        let source = repositoryRoot.appending(path: "\(Self.package)/Sources/DecideAnAction/main.swift")
        let lines = try String(contentsOf: source, encoding: .utf8).split(separator: "\n")
        #expect(lines.count < 10)
    }

    @Test("the guide shows the same code")
    func guide() throws {
        let source = repositoryRoot.appending(path: "\(Self.package)/Sources/DecideAnAction/main.swift")
        let guide = repositoryRoot.appending(path: "Sources/Leeway/Leeway.docc/DecidingFromSwift.md")
        #expect(
            try String(contentsOf: guide, encoding: .utf8).contains(String(contentsOf: source, encoding: .utf8)))
    }

    @Test("builds without warnings, and says what was decided")
    func runs() throws {
        // The versions that this package was built with, so that nothing has to be looked up anew.
        let pins = repositoryRoot.appending(path: "Package.resolved")
        let copy = repositoryRoot.appending(path: "\(Self.package)/Package.resolved")
        try? FileManager.default.removeItem(at: copy)
        if FileManager.default.fileExists(atPath: pins.path) { try FileManager.default.copyItem(at: pins, to: copy) }
        defer { try? FileManager.default.removeItem(at: copy) }
        let options = "--package-path \(Self.package) --scratch-path .build/embedding"
        let build = try runShell("swift build \(options) 2>&1")
        try #require(build.status == 0, "\(build.output.suffix(4_000))")
        #expect(!build.output.contains("\(Self.package)/Sources"), "\(build.output.suffix(4_000))")
        let run = try runShell("swift run --skip-build \(options) DecideAnAction Policies/retail-care 2>/dev/null")
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("✗ DENY: promise.discount (rate 30%)\n"), "\(run.output)")
        #expect(run.output.contains("You may instead: rate 15%"))
    }
}
