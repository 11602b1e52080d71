public import SourceText

/// A company's service standards, read and checked: every name resolved, every condition typed, every value placed.
///
/// Only ``RulebookLoader`` makes one, and only from files without errors. A class, since it has many parts and is handed
/// on as a whole.
public final class Rulebook: Sendable {
    /// Its name.
    public let id: String
    /// Where the name stands.
    public let range: SourceRange
    /// Words for people.
    public let title: LocalizedText?
    /// Which version it is, as its author counts.
    public let version: String
    /// When it is in force.
    public let effective: EffectivePeriod
    /// The IANA zone in which dates are read.
    public let timeZone: String
    /// The currency of amounts that come without one.
    public let currency: Currency?
    /// What an action leads to that no standard lists.
    public let unlisted: UnlistedConsequence
    /// What can be spoken about.
    public let vocabulary: Vocabulary
    /// The knobs, in order of name.
    public let settings: [Setting]
    /// When business is open, in order of name.
    public let calendars: [BusinessCalendar]
    /// What can be said, in order of name.
    public let phrases: [PhraseSet]
    /// The facts that are measured over earlier events, in order of name.
    public let facts: [DerivedFact]
    /// The forms by which events are judged, in order of name.
    public let scorecards: [Scorecard]
    /// When what lies under some keys is over, in the order of the keys' names.
    public let lifetimes: [Lifetime]
    /// The standards, in order of id.
    public let standards: [Standard]
    /// What it says about the books that are made of it.
    public let handbook: HandbookOutline
    /// The languages in which texts are given.
    public let locales: [String]
    /// How loud the checks of the linter are to be, in written order.
    public let lint: [LintSetting]
    /// Whether it says itself what an unlisted action leads to.
    public let saysUnlisted: Bool
    /// The files that it was read from: the root first, then the others in order of path.
    public let files: [SourceFile]
    /// The paths of the files, relative to the folder of the root, in the order of ``files``.
    public let paths: [String]
    /// `sha256:` and the digest of all files, names and contents, in order of name.
    public let digest: String
    /// The names and types that conditions can use, whatever the event.
    package let symbols: RulebookSymbols
    /// What listens for the phrase sets.
    package let phraseIndex: SharedPhraseIndex

    init(
        id: String, range: SourceRange, title: LocalizedText?, version: String, effective: EffectivePeriod,
        timeZone: String, currency: Currency?, unlisted: UnlistedConsequence, vocabulary: Vocabulary,
        settings: [Setting], calendars: [BusinessCalendar], phrases: [PhraseSet], facts: [DerivedFact],
        scorecards: [Scorecard], lifetimes: [Lifetime], standards: [Standard], handbook: HandbookOutline,
        locales: [String], lint: [LintSetting], saysUnlisted: Bool, files: [SourceFile], paths: [String],
        digest: String, symbols: RulebookSymbols, phraseIndex: SharedPhraseIndex
    ) {
        self.id = id
        self.range = range
        self.title = title
        self.version = version
        self.effective = effective
        self.timeZone = timeZone
        self.currency = currency
        self.unlisted = unlisted
        self.vocabulary = vocabulary
        self.settings = settings
        self.calendars = calendars
        self.phrases = phrases
        self.facts = facts
        self.scorecards = scorecards
        self.lifetimes = lifetimes
        self.standards = standards
        self.handbook = handbook
        self.locales = locales
        self.lint = lint
        self.saysUnlisted = saysUnlisted
        self.files = files
        self.paths = paths
        self.digest = digest
        self.symbols = symbols
        self.phraseIndex = phraseIndex
    }
}

/// What an action leads to that no standard lists.
public enum UnlistedConsequence: Hashable, Sendable {
    /// It may go ahead.
    case allow
    /// It needs a reason.
    case justify
    /// Somebody of this role may approve.
    case escalate(role: String)
    /// It is refused.
    case deny
}
