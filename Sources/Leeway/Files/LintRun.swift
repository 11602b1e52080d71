/// What is wrong, or probably not meant, in some rulebooks.
public struct LintRun: Sendable {
    /// Everything found, rulebook by rulebook in the order given, then by file and position.
    public private(set) var diagnostics: [Diagnostic] = []
    /// How many files were read.
    public private(set) var fileCount = 0
    /// How many standards the rulebooks without errors hold.
    public private(set) var standardCount = 0
    /// Errors, also those that are not listed because there are too many.
    public private(set) var errorCount = 0
    /// Warnings.
    public var warningCount: Int { diagnostics.count { $0.severity == .warning } }
    private var omittedCount = 0

    /// Reads rulebooks and lints those that can be loaded.
    ///
    /// - Parameters:
    ///   - paths: the rulebooks' folders or files.
    ///   - house: the folder or file of a rulebook whose standards about rulebooks they are to keep.
    /// - Throws: where a rulebook's files are absent or cannot be read; what is wrong inside them is gathered.
    public init(_ paths: [String], house: String? = nil) throws(LeewayError) {
        let rules = try house.map { path throws(LeewayError) in try RulebookDirectory.load(path).versions.newest }
        for path in paths {
            let reading = try RulebookDirectory().read(path)
            var found = reading.diagnostics
            for rulebook in reading.versions?.all ?? [] {
                found.add(contentsOf: Linter().lint(rulebook, house: rules))
                standardCount += rulebook.standards.count
            }
            diagnostics += found.sorted
            errorCount += found.errorCount
            omittedCount += found.omittedCount
            fileCount += reading.fileCount
        }
    }

    /// One line that sums up: what was found, and in how much.
    public var summary: String {
        let adviceCount = diagnostics.count { $0.severity == .advice }
        let counts = [
            (errorCount, "error", "errors"), (warningCount, "warning", "warnings"),
            (adviceCount, "piece of advice", "pieces of advice"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        let found = counts.isEmpty ? "no problems" : counts.joined(separator: ", ")
        let files = "\(fileCount) file\(fileCount == 1 ? "" : "s")"
        let standards = "\(standardCount) standard\(standardCount == 1 ? "" : "s")"
        let omitted = omittedCount > 0 ? "; \(omittedCount) more not shown" : ""
        return errorCount > 0 ? "\(found) in \(files)\(omitted)\n" : "\(found) in \(files), \(standards)\(omitted)\n"
    }
}
