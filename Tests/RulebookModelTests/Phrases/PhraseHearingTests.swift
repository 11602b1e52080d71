import RulebookModel
import SourceText
import TestSupport
import Testing

@testable import RulebookModel

@Suite("Phrases are heard where they are said, and nowhere else")
struct PhraseHearingTests {
    /// What of the set `it` is heard in a text.
    static func heard(_ set: String, in text: String, name: String? = nil, locale: String? = nil) throws -> [String]? {
        let rulebook = try CareDesk.rulebook("phrases:\n  it: \(set)\n")
        let index = PhraseIndex(rulebook.phrases)
        let hearing = index.listen(to: text, values: index.slots.map { _ in name })
        guard case .heard(let words) = hearing.verdict(onSet: 0, speaking: locale) else { return nil }
        return words.map(String.init)
    }

    @Test(arguments: [
        ("{en: [not my job]}", "That is NOT my job!", ["NOT my job"]),
        ("{en: [not my job]}", "not my jobs, not  mine", []),
        ("{en: [job]}", "jobless, a job; a job", ["job", "job"]),
        ("{en: [\"refund~\"]}", "refunded, refunds and a re-fund", ["refunded", "refunds"]),
        ("{en: [\"can/may I (please) help\"]}", "May I help? Can I please help?", ["May I help", "Can I please help"]),
        ("{en: [\"can/may I (please) help\"]}", "I can help, can I please not help", []),
        ("{en: [\"sorry * inconvenience\"]}", "Sorry for any inconvenience.", ["Sorry for any inconvenience"]),
        ("{en: [\"sorry * inconvenience\"]}", "sorry inconvenience", ["sorry inconvenience"]),
        ("{en: [\"sorry * inconvenience\"]}", "sorry 1 2 3 4 5 inconvenience", ["sorry 1 2 3 4 5 inconvenience"]),
        ("{en: [\"sorry * inconvenience\"]}", "sorry 1 2 3 4 5 6 inconvenience", []),
        ("{en: [\"sorry * inconvenience\"]}", "I am sorry. The inconvenience was small.", []),
        ("{en: {sentence: [next]}}", "Next! Next week. So next?", ["Next"]),
        ("{en: {sentence: [next, \"next please\"]}}", "next, please", ["next, please"]),
        ("{en: {match: [no], except: [no problem, \"say no to\"]}}", "No. No problem. I say no to that", ["No"]),
        ("{en: {match: [sorry], except: [not sorry]}}", "I'm not sorry. Sorry, I am sorry", ["Sorry", "sorry"]),
        ("{en: {say: \"How may I help?\"}}", "hello, how may i help", ["how may i help"]),
        ("{en: [\"no, never\"]}", "No never!", ["No never"]), ("{en: [24/7]}", "we are open 24/7", ["24/7"]),
        ("{en: [thank you], en-GB: [cheers]}", "cheers and thank you", ["cheers", "thank you"]),
        ("{en: [not my job]}", "You wrote \"not my job\", I know", []),
        ("{sl: [\"čim prej\"]}", "CIM PREJ bo", ["CIM PREJ"]),
        // What overlaps counts once.
        ("{en: [\"so sorry\", \"sorry about\"]}", "so sorry about that", ["so sorry about"]),
    ])
    func hears(_ set: String, _ text: String, _ words: [String]) throws {
        #expect(try Self.heard(set, in: text) == words)
    }

    @Test(arguments: [
        ("{en: [\"this is {agent.name}\"]}", "Ana Novak", "Hi, this is ana NOVAK.", ["this is ana NOVAK"]),
        ("{en: [\"this is {agent.name}\"]}", "Ana Novak", "Hi, this is Ana.", []),
        ("{sl: [\"z {agent.name}~\"]}", "Ana", "govorite z Ano", []),
        ("{sl: [\"z {agent.name}~\"]}", "Marija", "govorite z Marijo", ["z Marijo"]),
        ("{lv: [\"{agent.name}~\"]}", "Jānis", "ar Jāni un Jānim", []),
        ("{ru: [\"с {agent.name}~\"]}", "Мария", "вы говорите с Марией", ["с Марией"]),
        ("{en: [\"{agent.name}~\"]}", "Mark", "Mark's marketing", ["Mark's"]),
    ])
    func slots(_ set: String, _ name: String, _ text: String, _ words: [String]) throws {
        let vocabulary = CareDesk.vocabulary.replacing("agent: {role: role,", with: "agent: {role: role, name: string,")
        let rulebook = try CareDesk.rulebook("phrases:\n  it: \(set)\n", files: ["vocabulary.yaml": vocabulary])
        let index = PhraseIndex(rulebook.phrases)
        let hearing = index.listen(to: text, values: [name])
        guard case .heard(let heard) = hearing.verdict(onSet: 0, speaking: nil) else {
            Issue.record("nothing is unknown")
            return
        }
        #expect(heard.map(String.init) == words)
    }

    @Test func anUnknownFactIsUnknownUnlessSomethingElseIsSaid() throws {
        let vocabulary = CareDesk.vocabulary.replacing("agent: {role: role,", with: "agent: {role: role, name: string,")
        let rulebook = try CareDesk.rulebook(
            "phrases:\n  it: {en: [\"this is {agent.name}\", hello]}\n", files: ["vocabulary.yaml": vocabulary])
        let index = PhraseIndex(rulebook.phrases)
        if case .unknownFacts(let paths) = index.listen(to: "this is Ana", values: [nil]).verdict(
            onSet: 0, speaking: nil)
        {
            #expect(paths == [["agent", "name"]])
        } else {
            Issue.record("the name may have been said")
        }
        guard case .heard(let words) = index.listen(to: "hello", values: [nil]).verdict(onSet: 0, speaking: nil) else {
            Issue.record("a greeting is a greeting")
            return
        }
        #expect(words == ["hello"])
    }

    @Test(
        arguments: [
            ("en", ["hello", "cheers"]), ("sl", ["zdravo"]), ("sl-SI", ["zdravo"]), ("EN", ["hello", "cheers"]),
            ("de", nil),
            ("en-GB", ["hello", "cheers"]), ("en-US", ["hello"]), (nil, ["hello", "zdravo", "cheers"]),
        ] as [(String?, [String]?)])
    func languages(_ locale: String?, _ words: [String]?) throws {
        let set = "{en: [hello], sl: [zdravo], en-GB: [cheers]}"
        #expect(try Self.heard(set, in: "hello zdravo cheers", locale: locale) == words)
    }

    @Test(arguments: [
        ("we are sorry for the delay", true), ("We are sorry for the delay, ok", false), ("", false),
        ("we are sorry", false), ("We are sorry for the delay. We are sorry for the delay!", true),
    ])
    func onlyThat(_ text: String, _ isOnly: Bool) throws {
        let rulebook = try CareDesk.rulebook("phrases:\n  it: {en: [we are sorry for the delay]}\n")
        #expect(PhraseIndex(rulebook.phrases).listen(to: text, values: []).isOnly(set: 0, speaking: nil) == isOnly)
    }

    @Test("random expressions are heard where a reading word by word finds them", arguments: 0..<20)
    func agreesWithNaiveReading(_ seed: UInt64) throws {
        var random = RandomSource(seed: seed)
        for _ in 0..<60 {
            let sets = (0..<3).map { _ in (0..<1 + random.below(5)).map { _ in NaivePhrase(&random) } }
            let yaml = sets.enumerated().map { index, phrases in
                "  s\(index): {en: [\(phrases.map { "\"\($0.text)\"" }.joined(separator: ", "))]}\n"
            }.joined()
            let rulebook = try CareDesk.rulebook("phrases:\n\(yaml)")
            let index = PhraseIndex(rulebook.phrases)
            for _ in 0..<8 {
                let words = (0..<random.below(14)).map { _ in random.pick(NaivePhrase.vocabulary) }
                let breaks = words.map { _ in random.chance(15) }
                let text = zip(words, breaks).map { $0 + ($1 ? "." : "") }.joined(separator: " ")
                let hearing = index.listen(to: text, values: [])
                for (number, phrases) in sets.enumerated() {
                    guard case .heard(let heard) = hearing.verdict(onSet: number, speaking: nil) else { continue }
                    let isSaid = phrases.contains { $0.isIn(words, breaks) }
                    #expect(!heard.isEmpty == isSaid, "\(phrases.map(\.text)) in \(text)")
                }
            }
        }
    }

    @Test("the time goes by the length of the text, however hostile")
    func isLinear() throws {
        let phrases = (0..<300).map { "\"aa * aa * aa\($0) aa~ * b\"" }.joined(separator: ", ")
        let rulebook = try CareDesk.rulebook("phrases:\n  it: {en: [\(phrases), \"aa aa~ aa aa~ aa * aa * aa\"]}\n")
        let index = PhraseIndex(rulebook.phrases)
        func time(_ count: Int) -> Duration {
            let text = String(repeating: "aa ", count: count)
            return processorTime { _ = index.listen(to: text, values: []) }.time
        }
        _ = time(500)
        let short = time(1_000)
        #expect(time(4_000) < short * 4 * 3)
    }
}

/// An expression read the plain way.
private struct NaivePhrase {
    enum Part {
        case word(String), stem(String), gap
    }

    static let vocabulary = ["a", "b", "aba", "abb", "ab"]
    let parts: [Part]

    init(_ random: inout RandomSource) {
        var parts: [Part] = [.word(random.pick(Self.vocabulary))]
        for _ in 0..<random.below(5) {
            if random.chance(35) { parts.append(.gap) }
            parts.append(random.chance(20) ? .stem("ab") : .word(random.pick(Self.vocabulary)))
        }
        self.parts = parts
    }

    var text: String {
        parts.map { part in
            switch part {
            case .word(let word): word
            case .stem(let stem): stem + "~"
            case .gap: "*"
            }
        }.joined(separator: " ")
    }

    func isIn(_ words: [String], _ breaks: [Bool]) -> Bool {
        words.indices.contains { matches(parts[...], words, breaks, $0) }
    }

    private func matches(_ parts: ArraySlice<Part>, _ words: [String], _ breaks: [Bool], _ place: Int) -> Bool {
        guard let part = parts.first else { return true }
        switch part {
        case .word(let word):
            return place < words.count && words[place] == word && matches(parts.dropFirst(), words, breaks, place + 1)
        case .stem(let stem):
            return place < words.count && words[place].hasPrefix(stem)
                && matches(parts.dropFirst(), words, breaks, place + 1)
        case .gap:
            return (0...5).contains { length in
                place + length < words.count && !breaks[(place - 1)...(place + length - 1)].contains(true)
                    && matches(parts.dropFirst(), words, breaks, place + length)
            }
        }
    }
}
