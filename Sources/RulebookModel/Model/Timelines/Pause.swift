/// A stretch in which a clock stands still.
public struct Pause: Sendable {
    /// The event that begins it.
    public let from: EventPattern
    /// The event that ends it.
    public let to: EventPattern
}

/// What gives more time, where it comes while there still is some.
public struct LimitExtension: Sendable {
    /// The event that extends the limit.
    public let by: EventPattern
    /// The limit that holds then, from the trigger on.
    public let to: Deadline
}
