import JSONSyntax
import RulebookModel

/// A member to write.
///
/// A class, so that a row borrows it instead of copying its parts.
final class MemberProgram: Sendable {
    /// Where its name lies in the names of the mapping.
    let place: JSONNameTable.Place
    /// The name by which rules know it, for messages: `customer.tier`.
    let path: String
    let type: FactType
    let hasDefault: Bool
    let value: ValueProgram
    /// Whether a text of a row is a text of the event as it is.
    let keepsTexts: Bool
    /// Whether a number of a row is a number of the event as it is.
    let keepsNumbers: Bool
    /// Whether a number of a row is a time.
    let isInstant: Bool
    /// Whether a text of a row is one.
    let isTime: Bool
    let isTranslated: Bool

    init(place: JSONNameTable.Place, path: String, type: FactType, hasDefault: Bool, value: ValueProgram) {
        self.place = place
        self.path = path
        self.type = type
        self.hasDefault = hasDefault
        self.value = value
        keepsTexts = type.isWritten
        keepsNumbers = type.keepsNumbers(value.reading)
        isInstant = type.isInstant(value.reading)
        isTime = if case .timestamp = type { true } else { false }
        isTranslated = !value.translations.isEmpty
    }
}
