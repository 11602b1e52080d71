import Foundation

/// How much random testing is done: an ordinary run, or as many cases as `LEEWAY_PROPERTY_CASES` says.
enum PropertyCases {
    /// The (rulebook, event) cases of an ordinary run.
    static let ordinaryCount = 12_000

    /// The cases of this run.
    static let count =
        ProcessInfo.processInfo.environment["LEEWAY_PROPERTY_CASES"].flatMap { Int($0) } ?? ordinaryCount

    /// The seeds of a law of which an ordinary run tries so many.
    static func seeds(_ ordinary: Int) -> [UInt64] {
        (0..<max(ordinary, ordinary * count / ordinaryCount)).map { UInt64($0) }
    }
}
