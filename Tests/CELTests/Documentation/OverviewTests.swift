import Foundation
import TestSupport
import Testing

@Suite("The overview of the module leads to all of its public types")
struct OverviewTests {
    @Test func namesEach() throws {
        let folder = repositoryRoot.appending(path: "Sources/CEL").resolvingSymlinksInPath()
        let paths = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        let declaration = try Regex(
            "(?m)^public (indirect |final )?(struct|class|enum|protocol|typealias) ([A-Za-z]+)",
            as: (Substring, Substring?, Substring, Substring).self)
        let declared = try paths.filter { $0.hasSuffix(".swift") }.flatMap { path in
            try String(contentsOf: folder.appending(path: path), encoding: .utf8).matches(of: declaration)
                .map { String($0.output.3) }
        }
        let named = try Article("Sources/CEL/CEL.docc/CEL.md").lines.filter { $0.text.hasPrefix("- ``") }
            .map { $0.text.dropFirst(2).filter { $0 != "`" } }
        #expect(declared.count > 40)
        #expect(Set(declared).subtracting(named).sorted() == [], "not in the topics")
        #expect(Set(named).subtracting(declared).sorted() == [], "no such type")
        #expect(Set(named).count == named.count)
    }
}
