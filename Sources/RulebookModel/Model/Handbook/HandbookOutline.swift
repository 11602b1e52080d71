public import SourceText

/// What a rulebook says about the books that are made of it: their chapters, and words for names that have no title.
public struct HandbookOutline: Sendable {
    /// A chapter, or a section of one.
    public struct Chapter: Sendable {
        /// Its name, such as `telephone`.
        public let id: String
        /// Its heading; nil where the books have one of their own for its name.
        public let title: LocalizedText?
        /// What stands below the heading.
        public let text: LocalizedText?
        /// The ids of its standards, in the order of the book.
        public let standards: [String]
        /// The roles for whom it is; empty for everybody.
        public let roles: [String]
        /// Its parts, each with standards of its own.
        public let sections: [Chapter]
        /// Where its name is written.
        public let range: SourceRange

        /// The ids of its standards and of those of its sections.
        public var allStandards: [String] { standards + sections.flatMap(\.allStandards) }
    }

    /// The chapters, in the order of the book; empty where the files are the chapters.
    public let chapters: [Chapter]
    /// The ids of all standards, by the files as they are included, and then as they are written.
    public let order: [String]
    /// Words for roles, entities, values and clauses, by the name that the rulebook gives them.
    public let words: [String: LocalizedText]
    /// Where it is written; nil where it is not.
    public let range: SourceRange?
}
