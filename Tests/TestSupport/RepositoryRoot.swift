public import Foundation

/// The folder that holds `Package.swift`, found from this file's own place.
public let repositoryRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// A file or folder of the shared suites and data beside the checkout, or nil where they are absent.
///
/// Tests that read it are skipped without it: `@Test(.enabled(if: sharedResource("data/…") != nil, "…"))`.
public func sharedResource(_ path: String) -> URL? {
    let place =
        ProcessInfo.processInfo.environment["LEEWAY_SHARED"].map { URL(filePath: $0) }
        ?? repositoryRoot.deletingLastPathComponent().appending(path: "shared")
    let url = place.appending(path: path)
    return FileManager.default.fileExists(atPath: url.path) ? url : nil
}
