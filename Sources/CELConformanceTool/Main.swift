import ArgumentParser
import CELConformance
import Foundation

/// Runs the language's conformance suite.
@main
struct Main: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cel-conformance",
        abstract: "Run the conformance tests of the Common Expression Language.",
        discussion: """
            Each directory holds the suite as JSON, one file for each source file. Prints each test that fails, a \
            table by file, and the counts.

            Exit statuses:
              0   nothing failed
              1   a test failed
              64  wrong usage
              65  a file is not in the suite's format; the other files were run
              66  no such directory, or no JSON file in it, or a file cannot be read
            """)

    @Argument(help: ArgumentHelp("A directory of the suite; one named twice runs once.", valueName: "dir"))
    var directories: [String]

    @Option(help: ArgumentHelp("Run only tests whose id begins so; may be repeated.", valueName: "prefix"))
    var only: [String] = []

    @Flag(help: "Print the counts alone.")
    var quiet = false

    func run() throws {
        var faults: [SuiteFault] = []
        var report = ConformanceReport()
        for file in files(&faults) {
            do throws(SuiteFault) {
                let tests = try SuiteReader.read(file).filter { test in
                    only.isEmpty || only.contains { test.id.hasPrefix($0) }
                }
                if only.isEmpty || !tests.isEmpty {
                    report.run(tests, of: file.deletingPathExtension().lastPathComponent)
                }
            } catch {
                faults.append(error)
            }
        }
        for fault in faults { FileHandle.standardError.write(Data("cel-conformance: \(fault)\n".utf8)) }
        if faults.isEmpty && report.files.isEmpty {
            throw ValidationError("no test's id begins with \(only.joined(separator: " or "))")
        }
        print(quiet ? report.closingLine : report.text)
        throw status(report, faults)
    }

    /// The files of all directories, each once.
    private func files(_ faults: inout [SuiteFault]) -> [URL] {
        var files: [URL] = []
        var seen: Set<String> = []
        for directory in directories {
            let url = URL(filePath: directory, directoryHint: .isDirectory)
            guard seen.insert(url.resolvingSymlinksInPath().standardizedFileURL.path).inserted else { continue }
            do throws(SuiteFault) {
                files += try SuiteFolder(url).files
            } catch {
                faults.append(error)
            }
        }
        return files
    }

    private func status(_ report: ConformanceReport, _ faults: [SuiteFault]) -> ExitCode {
        if faults.contains(where: { $0.kind == .malformed }) { return ExitCode(65) }
        if !faults.isEmpty { return ExitCode(66) }
        return report.counts.failed > 0 ? ExitCode(1) : .success
    }
}
