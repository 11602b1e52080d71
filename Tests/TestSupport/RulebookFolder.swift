import Foundation
public import SourceText

/// The YAML files below a folder of the repository, by path relative to it.
///
/// - Parameter folder: relative to the repository's root, such as `Policies/airline`.
/// - Returns: the files, tests of a rulebook left out.
/// - Throws: what reading a file throws.
public func yamlFiles(in folder: String) throws -> [String: SourceFile] {
    let root = repositoryRoot.appending(path: folder)
    let found = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
    var files: [String: SourceFile] = [:]
    for path in found.sorted() where path.hasSuffix(".yaml") && !path.hasPrefix("tests/") {
        let bytes = try Data(contentsOf: root.appending(path: path))
        files[path] = SourceFile(name: "\(folder)/\(path)", utf8: Array(bytes))
    }
    return files
}

/// The folders of `Policies` that hold a rulebook, relative to the repository's root, in order.
public func policyFolders() -> [String] {
    let root = repositoryRoot.appending(path: "Policies")
    let all = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
    return all.filter { $0.hasSuffix("/rulebook.yaml") }.map { "Policies/" + $0.dropLast("/rulebook.yaml".count) }
        .sorted()
}
