/// What checking found out about the nodes of a tree.
final class Facts: Sendable {
    /// The types of nodes by their ids.
    let types: [Int: CELType]
    /// What names and calls stand for; a name without an entry is a loop's variable.
    let references: [Int: Reference]
    /// What string literals were read as.
    let conversions: [Int: CELValue]

    init(types: [Int: CELType], references: [Int: Reference], conversions: [Int: CELValue]) {
        self.types = types
        self.references = references
        self.conversions = conversions
    }
}
