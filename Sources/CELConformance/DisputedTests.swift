/// Tests of the suite that this project holds to be wrong; they run and count as failed like any other.
package enum DisputedTests {
    /// The reasons by the ids of the tests.
    package static let reasons: [String: String] = [:]
}
