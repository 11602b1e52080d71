internal import Foundation

/// Expected outputs, kept as files beside the tests.
///
/// `RECORD_GOLDEN=1` rewrites them, and the run that recorded fails: read the difference before committing it.
public enum Golden {
    /// What differs from the expected output; nil where nothing does.
    ///
    /// - Parameters:
    ///   - actual: what the code under test made.
    ///   - path: the file, from the repository's `Tests` folder: `ReportingTests/Golden/empty.txt`.
    /// - Returns: the first line that differs, or that the file was recorded; nil when the bytes are the same.
    /// - Throws: what writing the file throws, when recording.
    public static func difference(of actual: [UInt8], from path: String) throws -> String? {
        let file = repositoryRoot.appending(path: "Tests").appending(path: path)
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(actual).write(to: file)
            return "recorded \(path): read it, then run without RECORD_GOLDEN"
        }
        guard let expected = try? Data(contentsOf: file) else {
            return "\(path) does not exist: run with RECORD_GOLDEN=1"
        }
        guard Array(expected) != actual else { return nil }
        let expectedLines = lines(Array(expected))
        let actualLines = lines(actual)
        for (number, (expectedLine, actualLine)) in zip(expectedLines, actualLines).enumerated()
        where expectedLine != actualLine {
            return "\(path):\(number + 1)\n  expected: \(expectedLine)\n  actual:   \(actualLine)"
        }
        return "\(path): \(expectedLines.count) lines expected, \(actualLines.count) made"
    }

    private static func lines(_ bytes: [UInt8]) -> [Substring] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    }
}
