import CEL
import RulebookModel
import Synchronization

/// The program of all expressions that say the same.
///
/// Plain comparisons are asked as tests: their programs run where a fact is unknown, or for an explanation, and are
/// planned when they first do.
final class ExpressionPlan: Sendable {
    private let form: ConditionForm
    private let compilation: Compilation
    private let made = AtomicLazyReference<CELProgram>()

    /// A program that is planned when it first runs, and then kept.
    ///
    /// - Parameters:
    ///   - form: what it is a program of.
    ///   - compilation: what has the table of all slots by then, with those of everything that the expression reads.
    init(of form: ConditionForm, in compilation: Compilation) {
        self.form = form
        self.compilation = compilation
    }

    /// A program that is there.
    init(_ program: CELProgram, of form: ConditionForm, in compilation: Compilation) {
        self.form = form
        self.compilation = compilation
        _ = made.storeIfNil(program)
    }

    /// What runs.
    var program: CELProgram {
        if let known = made.load() { return known }
        var slots = compilation.slots
        let count = slots.count
        let program = form.environment.program(for: form.checked, slots: &slots)
        precondition(slots.count == count, "the table has a slot for all that the expression reads")
        // Of two threads that made one, both take that of the first.
        return made.storeIfNil(program)
    }
}
