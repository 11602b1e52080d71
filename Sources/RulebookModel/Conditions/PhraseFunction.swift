/// What conditions ask of the words of an event: `says("greeting")`.
///
/// To the expression language each is a record with one field for each phrase set, so that a name that nobody knows is
/// found while reading, and a frame holds what was heard once for all conditions.
package enum PhraseFunction: String, CaseIterable, Sendable {
    /// Whether an expression of the set is in the text.
    case says
    /// Whether every word of the text belongs to expressions of the set.
    case saysOnly
    /// How many times expressions of the set are in the text.
    case timesSaid

    /// The field that holds what was said.
    package static let textField = "text"
    /// The field that holds the language in which it was said, where events have it.
    package static let localeField = "locale"

    /// The type of the answer.
    var type: FactType {
        switch self {
        case .says, .saysOnly: .bool
        case .timesSaid: .int
        }
    }
}
