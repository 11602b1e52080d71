/// Tests of the conformance suite that fail, each with the reason.
enum ConformanceGaps {
    private static let needsMatches = "`matches` waits for an engine of regular expressions in linear time"

    /// The reasons by the ids of the tests.
    static let reasons: [String: String] = [
        "block_ext/basic/call": needsMatches,
        "string/matches/basic": needsMatches,
        "string/matches/empty_arg": needsMatches,
        "string/matches/empty_target": needsMatches,
        "string/matches/re_alt": needsMatches,
        "string/matches/re_concat": needsMatches,
        "string/matches/re_rep": needsMatches,
        "string/matches/unicode": needsMatches,
        "string/matches/unicode_smp": needsMatches,
    ]
}
