/// Reads rulebooks from folders and files.
public struct RulebookDirectory: Sendable {
    /// What came of reading a rulebook.
    public struct Reading: Sendable {
        /// The rulebook; nil where something in it is wrong.
        public let rulebook: Rulebook?
        /// Errors and warnings about its texts.
        public let diagnostics: DiagnosticCollector
        /// How many files were read.
        public let fileCount: Int
    }

    /// How much is read at most.
    public struct Limits: Hashable, Sendable {
        /// YAML files of one rulebook.
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

    /// How much is read at most.
    public let limits: Limits

    /// Makes a reader.
    public init(limits: Limits = .standard) {
        self.limits = limits
    }

    /// Loads a rulebook.
    ///
    /// - Parameter path: a folder that holds `rulebook.yaml`, or a rulebook's file.
    /// - Returns: the rulebook, and warnings about it.
    /// - Throws: ``LeewayError/invalid(path:diagnostics:)`` where something in it is wrong.
    public static func load(_ path: String) throws(LeewayError) -> (rulebook: Rulebook, warnings: [Diagnostic]) {
        let reading = try RulebookDirectory().read(path)
        guard let rulebook = reading.rulebook else {
            throw .invalid(path: path, diagnostics: reading.diagnostics)
        }
        return (rulebook, reading.diagnostics.sorted)
    }

    /// Reads a rulebook, with everything that is wrong with it.
    ///
    /// - Parameter path: a folder that holds `rulebook.yaml`, or a rulebook's file. Names of files begin with it.
    /// - Returns: the rulebook, where there is no error in it, and everything that was found.
    /// - Throws: where files are absent, unreadable or over the limits; what is wrong inside them is returned.
    public func read(_ path: String) throws(LeewayError) -> Reading {
        guard let kind = try FileSystem.kind(of: path) else { throw .noSuchFile(path: path, help: nil) }
        var walk = RulebookFolder(limits: limits)
        switch kind {
        case .folder: try walk.read(folder: path)
        case .file, .symbolicLink: try walk.read(file: path)
        case .stream: throw .cannotRead(path: path, reason: "a rulebook is a file or a folder")
        }
        guard let root = walk.root else {
            throw .noSuchFile(
                path: FileSystem.join(path, Self.rootNames[0]), help: "a rulebook's folder holds this file")
        }
        var diagnostics = DiagnosticCollector()
        let rulebook = RulebookLoader.load(RulebookFiles(root: root, others: walk.others), diagnostics: &diagnostics)
        if let rulebook, kind == .folder {
            let used = Set(rulebook.files)
            for (path, file) in walk.others.sorted(by: { $0.key < $1.key }) where !used.contains(file) {
                diagnostics.add(.unusedFile(path, root: root, at: file))
            }
        }
        for outside in walk.linksOutside { diagnostics.add(.linkOutside(outside, root: root)) }
        return Reading(rulebook: rulebook, diagnostics: diagnostics, fileCount: rulebook?.files.count ?? walk.fileCount)
    }
}
