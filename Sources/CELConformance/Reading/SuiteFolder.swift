package import Foundation

/// A folder of the suite: one file of JSON for each source file.
package struct SuiteFolder: Sendable {
    /// The files, in the order of their names.
    package let files: [URL]

    /// Lists the files of a folder whose names end in `.json`.
    ///
    /// - Throws: a fault of kind `noSuchInput` where there is no such folder or no such file in it.
    package init(_ url: URL) throws(SuiteFault) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder), isFolder.boolValue else {
            throw SuiteFault(kind: .noSuchInput, path: url.relativePath, place: nil, message: "no such directory")
        }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path) else {
            throw SuiteFault(kind: .unreadable, path: url.relativePath, place: nil, message: "cannot be listed")
        }
        let wanted = names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted()
        guard !wanted.isEmpty else {
            throw SuiteFault(
                kind: .noSuchInput, path: url.relativePath, place: nil, message: "no file in it ends in .json")
        }
        files = wanted.map { url.appending(path: $0) }
    }
}
