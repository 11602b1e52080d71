import CEL

/// How far the procedure under one key has come.
struct ProcedureTally: LivingTally {
    /// The number of the key's life in which it lies.
    var life: Int64 = 0
    /// The steps that have come, a bit each.
    var seen: UInt64 = 0
    /// The latest step; nil where none has come.
    var position: Int?
    /// What nobody knows: whether an event was one of the steps.
    var gap: CELUnknown?
    /// Whether nothing that is missing from the log belongs to it.
    var isWhole = false
    /// Whether the latest step is known, although earlier ones may be missing from the log.
    var isPositionKnown = false
}
