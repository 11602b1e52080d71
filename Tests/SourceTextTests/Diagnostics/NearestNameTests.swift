import SourceText
import Testing

@Suite("The nearest name is the one that was probably meant")
struct NearestNameTests {
    @Test(
        arguments: [
            ("goodwil", "goodwill"), ("goodwlil", "goodwill"), ("Goodwill", "goodwill"), ("refnd", "refund"),
            ("x", nil), ("", nil), ("budget", nil), ("goodwill", nil),
        ] as [(String, String?)])
    func finds(_ name: String, nearest: String?) {
        #expect(nearestName(to: name, among: ["refund", "goodwill"]) == nearest)
    }

    @Test func tiesGoByTheAlphabet() {
        #expect(nearestName(to: "cat", among: ["bat", "cab", "car"]) == "bat")
        #expect(nearestName(to: "cat", among: ["car", "cab", "bat"]) == "bat")
    }
}
