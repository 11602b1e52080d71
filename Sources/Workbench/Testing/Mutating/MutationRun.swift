/// What came of the mutants of a rulebook: how many of them its tests notice.
public struct MutationRun: Sendable {
    /// The mutants that some case noticed.
    public let killedCount: Int
    /// The mutants that no case noticed, by file and place.
    public let survivors: [Mutant]
    /// The changes that make no rulebook, and count nowhere.
    public let invalidCount: Int

    /// The mutants that make a rulebook.
    public var count: Int { killedCount + survivors.count }
    /// The share that was noticed, in tenths of a percent, rounded down; a rulebook without mutants has all noticed.
    public var permille: Int { count == 0 ? 1000 : killedCount * 1000 / count }
}
