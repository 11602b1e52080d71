import JSONSyntax
import RulebookModel

/// A member to write.
///
/// A class, so that a row borrows it instead of copying its parts.
final class MemberProgram: Sendable {
    let name: JSONName
    /// The name by which rules know it, for messages: `customer.tier`.
    let path: String
    let type: FactType
    let hasDefault: Bool
    let value: ValueProgram

    init(name: JSONName, path: String, type: FactType, hasDefault: Bool, value: ValueProgram) {
        self.name = name
        self.path = path
        self.type = type
        self.hasDefault = hasDefault
        self.value = value
    }
}
