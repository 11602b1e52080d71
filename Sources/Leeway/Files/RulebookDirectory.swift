/// Reads rulebooks from folders and files.
public struct RulebookDirectory: Sendable {
    /// What came of reading a rulebook.
    public struct Reading: Sendable {
        /// The versions of the rulebook; nil where something in them is wrong.
        public let versions: RulebookVersions?
        /// Errors and warnings about its texts.
        public let diagnostics: DiagnosticCollector
        /// How many files were read.
        public let fileCount: Int

        /// The newest version; nil where something is wrong.
        public var rulebook: Rulebook? { versions?.newest }
    }

    /// How much is read at most.
    public struct Limits: Hashable, Sendable {
        /// Versions of one rulebook.
        public var versionCountMax = 100
        /// YAML files of one version.
        public var fileCountMax = 1_000
        /// Entries of one folder.
        public var entryCountMax = 10_000
        /// Folders inside each other.
        public var depthMax = 8
        /// Bytes of one file.
        public var fileByteCountMax = 8 << 20
        /// Bytes of all files together.
        public var totalByteCountMax = 64 << 20

        /// The limits used where none are stated.
        public static let standard = Limits()

        /// Makes the standard limits, to be changed one by one.
        public init() {}
    }

    /// The names that the root file of a folder may have, the first that exists being taken.
    public static let rootNames = ["rulebook.yaml", "rulebook.yml"]
    /// Folders that hold no part of a rulebook: their files are never read.
    static let foldersPassedOver: Set<String> = ["tests"]

    /// The register that may lie beside a rulebook and is no part of it; see ``RequirementReader``.
    public static let registerName = "requirements.yaml"

    /// How much is read at most.
    public let limits: Limits

    /// Makes a reader.
    public init(limits: Limits = .standard) {
        self.limits = limits
    }

    /// Loads a rulebook.
    ///
    /// - Parameter path: a folder that holds `rulebook.yaml`, or a folder of such folders, one a version, or a
    ///   rulebook's file.
    /// - Returns: the rulebook through time, and warnings about it.
    /// - Throws: ``LeewayError/invalid(path:diagnostics:)`` where something in it is wrong.
    public static func load(_ path: String) throws(LeewayError) -> (versions: RulebookVersions, warnings: [Diagnostic])
    {
        let reading = try RulebookDirectory().read(path)
        guard let versions = reading.versions else {
            throw .invalid(path: path, diagnostics: reading.diagnostics)
        }
        return (versions, reading.diagnostics.sorted)
    }

    /// Reads a rulebook, with everything that is wrong with it.
    ///
    /// - Parameter path: a folder that holds `rulebook.yaml`, or a folder of such folders, one a version, or a
    ///   rulebook's file. Names of files begin with it.
    /// - Returns: the versions, where there is no error in them, and everything that was found.
    /// - Throws: where files are absent, unreadable or over the limits; what is wrong inside them is returned.
    public func read(_ path: String) throws(LeewayError) -> Reading {
        guard let kind = try FileSystem.kind(of: path) else { throw .noSuchFile(path: path, help: nil) }
        var diagnostics = DiagnosticCollector()
        var rulebooks: [Rulebook] = []
        var fileCount = 0
        let places = kind == .folder ? try versionFolders(in: path) : [path]
        for place in places {
            let (rulebook, count) = try readVersion(place, kind, &diagnostics)
            if let rulebook { rulebooks.append(rulebook) }
            fileCount += count
        }
        // Versions are compared only where all can be read.
        let versions =
            rulebooks.count == places.count ? RulebookVersions(rulebooks, diagnostics: &diagnostics) : nil
        return Reading(versions: versions, diagnostics: diagnostics, fileCount: fileCount)
    }

    /// The folder itself where a rulebook stands in it, else those in it that each hold one.
    private func versionFolders(in path: String) throws(LeewayError) -> [String] {
        if try Self.holdsRulebook(path) { return [path] }
        var found: [String] = []
        for name in try FileSystem.names(in: path, countMax: limits.entryCountMax)
        where !Self.foldersPassedOver.contains(name) {
            let folder = FileSystem.join(path, name)
            guard FileSystem.ownKind(of: folder) == .folder, try Self.holdsRulebook(folder) else { continue }
            guard found.count < limits.versionCountMax else {
                throw .tooLarge(path: path, limit: "a rulebook has at most \(limits.versionCountMax) versions")
            }
            found.append(folder)
        }
        guard found.isEmpty else { return found }
        throw .noSuchFile(
            path: FileSystem.join(path, Self.rootNames[0]),
            help: "a rulebook's folder holds this file, or one folder a version that does")
    }

    private static func holdsRulebook(_ folder: String) throws(LeewayError) -> Bool {
        for name in rootNames where try FileSystem.kind(of: FileSystem.join(folder, name)) != nil { return true }
        return false
    }

    private func readVersion(
        _ path: String, _ kind: FileSystem.Kind, _ diagnostics: inout DiagnosticCollector
    ) throws(LeewayError) -> (rulebook: Rulebook?, fileCount: Int) {
        var walk = RulebookFolder(limits: limits)
        switch kind {
        case .folder: try walk.read(folder: path)
        case .file, .symbolicLink: try walk.read(file: path)
        case .stream: throw .cannotRead(path: path, reason: "a rulebook is a file or a folder")
        }
        guard let root = walk.root else { throw .noSuchFile(path: path, help: nil) }
        let rulebook = RulebookLoader.load(RulebookFiles(root: root, others: walk.others), diagnostics: &diagnostics)
        if let rulebook, kind == .folder {
            let used = Set(rulebook.files)
            for (path, file) in walk.others.sorted(by: { $0.key < $1.key })
            where !used.contains(file) && path != Self.registerName {
                diagnostics.add(.unusedFile(path, root: root, at: file))
            }
        }
        for outside in walk.linksOutside { diagnostics.add(.linkOutside(outside, root: root)) }
        return (rulebook, rulebook?.files.count ?? walk.fileCount)
    }
}
