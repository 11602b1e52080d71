import CEL
import JSONSyntax
import RulebookModel

/// How a field's value is looked at: the common types, in a form that holds no reference.
package struct FieldForm: @unchecked Sendable {
    // Sendable since what it points to never changes.
    enum Kind: UInt8 {
        case bool, int, decimal, amount, text, word, instant
    }

    let kind: Kind
    /// The field; its layout keeps it.
    let field: Unmanaged<FieldLayout>
    /// The digits behind the point of an amount.
    let fractionDigits: UInt8
    /// Where the value goes among the facts, or −1.
    let place: Int32
    /// The words that the field may say; its program keeps them.
    let words: Unmanaged<FieldWords>?
    /// The number of a currency.
    let currency: Int32
    /// The bounds of a whole number.
    let low: Int64
    let high: Int64
}

/// The words that a field may say, each with the fact that it is.
final class FieldWords: Sendable {
    let table: MemberTable
    let facts: [Peek]

    init(_ table: MemberTable, _ values: [CELValue]) {
        self.table = table
        facts = values.map { Peek($0) }
    }
}
