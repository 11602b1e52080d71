/// What checking found out about the nodes of a tree.
final class Facts: Sendable {
    /// The types of nodes by their ids.
    let types: NodeTable<CELType>
    /// What names and calls stand for; a name without an entry is a loop's variable.
    let references: NodeTable<Reference>
    /// What string literals were read as; few are read as anything else.
    let conversions: [Int: CELValue]
    /// The facts that nodes read as one: a variable, or fields of records down from one.
    let attributes: NodeTable<Attribute>

    init(
        types: NodeTable<CELType>, references: NodeTable<Reference>, conversions: [Int: CELValue],
        attributes: NodeTable<Attribute>
    ) {
        self.types = types
        self.references = references
        self.conversions = conversions
        self.attributes = attributes
    }

    /// The path that a node reads as one fact: a variable, or fields of records down from one.
    func attributePath(of expression: CELExpression) -> CELAttributePath? { attributes[expression.id]?.path }
}
