/// The YAML files below a folder, as many and as large as the limits allow.
struct RulebookFolder {
    private(set) var root: SourceFile?
    /// By path relative to the root's folder.
    private(set) var others: [String: SourceFile] = [:]
    /// Links to files elsewhere, which are not read.
    private(set) var linksOutside: [String] = []
    private var byteCount = 0
    private let limits: RulebookDirectory.Limits

    init(limits: RulebookDirectory.Limits) { self.limits = limits }

    /// How many files were read.
    var fileCount: Int { others.count + (root == nil ? 0 : 1) }

    /// Reads a folder with its root file.
    mutating func read(folder: String) throws(LeewayError) {
        for name in RulebookDirectory.rootNames {
            let path = FileSystem.join(folder, name)
            guard try FileSystem.kind(of: path) != nil else { continue }
            root = try readFile(path)
            try readOthers(in: folder, except: name)
            return
        }
    }

    /// Reads one file, and those beside it only where it includes some.
    mutating func read(file: String) throws(LeewayError) {
        let file = file
        let source = try readFile(file)
        root = source
        guard String(decoding: source.utf8, as: UTF8.self).contains("include") else { return }
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") : "."
        try readOthers(in: folder.isEmpty ? "/" : folder, except: parts.last.map(String.init) ?? file)
    }

    private mutating func readOthers(in folder: String, except rootName: String) throws(LeewayError) {
        guard let home = FileSystem.resolved(folder) else { return }
        // A file given by its bare name is reported, like those beside it, without `./`.
        try readOthers(
            in: folder, shown: folder == "." ? "" : folder, relative: "", depth: 1, home: home, except: rootName)
    }

    private mutating func readOthers(
        in folder: String, shown: String, relative: String, depth: Int, home: String, except rootName: String?
    ) throws(LeewayError) {
        guard depth <= limits.depthMax else {
            throw .tooLarge(path: folder, limit: "folders may be nested \(limits.depthMax) deep")
        }
        for name in try FileSystem.names(in: folder, countMax: limits.entryCountMax) where name != rootName {
            let path = FileSystem.join(folder, name)
            let shownPath = shown.isEmpty ? name : FileSystem.join(shown, name)
            let own = relative.isEmpty ? name : "\(relative)/\(name)"
            switch FileSystem.ownKind(of: path) {
            case .folder where !RulebookDirectory.foldersPassedOver.contains(name):
                try readOthers(
                    in: path, shown: shownPath, relative: own, depth: depth + 1, home: home, except: nil)
            case .file where Self.isYAML(name): others[own] = try readFile(path, shown: shownPath)
            case .symbolicLink where Self.isYAML(name):
                // Folders behind links are never entered, so that no loop can arise.
                guard try FileSystem.kind(of: path) == .file else { continue }
                if FileSystem.resolved(path)?.hasPrefix(FileSystem.join(home, "")) == true {
                    others[own] = try readFile(path, shown: shownPath)
                } else {
                    linksOutside.append(own)
                }
            default: continue
            }
        }
    }

    private mutating func readFile(_ path: String, shown: String? = nil) throws(LeewayError) -> SourceFile {
        guard fileCount < limits.fileCountMax else {
            throw .tooLarge(path: path, limit: "a rulebook has at most \(limits.fileCountMax) files")
        }
        guard try FileSystem.kind(of: path) == .file else {
            throw .cannotRead(path: path, reason: "it is not a file")
        }
        let bytes = try FileSystem.contents(of: path, byteCountMax: limits.fileByteCountMax)
        byteCount += bytes.count
        guard byteCount <= limits.totalByteCountMax else {
            throw .tooLarge(path: path, limit: "a rulebook has at most \(limits.totalByteCountMax) bytes")
        }
        return SourceFile(name: shown ?? path, utf8: bytes)
    }

    private static func isYAML(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }
}
