import CEL
import RulebookModel

/// A comparison in a rulebook that one field of an event can tip: the values on both sides, computed from the other
/// facts, tell where an answer may change.
struct Threshold: Sendable {
    /// The side with the field.
    let left: ExpressionSide
    /// The other side.
    let right: ExpressionSide
    /// Whether the other side reads the field too.
    let rightReads: Bool
    /// Whether the left side is the field itself.
    let isDirect: Bool

    /// The texts on the other side, where the field itself is compared with them.
    func texts(_ frame: CELFrame) -> [CELValue] {
        guard isDirect, !rightReads else { return [] }
        let side = right.evaluate(frame)
        let values = if case .list(let list) = side { list.elements } else { [side] }
        return values.filter { if case .string = $0 { true } else { false } }
    }
}
