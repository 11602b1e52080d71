/// A part of a chapter.
public indirect enum HandbookBlock: Hashable, Sendable {
    /// Words in a row.
    case paragraph(HandbookText, Tone)
    /// A word in front and what it says: `Why: …`.
    case item(label: String, HandbookText)
    /// Points, each perhaps with points of its own.
    case list(label: String, [Point])
    /// Points in their order.
    case steps(label: String, [HandbookText])
    /// Rows and columns.
    case table(HandbookTable)
    /// Words to be said, in quotes.
    case speech(label: String, HandbookText, Speech)
    /// A heading within a chapter.
    case heading(HandbookText)
    /// A standard, whole.
    case rule(HandbookRule)

    /// How a paragraph is meant.
    public enum Tone: Hashable, Sendable {
        /// As the rest.
        case plain
        /// What the chapter is about.
        case lead
        /// For those who look closer.
        case small
    }

    /// What is to be done with words.
    public enum Speech: Hashable, Sendable {
        /// They are said.
        case say
        /// They are said where something is not possible.
        case instead
        /// They are never said.
        case avoid
    }

    /// A point of a list.
    public struct Point: Hashable, Sendable {
        /// What it says.
        public let text: HandbookText
        /// What belongs to it.
        public let points: [Point]

        init(_ text: HandbookText, _ points: [Point] = []) {
            self.text = text
            self.points = points
        }
    }
}

/// Rows and columns of a book.
public struct HandbookTable: Hashable, Sendable {
    /// How its columns share the width.
    public enum Shape: Hashable, Sendable {
        /// By what stands in them.
        case free
        /// The first takes most: it holds sentences.
        case wideFirst
    }

    /// What it shows; empty where that is plain.
    public let caption: HandbookText
    /// The headings of the columns.
    public let columns: [String]
    /// The cells; as many a row as there are columns.
    public let rows: [[HandbookText]]
    /// How its columns share the width.
    public var shape = Shape.free
}

/// A standard of a book.
public struct HandbookRule: Hashable, Sendable {
    /// Its name in the rulebook.
    public let id: String
    /// Its number in the book, such as `2.3`; empty where rules have none.
    public let number: String
    /// What people call it.
    public let title: HandbookText
    /// How much it matters and how binding it is, where that is not as usual.
    public let marks: [Mark]
    /// What it says.
    public let blocks: [HandbookBlock]

    /// A word beside a title.
    public struct Mark: Hashable, Sendable {
        /// The word.
        public let text: String
        /// Whether it warns.
        public let isAlarm: Bool
    }
}
