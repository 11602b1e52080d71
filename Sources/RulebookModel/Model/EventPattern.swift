public import SourceText

/// What became of a standard at an event, as a pattern names it.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// It was kept.
    case met
    /// It was not kept.
    case missed
    /// The policy was passed within discretion.
    case discretion
    /// A declared exception applied.
    case excused
    /// A fact was missing.
    case undetermined
}

/// Which events something is about: a choice of types, each perhaps with conditions.
public struct EventPattern: Sendable {
    /// One way to match: an event of this type for which every condition holds.
    public struct Alternative: Sendable {
        /// The type's name.
        public let type: String
        /// Conditions that must all hold; empty for every event of the type.
        public let conditions: [Condition]
        /// The standard whose verdict at such an event is meant; nil for the event itself.
        public let verdict: VerdictTest?

        /// One way to match.
        public init(type: String, conditions: [Condition], verdict: VerdictTest? = nil) {
            self.type = type
            self.conditions = conditions
            self.verdict = verdict
        }
    }

    /// A choice of verdicts of one standard.
    public struct VerdictTest: Sendable {
        /// The standard's id.
        public let standard: String
        /// The verdicts, any of which will do.
        public let verdicts: [Verdict]
        /// Where the standard is named.
        public let range: SourceRange
    }

    /// The ways to match, in written order; names are resolved.
    public let alternatives: [Alternative]
    /// Where it is written.
    public let range: SourceRange

    /// The pattern as people name it: as it was written, where that is a name; else its types.
    public var text: String {
        let written = range.text
        return written.utf8.count <= 64 && written.unicodeScalars.allSatisfy { $0 != "\n" && $0 != "{" && $0 != "[" }
            ? written : types.joined(separator: " or ")
    }

    /// Where it first names a verdict; nil where it names events only.
    public var verdictRange: SourceRange? { alternatives.lazy.compactMap(\.verdict?.range).first }

    /// The types that can match, each once, in order of name.
    public var types: [String] {
        alternatives.count == 1 ? [alternatives[0].type] : Array(Set(alternatives.map(\.type))).sorted()
    }
}
