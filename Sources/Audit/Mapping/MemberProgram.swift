import JSONSyntax
import RulebookModel

/// A member to write.
struct MemberProgram: Sendable {
    let name: JSONName
    /// The name by which rules know it, for messages: `customer.tier`.
    let path: String
    let type: FactType
    let hasDefault: Bool
    let value: ValueProgram
}
