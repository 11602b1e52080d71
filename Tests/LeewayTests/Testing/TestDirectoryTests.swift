import Foundation
import Leeway
import TestSupport
import Testing

@Suite("Tests lie beside a rulebook, and are no part of it")
struct TestDirectoryTests {
    private let folder: TemporaryFolder
    private var path: String { folder.url.appending(path: "care").path }

    init() throws { folder = try careFolder() }

    private func write(_ title: String, to name: String) throws {
        try folder.write(
            "tests: \(title)\ncases:\n  - {case: \(title) case, when: {coupon.issue: {count: 11, value: 5}}}\n",
            to: "care/tests/\(name)")
    }

    @Test func findsThem() throws {
        try write("B", to: "b.yaml")
        try write("A", to: "z/a.yml")
        try folder.write("no test", to: "care/tests/notes.txt")
        let files = try TestDirectory().read(path)
        #expect(
            files.map { String($0.name.dropFirst(path.utf8.count)) } == [
                "/tests/b.yaml", "/tests/coupons.yaml", "/tests/z/a.yml",
            ])
        #expect(try TestDirectory().read("\(path)/rulebook.yaml").count == files.count)
        #expect(try DecisionPoint(rulebookAt: path).warnings.isEmpty)
    }

    @Test func runsThem() throws {
        try write("B", to: "b.yaml")
        #expect(try DecisionPoint.test(rulebookAt: path).failedCount == 0)
    }

    @Test(
        "a filter keeps cases by their titles, or those of their files", arguments: [("b CASE", 1), ("a", 2), ("B", 1)])
    func filters(_ text: String, _ count: Int) throws {
        let point = try DecisionPoint(rulebookAt: path)
        try folder.write("", to: "unused")
        let files = ["A", "B"].map {
            SourceFile(
                name: $0, text: "tests: \($0)\ncases: [{case: \($0) case, when: {coupon.issue: {count: 11, value: 5}}}]"
            )
        }
        #expect(try point.test(files, filter: text).results.count == count)
    }

    @Test func saysWhereThereAreNone() throws {
        try FileManager.default.removeItem(atPath: "\(path)/tests")
        #expect { try TestDirectory().read(path) } throws: { error in
            guard case .noSuchFile? = error as? LeewayError else { return false }
            return true
        }
        #expect { try DecisionPoint(rulebookAt: path).test([], filter: "x") } throws: { error in
            guard case .invalidRequest? = error as? LeewayError else { return false }
            return true
        }
    }

    @Test func limits() throws {
        for name in ["b.yaml", "c.yaml"] { try write("B", to: name) }
        var limits = RulebookDirectory.Limits()
        limits.fileCountMax = 1
        #expect(throws: LeewayError.self) { try TestDirectory(limits: limits).read(path) }
        limits = .standard
        limits.fileByteCountMax = 8
        #expect(throws: LeewayError.self) { try TestDirectory(limits: limits).read(path) }
    }
}
