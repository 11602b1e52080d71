import Foundation
import Leeway
import TestSupport
import Testing

@Suite("What is mended is written only over what was read")
struct LintFixesTests {
    private let folder: TemporaryFolder
    private let text = "rulebook: counter\nlint: {missing-fallbck: off}\nevents: {answered: }\n"

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(text, to: "rulebook.yaml")
    }

    private var file: URL { folder.url.appending(path: "rulebook.yaml") }
    private func content() throws -> String { try String(contentsOf: file, encoding: .utf8) }

    @Test("links and permissions stay")
    func writes() throws {
        let link = folder.url.appending(path: "link.yaml")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
        let fixes = try LintFixes([link.path])
        #expect(fixes.summary == "mended 1 finding in 1 file\n")
        try fixes.write()
        #expect(try content() == text.replacing("fallbck", with: "fallback"))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
    }

    @Test("a file that somebody changed meanwhile is not written over, and no other file is either")
    func refusesWhatChanged() throws {
        try folder.write("include: more.yaml\n" + text, to: "rulebook.yaml")
        try folder.write(
            "phrases: {no: {en: {match: [\"no problem\", never], except: [\"no problem\"]}}}\n", to: "more.yaml")
        let fixes = try LintFixes([folder.url.path])
        #expect(fixes.changes.count == 2)
        let before = try content()
        try folder.write("phrases: {no: {en: [never]}}\n", to: "more.yaml")
        #expect {
            try fixes.write()
        } throws: { error in
            "\(error)".contains("it was changed since it was read")
        }
        #expect(try content() == before)
    }

    @Test("where nothing can be mended there is nothing to show")
    func nothing() throws {
        try folder.write("rulebook: counter\nevents: {answered: }\n", to: "rulebook.yaml")
        let fixes = try LintFixes([folder.url.path])
        #expect(fixes.changes.isEmpty && fixes.difference == "" && fixes.summary == "")
    }
}
