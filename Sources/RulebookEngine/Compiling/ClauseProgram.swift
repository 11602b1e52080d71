/// A clause made ready to run.
struct ClauseProgram: Sendable {
    let label: String?
    let program: ConditionProgram
}
