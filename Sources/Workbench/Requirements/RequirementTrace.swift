public import RulebookModel
public import SourceText

/// What of a register a rulebook carries out, where, and what it does not.
public struct RequirementTrace: Sendable {
    /// Something that carries out a requirement.
    public struct Evidence: Sendable {
        /// What kind of part it is.
        public let kind: Requirement.Kind
        /// Its name.
        public let name: String
        /// Which body a standard has, or which part of a document it is; else empty.
        public let detail: String
        /// Where it stands; nil for what is made of the rulebook.
        public let range: SourceRange?
        /// What a person must judge; empty unless it is a standard that asks a person.
        public let questions: [String]

        /// Whether nothing but a person can tell whether it is kept.
        public var isManual: Bool { !questions.isEmpty }
    }

    /// A requirement and what carries it out, in the order: standards, phrase sets, tests, the rest.
    public struct Row: Sendable {
        /// The requirement.
        public let requirement: Requirement
        /// What carries it out.
        public let evidence: [Evidence]
    }

    /// The register.
    public let register: RequirementRegister
    /// The rulebook.
    public let rulebook: Rulebook
    /// Each requirement, in the order of the register.
    public let rows: [Row]

    /// The requirements that nothing carries out.
    public var open: [Requirement] { rows.filter(\.evidence.isEmpty).map(\.requirement) }
    /// How many are carried out by persons' judgement alone.
    public var manualCount: Int { rows.count { !$0.evidence.isEmpty && $0.evidence.allSatisfy(\.isManual) } }
}
