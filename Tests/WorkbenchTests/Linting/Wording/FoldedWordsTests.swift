import Testing

@testable import Workbench

@Suite("Words are the same whatever their case and diacritics")
struct FoldedWordsTests {
    @Test(arguments: [
        ("Čim PREJ!", ["cim", "prej"]), ("ļoti īsā", ["loti", "isa"]), ("Чётко и т.д.", ["четко", "и", "т", "д"]),
        ("c\u{30C}im", ["cim"]), ("Straße", ["strasse"]), ("don’t don't", ["don", "t", "don", "t"]), ("", []),
        (" — ", []),
        ("10 Uhr", ["10", "uhr"]), ("ΣΊΣΥΦΟΣ", ["σισυφοσ"]), ("İ", ["i"]),
    ])
    func folds(_ text: String, to words: [String]) {
        #expect(FoldedWords(text).words.map(\.text) == words)
    }

    @Test func knowsThePlaces() {
        let text = "Naj čim prej, hitro"
        let bytes = Array(text.utf8)
        let words = FoldedWords(text).words
        #expect(words.map { String(decoding: bytes[$0.range], as: UTF8.self) } == ["Naj", "čim", "prej", "hitro"])
        #expect(words.map(\.isJoined) == [false, true, true, false])
    }
}
