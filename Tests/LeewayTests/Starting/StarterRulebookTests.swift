import Foundation
import Leeway
import TestSupport
import Testing

@Suite("A beginner's rulebook works at once, and overwrites nothing")
struct StarterRulebookTests {
    @Test("it loads without a warning, and its example is decided")
    func works() throws {
        let folder = try careFolder()
        let path = folder.url.appending(path: "care").path
        let point = try DecisionPoint(rulebookAt: path)
        #expect(point.warnings.isEmpty)
        #expect(Linter().lint(point.rulebook).isEmpty)
        let example = try Data(contentsOf: folder.url.appending(path: "care/examples/coupon.json"))
        #expect(point.check(try point.event(utf8: Array(example))).outcome == .allow)
    }

    @Test("an empty folder is filled; one with files in it is left alone")
    func folders() throws {
        let folder = try TemporaryFolder()
        #expect(try StarterRulebook.write(to: folder.url.path).count == StarterRulebook.files.count)
        #expect(throws: LeewayError.self) { try StarterRulebook.write(to: folder.url.path) }
        try folder.write("mine", to: "other/notes.txt")
        #expect(throws: LeewayError.self) { try StarterRulebook.write(to: folder.url.appending(path: "other").path) }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.url.appending(path: "other").path)
                == ["notes.txt"])
    }
}
