/// Steps that come one after another under one key.
public struct Procedure: Sendable {
    /// How strictly they follow one another.
    public enum Order: String, Hashable, Sendable, CaseIterable {
        /// Each step comes directly after the one before: none is left out, none comes twice, none comes too early.
        case strict
        /// A step comes only when all before it have come; it may come again.
        case relative
    }

    /// The most steps of one procedure.
    public static let stepCountMax = 63

    /// The steps, two or more.
    public let steps: [EventPattern]
    /// How strictly they follow one another.
    public let order: Order
}
