import TestSupport
import Testing

@testable import RulebookModel

@Suite("A text is heard as words, whatever its spelling")
struct SpokenTextTests {
    @Test(arguments: [
        ("That's NOT my job", ["that's", "not", "my", "job"]),
        ("that’s not  my\tjob", ["that's", "not", "my", "job"]),
        ("‘that`s’", ["that's"]),
        ("rock 'n' roll", ["rock", "n", "roll"]),
        ("Čim prej, ŠE danes!", ["cim", "prej", "se", "danes"]),
        ("C\u{30C}im", ["cim"]),
        ("ļoti īsā laikā", ["loti", "isa", "laika"]),
        ("Здравствуйте, ещё ЁЖ", ["здравствуите", "еще", "еж"]),
        ("ὈΔΥΣΣΕΎΣ", ["οδυσσευσ"]),
        ("Straße, STRASSE, Œuvre, Łódź, Ørsted, Đorđe", ["strasse", "strasse", "oeuvre", "lodz", "orsted", "dorde"]),
        ("e-mail 24/7 3.5 %", ["e", "mail", "24", "7", "3", "5"]),
        ("soft\u{AD}hyphen zero\u{200B}width", ["softhyphen", "zerowidth"]),
        ("ｆｕｌｌ ＷＩＤＴＨ", ["full", "width"]),
        ("退款 ok", ["退", "款", "ok"]),
        ("İstanbul Iğdır", ["istanbul", "igdir"]),
        ("𝐛𝐨𝐥𝐝", ["𝐛𝐨𝐥𝐝"]), ("!? … 👍🏽", []), ("", []),
    ])
    func splits(_ text: String, _ words: [String]) {
        let spoken = SpokenText(text)
        #expect(spoken.words.map { spoken.text(of: $0) } == words)
        for word in spoken.words {
            let bytes = Array(text.utf8)[word.place]
            let alone = SpokenText(String(decoding: bytes, as: UTF8.self))
            #expect(alone.words.map { alone.text(of: $0) } == [spoken.text(of: word)], "its place is its own")
        }
    }

    @Test(arguments: [
        ("Next! Please wait. It costs 3.50 EUR", ["next", "wait", "eur"]),
        ("See www.example.org. Bye", ["org", "bye"]),
        ("Oh… well", ["oh", "well"]),
        ("one\ntwo", ["one", "two"]), ("He said \"no.\" Then", ["no", "then"]),
        ("退款。谢谢", ["款", "谢"]),
    ])
    func endsSentences(_ text: String, _ last: [String]) {
        let spoken = SpokenText(text)
        #expect(spoken.words.filter(\.endsSentence).map { spoken.text(of: $0) } == last)
        #expect(spoken.words.filter(\.beginsSentence).count == last.count)
    }

    @Test(arguments: [
        ("You said \"not my job\" yesterday", ["not", "my", "job"]),
        ("On je rekel: „ni moje delo“.", ["ni", "moje", "delo"]),
        ("Вы сказали «не моя работа»", ["не", "моя", "работа"]), ("a \" b", []), ("\"all of it is quoted\"", []),
        ("“one” two “three", ["one"]),
    ])
    func quotations(_ text: String, _ quoted: [String]) {
        let spoken = SpokenText(text)
        #expect(spoken.words.filter(\.isQuoted).map { spoken.text(of: $0) } == quoted)
    }

    @Test("any text is split without a crash, and each word stands where it is said to", arguments: 0..<8)
    func anyText(_ seed: UInt64) {
        var random = RandomSource(seed: seed)
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0xA0...0x24F, 0x300...0x36F, 0x400...0x4FF, 0x1E00...0x20CF, 0x3000...0x30FF, 0xFE00...0xFFEF,
            0x1F300...0x1F6FF, 0x0...0x10FFFF,
        ]
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<random.below(40) {
                let range = random.pick(ranges)
                let value = range.lowerBound + UInt32(random.below(Int(range.upperBound - range.lowerBound) + 1))
                Unicode.Scalar(value).map { text.unicodeScalars.append($0) }
            }
            let spoken = SpokenText(text)
            var end = 0
            for word in spoken.words {
                #expect(word.place.lowerBound >= end && !word.letters.isEmpty, "\(text.debugDescription)")
                end = word.place.upperBound
                let alone = SpokenText(String(decoding: Array(text.utf8)[word.place], as: UTF8.self))
                #expect(alone.words.map { alone.text(of: $0) } == [spoken.text(of: word)], "\(text.debugDescription)")
            }
            #expect(end <= text.utf8.count)
        }
    }
}
