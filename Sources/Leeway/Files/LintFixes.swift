/// The safe changes that mend what the linter finds in rulebooks: looked at first, and written on demand.
public struct LintFixes: Sendable {
    /// The files that are to be other ones: as they were read, and as they are to be.
    public private(set) var changes: [(old: SourceFile, new: SourceFile)] = []
    /// How many findings they mend.
    public private(set) var mendedCount = 0

    /// Reads rulebooks and finds out what can be mended; one that does not load is left as it is.
    ///
    /// - Parameters:
    ///   - paths: the rulebooks' folders or files.
    ///   - house: the folder or file of a rulebook whose standards about rulebooks they are to keep.
    /// - Throws: where a rulebook's files are absent or cannot be read.
    public init(_ paths: [String], house: String? = nil) throws(LeewayError) {
        let rules = try house.map { path throws(LeewayError) in try RulebookDirectory.load(path).versions.newest }
        for path in paths {
            for rulebook in try RulebookDirectory().read(path).versions?.all ?? [] {
                let outcome = RulebookFixer().fix(rulebook, house: rules)
                changes += outcome.changes
                mendedCount += outcome.mendedCount
            }
        }
    }

    /// What would change, as `patch` reads it; empty where nothing would.
    public var difference: String {
        changes.map { UnifiedDiffRenderer().render(from: $0.old, to: $0.new) }.joined()
    }

    /// One line that sums up what was mended; empty where nothing was.
    public var summary: String {
        guard mendedCount > 0 else { return "" }
        return "mended \(mendedCount) finding\(mendedCount == 1 ? "" : "s") in "
            + "\(changes.count) file\(changes.count == 1 ? "" : "s")\n"
    }

    /// Writes the changed files, each as a whole.
    ///
    /// - Throws: ``LeewayError/cannotWrite(path:reason:)`` where one of them is another than was read, before any is
    ///   written; or where one cannot be written.
    public func write() throws(LeewayError) {
        for change in changes {
            let path = change.old.name
            let byteCountMax = RulebookDirectory.Limits.standard.fileByteCountMax
            let now = try FileSystem.contents(of: path, byteCountMax: byteCountMax)
            guard now == change.old.utf8 else {
                throw .cannotWrite(path: path, reason: "it was changed since it was read, so nothing is written")
            }
        }
        for change in changes { try FileSystem.replace(change.old.name, with: change.new.utf8) }
    }
}
