import Foundation
import Leeway
import TestSupport
import Testing

@Suite("A rulebook is read from a folder or a file, and nothing beside it slips in or out")
struct RulebookDirectoryTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("rulebook: house\ninclude: parts/*.yaml\n", to: "house/rulebook.yaml")
        try folder.write("roles: [agent, supervisor]\n", to: "house/parts/roles.yaml")
    }

    private func path(_ name: String) -> String { folder.url.appending(path: name).path }

    private func codes(_ reading: RulebookDirectory.Reading) -> [String] {
        reading.diagnostics.sorted.map(\.code.rawValue)
    }

    @Test("files are named as the path was given")
    func names() throws {
        let reading = try RulebookDirectory().read(path("house"))
        #expect(
            reading.rulebook?.files.map(\.name)
                == [path("house/rulebook.yaml"), path("house/parts/roles.yaml")])
        #expect(reading.rulebook?.vocabulary.roles == ["agent", "supervisor"])
        #expect(codes(reading) == [])
        #expect(reading.fileCount == 2)
        let slash = try RulebookDirectory().read(path("house") + "/")
        #expect(slash.rulebook?.digest == reading.rulebook?.digest)
    }

    @Test("the root's file may be given instead of its folder")
    func file() throws {
        let folderReading = try RulebookDirectory().read(path("house"))
        let fileReading = try RulebookDirectory().read(path("house/rulebook.yaml"))
        #expect(fileReading.rulebook?.digest == folderReading.rulebook?.digest)
    }

    @Test("the digest is the same wherever the folder lies")
    func digest() throws {
        let first = try RulebookDirectory().read(path("house")).rulebook?.digest
        try FileManager.default.copyItem(atPath: path("house"), toPath: path("copy"))
        #expect(try RulebookDirectory().read(path("copy")).rulebook?.digest == first)
        // The root's own path sorts before and after those of its parts.
        for name in ["a", "z"] {
            try FileManager.default.copyItem(atPath: path("house"), toPath: path(name))
            let files = RulebookFiles(
                root: SourceFile(
                    name: "\(name).yaml",
                    utf8: Array(try Data(contentsOf: URL(filePath: path("\(name)/rulebook.yaml"))))),
                others: [
                    "parts/roles.yaml": SourceFile(
                        name: "x", utf8: Array(try Data(contentsOf: URL(filePath: path("\(name)/parts/roles.yaml")))))
                ])
            var diagnostics = DiagnosticCollector()
            #expect(RulebookLoader.load(files, diagnostics: &diagnostics)?.digest == first)
        }
        try folder.write("roles: [agent]\n", to: "copy/parts/roles.yaml")
        #expect(try RulebookDirectory().read(path("copy")).rulebook?.digest != first)
    }

    @Test("a file that no include names gives a warning; tests, hidden and other files give none")
    func unused() throws {
        try folder.write("roles: [boss]\n", to: "house/spare.yml")
        try folder.write("- a test\n", to: "house/tests/first.yaml")
        try folder.write("roles: [boss]\n", to: "house/.hidden.yaml")
        try folder.write("# House\n", to: "house/README.md")
        let reading = try RulebookDirectory().read(path("house"))
        #expect(codes(reading) == ["RD0101"])
        #expect(reading.diagnostics.sorted.first?.range.file.name == path("house/spare.yml"))
        #expect(try RulebookDirectory.load(path("house")).warnings.count == 1)
    }

    @Test("links out of the folder are not followed; links inside are")
    func links() throws {
        try folder.write("entities: {agent: {role: role}}\n", to: "outside.yaml")
        let link = path("house/parts/outside.yaml")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path("outside.yaml"))
        let reading = try RulebookDirectory().read(path("house"))
        #expect(codes(reading) == ["RD0102"])
        #expect(reading.rulebook?.vocabulary.entities.isEmpty == true)
        try FileManager.default.removeItem(atPath: link)
        try folder.write("entities: {agent: {role: role}}\n", to: "house/shared/agent.yaml")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path("house/shared/agent.yaml"))
        #expect(try RulebookDirectory().read(path("house")).rulebook?.vocabulary.entity("agent") != nil)
    }

    @Test("a folder behind a link is never entered, so that no loop can arise")
    func loop() throws {
        try FileManager.default.createSymbolicLink(atPath: path("house/again"), withDestinationPath: path("house"))
        #expect(try RulebookDirectory().read(path("house")).rulebook != nil)
    }

    @Test("what is absent is named")
    func absent() throws {
        for name in ["missing", "house/parts"] {
            do throws(LeewayError) {
                _ = try RulebookDirectory().read(path(name))
                Issue.record("\(name) was read")
            } catch {
                guard case .noSuchFile(let found, _) = error else {
                    Issue.record("\(error)")
                    continue
                }
                #expect(found.hasPrefix(path(name)))
            }
        }
    }

    @Test("errors in the texts are thrown together")
    func invalid() throws {
        try folder.write("roles: [agent]\nentites: {}\n", to: "house/parts/roles.yaml")
        try folder.write("standards: 7\n", to: "house/parts/standards.yaml")
        do throws(LeewayError) {
            _ = try RulebookDirectory.load(path("house"))
            Issue.record("it was loaded")
        } catch {
            guard case .invalid(_, let diagnostics) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(diagnostics.errorCount == 2)
            #expect(error.description.contains("did you mean `entities`?"))
        }
    }

    /// A limit that the folder is over.
    enum Limit: CaseIterable {
        case files
        case bytes
        case bytesOfOne
        case depth
        case entries

        func narrow(_ limits: inout RulebookDirectory.Limits) {
            switch self {
            case .files: limits.fileCountMax = 1
            case .bytes: limits.totalByteCountMax = 60
            case .bytesOfOne: limits.fileByteCountMax = 8
            case .depth: limits.depthMax = 1
            case .entries: limits.entryCountMax = 1
            }
        }
    }

    @Test("folders and files over the limits are refused", arguments: Limit.allCases)
    func limits(_ limit: Limit) throws {
        var limits = RulebookDirectory.Limits.standard
        limit.narrow(&limits)
        do throws(LeewayError) {
            _ = try RulebookDirectory(limits: limits).read(path("house"))
            Issue.record("it was read")
        } catch {
            guard case .tooLarge = error else {
                Issue.record("\(error)")
                return
            }
        }
    }
}
