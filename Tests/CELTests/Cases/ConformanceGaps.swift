/// Tests of the conformance suite that fail, each with the reason.
enum ConformanceGaps {
    private static let needsMatches = "`matches` waits for an engine of regular expressions in linear time"

    /// The reasons by the ids of the tests.
    static let reasons: [String: String] = [:]
}
