import Foundation
import TestSupport
import Testing

@Suite("The tool cel-conformance")
struct ToolTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(SuiteSample.file([SuiteSample.passing]), to: "good/a.json")
        try folder.write(SuiteSample.file([SuiteSample.skipped]), to: "good/b.json")
        try folder.write("no suite", to: "good/README.md")
        try folder.write(SuiteSample.file([SuiteSample.failing]), to: "bad/c.json")
        try folder.write("", to: "broken/empty.json")
        try folder.write(SuiteSample.file([SuiteSample.passing]), to: "broken/good.json")
        try folder.write("nothing", to: "nothing/readme.txt")
    }

    private func run(_ arguments: String) throws -> ProgramRun {
        try runShell("exec cel-conformance \(arguments)", in: folder.url)
    }

    @Test(
        "exit statuses",
        arguments: [
            ("good", 0), ("good good ./good/", 0), ("bad", 1), ("good bad", 1), ("broken", 65), ("bad broken", 65),
            ("absent", 66), ("nothing", 66), ("good/a.json", 66), ("good absent", 66), ("", 64), ("--bogus good", 64),
            ("--help", 0), ("good --only t/s/p", 0), ("bad --only t/s/p", 64), ("good --quiet", 0),
        ] as [(String, Int32)])
    func status(_ arguments: String, _ status: Int32) throws {
        let run = try run(arguments)
        #expect(run.status == status, "\(run.output)\(run.errors)")
    }

    @Test("prints failures, a table and the counts; a directory named twice runs once")
    func report() throws {
        let run = try run("good bad good")
        #expect(
            run.output == """
                FAILED t/s/fails
                    1 + 1
                    expected  2u
                    got       2

                file    passed   failed  skipped
                a            1        0        0
                b            0        0        1
                c            0        1        0
                total        1        1        1

                1 passed, 1 failed, 1 skipped

                """)
        #expect(run.errors == "")
    }

    @Test("prints the counts alone where it is to be quiet")
    func quiet() throws { #expect(try run("good bad --quiet").output == "1 passed, 1 failed, 1 skipped\n") }

    @Test("says which file is wrong and where, and runs the others")
    func broken() throws {
        let run = try run("broken absent")
        #expect(run.status == 65)
        #expect(run.output.hasSuffix("1 passed, 0 failed, 0 skipped\n"))
        #expect(run.errors.contains("broken/empty.json:1:1: "))
        #expect(run.errors.contains("absent: no such directory"))
    }

    @Test("a file that cannot be read ends with 66")
    func unreadable() throws {
        try folder.write("{}", to: "closed/a.json")
        let path = folder.url.appending(path: "closed/a.json").path
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        // Nothing is closed to the superuser; a directory in a file's place is to anybody.
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "closed/b.json"), withIntermediateDirectories: true)
        let run = try run("closed --quiet")
        #expect(run.errors.contains("b.json: cannot be read"))
        #expect(run.status == 66 || run.errors.contains("closed/a.json:1:1"))
    }
}
