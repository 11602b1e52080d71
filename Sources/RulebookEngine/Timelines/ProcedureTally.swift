import CEL

/// How far the procedure under one key has come.
struct ProcedureTally: Sendable, Equatable {
    /// The steps that have come, a bit each.
    var seen: UInt64 = 0
    /// The latest step; nil where none has come.
    var position: Int?
    /// What nobody knows: whether an event was one of the steps.
    var gap: CELUnknown?
}
