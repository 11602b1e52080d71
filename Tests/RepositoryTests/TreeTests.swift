import Foundation
import TestSupport
import Testing

@Suite("The tree stays as its readers expect it")
struct TreeTests {
    @Test("the top level holds what was asked for and what convention needs")
    func topLevel() throws {
        let allowed: Set = [
            "Package.swift", "Sources", "Tests", "Policies", "Examples", "README.md", "CHANGELOG.md", "LICENSE",
            "Makefile",
        ]
        let found = try FileManager.default.contentsOfDirectory(atPath: repositoryRoot.path)
            .filter { !$0.hasPrefix(".") && $0 != "Package.resolved" }
        #expect(Set(found) == allowed)
    }

    @Test("no folder is named for what does not fit elsewhere")
    func folders() {
        let strays: Set = ["Utils", "Utilities", "Helpers", "Managers", "Misc", "Common", "Extensions"]
        let found = swiftFiles(in: "Sources").flatMap { $0.split(separator: "/").map(String.init) }
        #expect(strays.intersection(found).isEmpty)
    }

    @Test("no two folders of the sources differ only by case, and none is left with a placeholder")
    func names() throws {
        let folders = Set(swiftFiles(in: "Sources").map { $0.split(separator: "/").dropLast().joined(separator: "/") })
        #expect(Set(folders.map { $0.lowercased() }).count == folders.count)
        #expect(
            !(swiftFiles(in: "Sources") + swiftFiles(in: "Tests")).contains { $0.lowercased().contains("placeholder") })
    }

    @Test("a source file tells one story, in at most 500 lines")
    func lengths() throws {
        let long = try swiftFiles(in: "Sources").filter { path in
            let text = try String(contentsOf: repositoryRoot.appending(path: "Sources/\(path)"), encoding: .utf8)
            return text.split(separator: "\n", omittingEmptySubsequences: false).count > 500
        }
        #expect(long == [])
    }

    @Test("nothing that is committed names a path of one machine")
    func paths() throws {
        let marks = ["/home/", "/Users/", "/root/", "/tmp/"]
        for folder in ["Sources", "Policies", "Examples"] {
            for path in files(in: folder) where !path.contains(".build") {
                let url = repositoryRoot.appending(path: "\(folder)/\(path)")
                guard let text = try? String(contentsOf: url, encoding: .utf8) else { continue }
                for mark in marks { #expect(!text.contains(mark), "\(folder)/\(path) names \(mark)") }
            }
        }
    }

    @Test("every policy says what it is, and how to try it")
    func policies() throws {
        let folders = policyFolders()
        #expect(folders.count >= 6)
        for folder in folders {
            #expect(
                FileManager.default.fileExists(atPath: repositoryRoot.appending(path: "\(folder)/README.md").path),
                "\(folder) has no README.md")
        }
    }

    private func swiftFiles(in folder: String) -> [String] { files(in: folder).filter { $0.hasSuffix(".swift") } }

    private func files(in folder: String) -> [String] {
        let url = repositoryRoot.appending(path: folder)
        let all = FileManager.default.enumerator(atPath: url.path)?.allObjects as? [String] ?? []
        return all.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: url.appending(path: path).path, isDirectory: &isFolder)
                && !isFolder.boolValue && !path.contains(".build/")
        }.sorted()
    }
}
