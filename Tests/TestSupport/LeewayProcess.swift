public import Foundation

/// Runs the tool as people do, with arguments that no shell touches.
///
/// - Parameters:
///   - arguments: what follows `leeway`.
///   - folder: the working directory; the repository's root by default.
///   - input: what it reads from standard input.
///   - environment: variables beside those of the tests; `NO_COLOR` is set unless they say otherwise.
/// - Returns: what it printed, and how it ended.
/// - Throws: where it cannot be started.
public func runLeeway(
    _ arguments: [String], in folder: URL = repositoryRoot, input: Data = Data(), environment: [String: String] = [:]
) throws -> ProgramRun {
    let quoted = arguments.map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    return try runShell(
        "exec leeway " + quoted.joined(separator: " "), in: folder, input: input, environment: environment)
}

/// A folder that is there as long as the object.
public final class TemporaryFolder: Sendable {
    /// Where it is.
    public let url: URL

    /// Makes an empty folder.
    public init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "leeway-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    /// Writes a file, with the folders on its path.
    public func write(_ bytes: Data, to path: String) throws {
        let place = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: place)
    }

    /// Writes a text file, with the folders on its path.
    public func write(_ text: String, to path: String) throws { try write(Data(text.utf8), to: path) }

    deinit { try? FileManager.default.removeItem(at: url) }
}
