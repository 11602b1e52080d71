public import RulebookModel
public import SourceText

/// Why a standard said what it said about an event.
public struct Explanation: Sendable {
    /// A fact as it was read.
    public struct FactReading: Hashable, Sendable {
        /// Its path, such as `customer.tier`.
        public let name: String
        /// Its value as people write it; private facts are masked.
        public let value: String
    }

    /// A clause that decided.
    public struct ClauseTrace: Sendable {
        /// The name that the author gave it.
        public let label: String?
        /// The condition as it was written.
        public let text: String
        /// Where it stands.
        public let place: SourceRange
        /// The facts that it read, in order of name.
        public let facts: [FactReading]
        /// What it came to.
        public let truth: Truth
        /// The words of the event that made it so, as they were written.
        public var quotes: [String] = []

        /// What a clause comes to.
        public enum Truth: Hashable, Sendable {
            /// It holds; what is measured could be computed.
            case holds
            /// It does not hold.
            case doesNotHold
            /// A fact is missing.
            case unknown
            /// It could not be computed, and why.
            case failed(String)
        }

        /// The name, or the condition where it has none.
        public var title: String { label ?? text }
    }

    /// The standard.
    public let standard: Standard
    /// How the event stands to it.
    public let status: FindingStatus
    /// What it asks for.
    public let effect: Effect
    /// What decided, in one sentence: lower case, no period.
    public let message: String
    /// The clauses that decided; for a kept standard, those that were asked.
    public let clauses: [ClauseTrace]
    /// What the customer may hear instead, where it is not met.
    public let instead: [SpokenAdvice]
    /// The facts that are missing, in order of name, where the standard is undetermined.
    public let missing: [String]

    /// Every fact that decided, each once, in the order of the clauses.
    public var facts: [FactReading] {
        if clauses.count == 1 { return clauses[0].facts }
        var seen: Set<String> = []
        return clauses.flatMap(\.facts).filter { seen.insert($0.name).inserted }
    }
}
