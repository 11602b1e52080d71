import CEL
import RulebookModel

/// An expression made ready to run, with what it came from.
///
/// A class, since what it came from has many parts and is not looked at while deciding.
final class ExpressionProgram: Sendable {
    let source: ConditionExpression
    let program: CELProgram
    /// The slots that it reads, each once, ascending.
    let slots: [Int]

    init(source: ConditionExpression, program: CELProgram, slots: [Int]) {
        self.source = source
        self.program = program
        self.slots = slots
    }
}
