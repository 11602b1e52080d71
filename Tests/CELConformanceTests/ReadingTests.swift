import CELConformance
import TestSupport
import Testing

@Suite("A file that is not in the format is refused, with the place")
struct ReadingTests {
    private static let good = SuiteSample.passing

    @Test(
        arguments: [
            ("", "1:1"),
            ("[]", "1:1: expected an object, found a list"),
            ("{}", "1:1: `sections` is missing"),
            (#"{"sections": [{"tests": 1}]}"#, "1:25: expected a list, found a number"),
            (#"{"sections": [{"tests": [{"id": "a"}]}]}"#, "is missing"),
            (SuiteSample.file([good, good]), "2:1: the id `t/s/passes` stands twice"),
            (SuiteSample.file([SuiteSample.test("a", "1", "{}")]), "nothing is expected"),
            (SuiteSample.file([SuiteSample.test("a", "1", #"{"mood": "good"}"#)]), "`mood` is no expectation"),
            (SuiteSample.file([SuiteSample.test("a", "1", #"{"value": {"int": 1}}"#)]), "found a number"),
            (SuiteSample.file([SuiteSample.test("a", "1", #"{"value": {"int": "9223372036854775808"}}"#)]), "range"),
            (SuiteSample.file([SuiteSample.test("a", "1", #"{"value": {"uint": "-1"}}"#)]), "`-1` is no whole number"),
            (SuiteSample.file([SuiteSample.test("a", "1", #"{"value": {"double": "0x1"}}"#)]), "`0x1` is no double"),
            (SuiteSample.file([SuiteSample.test("a", "1", #"{"value": {"bytes": "?"}}"#)]), "expected base64"),
            (SuiteSample.file([SuiteSample.test("a", "1", #"{"value": {"colour": "red"}}"#)]), "`colour` is no kind"),
            (SuiteSample.file([SuiteSample.test("a", "1", #"{"value": {}}"#)]), "an object with one key, found 0"),
            (SuiteSample.file([SuiteSample.test("a", "1", #"{"value": {"map": [[{"int": "1"}]]}}"#)]), "list of two"),
        ] as [(String, String)])
    func refuses(_ text: String, _ says: String) throws {
        let folder = try TemporaryFolder()
        try folder.write(text, to: "t.json")
        let file = try SuiteFolder(folder.url).files[0]
        do throws(SuiteFault) {
            let tests = try SuiteReader.read(file)
            Issue.record("read \(tests.count) tests")
        } catch {
            #expect(error.kind == .malformed)
            #expect("\(error)".contains(says), "\(error)")
        }
    }

    @Test func readsKeysThatItDoesNotKnowAndSectionsWithoutTests() throws {
        let folder = try TemporaryFolder()
        let test = SuiteSample.test("a", "1", #"{"value": {"int": "1"}}"#, #""mood": 1"#)
        try folder.write(#"{"sections": [{"tests": []}, {"tests": [\#(test)]}]}"#, to: "t.json")
        #expect(try SuiteReader.read(SuiteFolder(folder.url).files[0]).map(\.id) == ["t/s/a"])
    }
}
