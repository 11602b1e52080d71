public import SourceText

/// Which events something is about: a choice of types, each perhaps with conditions.
public struct EventPattern: Sendable {
    /// One way to match: an event of this type for which every condition holds.
    public struct Alternative: Sendable {
        /// The type's name.
        public let type: String
        /// Conditions that must all hold; empty for every event of the type.
        public let conditions: [Condition]
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

    /// The types that can match, each once, in order of name.
    public var types: [String] { Array(Set(alternatives.map(\.type))).sorted() }
}
