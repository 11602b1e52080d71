import CEL

/// Whose figure it is: the values of a measure's key.
struct StateKey: Hashable, Sendable {
    let values: [CELValue]
}
