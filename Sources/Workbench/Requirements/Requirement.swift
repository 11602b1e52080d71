public import SourceText

/// Something that a document demands of the company, which the rulebook carries out.
public struct Requirement: Sendable {
    /// Its name, such as `A-057`; sources of standards name it.
    public let id: String
    /// What is demanded, in the register's words.
    public let title: String
    /// What carries it out besides the standards and tests whose source names it.
    public let carriers: [Carrier]
    /// Where it stands.
    public let range: SourceRange

    /// A part of the rulebook, or of what is made of it, that the register names itself.
    public struct Carrier: Sendable {
        /// What kind of part it is.
        public let kind: Kind
        /// Its name.
        public let name: String
        /// Which part of it, such as a chapter; empty for the whole.
        public let part: String
        /// Where it is named.
        public let range: SourceRange
    }

    /// What can carry out a requirement.
    public enum Kind: String, CaseIterable, Sendable {
        /// A standard, whatever it asks.
        case standard
        /// A check of the rulebook itself.
        case lint
        /// A document that is made of the rulebook.
        case document
        /// A test.
        case test
        /// A phrase set.
        case phrases
        /// A knob.
        case setting
        /// A calendar.
        case calendar
    }
}

/// What some documents demand, so that nothing of it is forgotten.
public struct RequirementRegister: Sendable {
    /// What it lists, for people.
    public let title: String
    /// The requirements, in written order.
    public let requirements: [Requirement]
    /// The text.
    public let file: SourceFile
}
