import Foundation

/// How much random testing is done: an ordinary run, or as many cases as `LEEWAY_PROPERTY_CASES` says, behind as many as
/// `LEEWAY_PROPERTY_SKIPPED` says, so that a long run can be cut into parts.
enum PropertyCases {
    /// The (rulebook, event) cases of an ordinary run.
    static let ordinaryCount = 12_000

    /// The cases of this run.
    static let count = number("LEEWAY_PROPERTY_CASES") ?? ordinaryCount
    /// The cases that were tried before.
    static let skippedCount = number("LEEWAY_PROPERTY_SKIPPED") ?? 0

    /// The seeds of a law of which an ordinary run tries so many.
    static func seeds(_ ordinary: Int) -> [UInt64] {
        let first = ordinary * skippedCount / ordinaryCount
        return (first..<first + max(ordinary, ordinary * count / ordinaryCount)).map { UInt64($0) }
    }

    private static func number(_ name: String) -> Int? {
        ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
    }
}
