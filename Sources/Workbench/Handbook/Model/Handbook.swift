/// A book made of a rulebook, ready to be set: the same for every form.
///
/// It is a pure function of the rulebook, its tests, the role and the language: the same inputs give the same book.
public struct Handbook: Sendable {
    /// A chapter.
    public struct Chapter: Hashable, Sendable {
        /// Its name, for links.
        public let id: String
        /// Its number, counted from 1; nil where it has none.
        public let number: Int?
        /// Its heading.
        public let title: HandbookText
        /// What stands in it.
        public let blocks: [HandbookBlock]
    }

    /// Which book it is.
    public let kind: HandbookKind
    /// The language, a BCP 47 tag.
    public let language: String
    /// What kind of book it is, in words.
    public let kindTitle: String
    /// What it is about: the rulebook's title.
    public let title: HandbookText
    /// For whom it is.
    public let audience: String
    /// What identifies it: version, period, digest.
    public let imprint: [(label: String, value: HandbookText)]
    /// What a reader must know before reading: texts that are not in the language, tests that fail.
    public let notices: [String]
    /// How the book is to be read; nil where that is plain.
    public let guide: String?
    /// The heading of the list of chapters.
    public let contentsTitle: String
    /// The chapters; of cards, each is a page of its own.
    public let chapters: [Chapter]
    /// The language's signs around spoken words.
    public let quotes: (open: String, close: String)
    /// What stands at the foot of each page: the rulebook's name, version and the beginning of its digest.
    public let footer: String
    /// The digest of the rulebook, whole.
    public let digest: String
}
