/// Tests of the conformance suite that fail, each with the reason.
enum ConformanceGaps {
    static let reasons: [String: String] = [:]
}
