/// Finds the tests that lie beside a rulebook: the YAML files of its folder `tests`.
public struct TestDirectory: Sendable {
    /// The folder's name.
    public static let folderName = "tests"

    /// How much is read at most.
    public let limits: RulebookDirectory.Limits

    /// Makes a reader.
    public init(limits: RulebookDirectory.Limits = .standard) { self.limits = limits }

    /// Reads the texts of tests.
    ///
    /// - Parameter path: the rulebook's folder, or its file.
    /// - Returns: the files, in order of name; those of folders inside after those beside them.
    /// - Throws: ``LeewayError`` where there are none, or where one cannot be read or is over the limits.
    public func read(_ path: String) throws(LeewayError) -> [SourceFile] {
        let files = try readIfAny(path)
        guard !files.isEmpty else {
            throw .noSuchFile(
                path: FileSystem.join(try folder(of: path), "*.yaml"),
                help: "tests of a rulebook lie beside it, in the folder `tests`")
        }
        return files
    }

    /// Reads the texts of tests, of which there may be none.
    ///
    /// - Parameter path: the rulebook's folder, or its file.
    /// - Returns: the files, in the order of ``read(_:)``.
    /// - Throws: ``LeewayError`` where one cannot be read or is over the limits.
    public func readIfAny(_ path: String) throws(LeewayError) -> [SourceFile] {
        let tests = try folder(of: path)
        var files: [SourceFile] = []
        if try FileSystem.kind(of: tests) == .folder { try read(tests, depth: 1, into: &files) }
        return files
    }

    /// The folder that holds the tests of a rulebook.
    private func folder(of path: String) throws(LeewayError) -> String {
        let home = try home(of: path)
        return home == "." ? Self.folderName : FileSystem.join(home, Self.folderName)
    }

    func home(of path: String) throws(LeewayError) -> String {
        guard let kind = try FileSystem.kind(of: path) else { throw .noSuchFile(path: path, help: nil) }
        guard kind != .folder else { return path }
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private func read(_ folder: String, depth: Int, into files: inout [SourceFile]) throws(LeewayError) {
        guard depth <= limits.depthMax else {
            throw .tooLarge(path: folder, limit: "folders may be nested \(limits.depthMax) deep")
        }
        let names = try FileSystem.names(in: folder, countMax: limits.entryCountMax)
        var folders: [String] = []
        for name in names {
            let path = FileSystem.join(folder, name)
            switch FileSystem.ownKind(of: path) {
            // Folders behind links are never entered, so that no loop can arise.
            case .folder: folders.append(path)
            case .file where Self.isYAML(name), .symbolicLink where Self.isYAML(name):
                guard try FileSystem.kind(of: path) == .file else { continue }
                guard files.count < limits.fileCountMax else {
                    throw .tooLarge(path: path, limit: "a rulebook has at most \(limits.fileCountMax) files of tests")
                }
                let bytes = try FileSystem.contents(of: path, byteCountMax: limits.fileByteCountMax)
                files.append(SourceFile(name: path, utf8: bytes))
            default: continue
            }
        }
        for folder in folders { try read(folder, depth: depth + 1, into: &files) }
    }

    private static func isYAML(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }
}
