public import SourceText

/// How loud one check of the linter is to be, as a rulebook or one of its standards says: `vague-word: off`.
public struct LintSetting: Sendable {
    /// How loud a check is.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        /// It is not made.
        case off
        /// What it finds could be better.
        case note
        /// What it finds is probably not meant.
        case warning
        /// What it finds must be mended.
        case error
    }

    /// The name of the check, as it is written; whether there is one of that name, the linter knows.
    public let check: String
    /// How loud it is to be.
    public let level: Level
    /// The range of the name.
    public let range: SourceRange
}
