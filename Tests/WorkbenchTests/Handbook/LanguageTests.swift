import CEL
import RulebookModel
import Testing

@testable import Workbench

@Suite("Books speak five languages, and count in each as its grammar asks")
struct LanguageTests {
    private static func amount(_ tag: String, _ count: Int, _ unit: HandbookUnit, _ use: HandbookUse) -> String {
        (HandbookLanguages.language(of: tag)?.amount(.count(count, unit), use) ?? "")
            .replacing("\u{A0}", with: " ")
    }

    @Test(arguments: [
        ("en", "1 hour", "2 hours", "5 hours", "21 hours"), ("af", "1 minuut", "2 minute", "5 minute", "21 minute"),
    ])
    func germanic(_ tag: String, _ one: String, _ two: String, _ five: String, _ more: String) {
        let unit: HandbookUnit = tag == "en" ? .hour : .minute
        #expect([1, 2, 5, 21].map { Self.amount(tag, $0, unit, .within) } == [one, two, five, more])
    }

    @Test(
        "Slovenian has a dual, and counts by the last two digits",
        arguments: [
            (1, "1 minuto", "1 minuti"), (2, "2 minuti", "2 minutah"), (3, "3 minute", "3 minutah"),
            (4, "4 minute", "4 minutah"), (5, "5 minut", "5 minutah"), (11, "11 minut", "11 minutah"),
            (101, "101 minuto", "101 minuti"), (102, "102 minuti", "102 minutah"), (100, "100 minut", "100 minutah"),
        ])
    func slovenian(_ count: Int, _ bounded: String, _ within: String) {
        #expect(Self.amount("sl", count, .minute, .bounded) == bounded)
        #expect(Self.amount("sl", count, .minute, .within) == within)
    }

    @Test(
        "Latvian sets apart what ends in 1, and what ends in 0 or 11 to 19",
        arguments: [
            (0, "0 minūšu", "0 minūtēs"), (1, "1 minūte", "1 minūtē"), (2, "2 minūtes", "2 minūtēs"),
            (10, "10 minūšu", "10 minūtēs"), (11, "11 minūšu", "11 minūtēs"), (21, "21 minūte", "21 minūtē"),
            (22, "22 minūtes", "22 minūtēs"),
        ])
    func latvian(_ count: Int, _ plain: String, _ every: String) {
        #expect(Self.amount("lv", count, .minute, .plain) == plain)
        #expect(Self.amount("lv", count, .minute, .every) == every)
    }

    @Test(
        "Russian sets apart one, a few and many, and bends them behind a preposition",
        arguments: [
            (1, "1 минута", "1 минуты", "1 минуту"), (2, "2 минуты", "2 минут", "2 минуты"),
            (4, "4 минуты", "4 минут", "4 минуты"), (5, "5 минут", "5 минут", "5 минут"),
            (11, "11 минут", "11 минут", "11 минут"), (14, "14 минут", "14 минут", "14 минут"),
            (21, "21 минута", "21 минуты", "21 минуту"), (22, "22 минуты", "22 минут", "22 минуты"),
            (111, "111 минут", "111 минут", "111 минут"),
        ])
    func russian(_ count: Int, _ plain: String, _ within: String, _ every: String) {
        #expect(Self.amount("ru", count, .minute, .plain) == plain)
        #expect(Self.amount("ru", count, .minute, .within) == within)
        #expect(Self.amount("ru", count, .minute, .every) == every)
    }

    @Test("every unit has a form for every number, wherever it stands", arguments: ["en", "sl", "af", "lv", "ru"])
    func forms(_ tag: String) throws {
        let language = try #require(HandbookLanguages.language(of: tag))
        let needed = max((0...120).map(language.form).max() ?? 0, language.fractionForm) + 1
        for unit in HandbookUnit.allCases {
            for use in HandbookUse.allCases {
                #expect(language.forms(of: unit, use).split(separator: "|").count == needed, "\(unit) \(use)")
            }
        }
        for sentences in [language.words.untranslated, language.words.failing, language.words.moreInBooklet] {
            #expect(sentences.count == (0...120).map(language.form).max().map { $0 + 1 })
        }
    }

    @Test(arguments: [
        ("en", "1,234.5", "EUR 0", "12.5%"), ("sl", "1.234,5", "0 EUR", "12,5 %"), ("af", "1 234,5", "EUR 0", "12,5%"),
        ("lv", "1234,5", "0 EUR", "12,5%"), ("ru", "1 234,5", "0 EUR", "12,5 %"),
    ])
    func numbers(_ tag: String, _ number: String, _ money: String, _ percent: String) throws {
        let marks = try #require(HandbookLanguages.language(of: tag)).marks
        func spaced(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
        #expect(spaced(marks.text(try #require(ExactDecimal(parsing: "1234.5")))) == number)
        #expect(spaced(marks.text(try #require(Percent(parsing: "12.5%")))) == percent)
        #expect(spaced(marks.text(try Money(parsing: "0 EUR"))) == (tag == "en" ? "0 EUR" : money))
        #expect(marks.text(12_345).filter(\.isNumber) == "12345")
        #expect(marks.text(-5) == "−5")
    }

    @Test("amounts have all digits of their currency, or none where they are whole")
    func money() throws {
        #expect(English.marks.text(try Money(parsing: "20.5 EUR")) == "20.50\u{A0}EUR")
        #expect(English.marks.text(try Money(parsing: "1000000 JPY")) == "1,000,000\u{A0}JPY")
        #expect(Afrikaans.marks.text(try Money(parsing: "20.5 ZAR")) == "ZAR\u{A0}20,50")
        #expect(Latvian.marks.text(try Money(parsing: "12345.67 EUR")) == "12\u{A0}345,67\u{A0}EUR")
    }

    @Test(arguments: [
        ("90s", "v 1 minuti 30 sekundah", "в течение 1 минуты 30 секунд", "1 minūtes 30 sekunžu laikā"),
        ("24h", "v 24 urah", "в течение 24 часов", "24 stundu laikā"),
        ("500ms", "v 0,5 sekunde", "в течение 0,5 секунды", "0,5 sekunžu laikā"),
    ])
    func spans(_ text: String, _ slovenian: String, _ russian: String, _ latvian: String) throws {
        let span = HandbookAmount.span(try TimeSpan(parsing: text))
        func within(_ language: any HandbookLanguage.Type) -> String {
            language.words.within.filled(["amount": language.amount(span, .within)]).replacing("\u{A0}", with: " ")
        }
        #expect(within(Slovenian.self) == slovenian)
        #expect(within(Russian.self) == russian)
        #expect(within(Latvian.self) == latvian)
    }

    @Test(arguments: [
        ("en", "from 9 November 2026", "through 9 November 2026"),
        ("sl", "od 9. novembra 2026", "do vključno 9. novembra 2026"),
        ("af", "vanaf 9 November 2026", "tot en met 9 November 2026"),
        ("lv", "no 2026. gada 9. novembra", "līdz 2026. gada 9. novembrim (ieskaitot)"),
        ("ru", "с 9 ноября 2026 г.", "по 9 ноября 2026 г. включительно"),
    ])
    func dates(_ tag: String, _ from: String, _ through: String) throws {
        let language = try #require(HandbookLanguages.language(of: tag))
        let date = try #require(CivilDate(year: 2026, month: 11, day: 9))
        func spaced(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
        #expect(spaced(language.words.from.filled(["date": language.date(date, isEnd: false)])) == from)
        #expect(spaced(language.words.through.filled(["date": language.date(date, isEnd: true)])) == through)
    }

    @Test("a sentence has the same places in every language, and no word is left empty")
    func places() {
        let base = Mirror(reflecting: English.words).children.map { ($0.label ?? "", $0.value) }
        #expect(base.count > 150)
        for language in HandbookLanguages.all {
            let own = Mirror(reflecting: language.words).children.map { ($0.label ?? "", $0.value) }
            for ((name, english), (_, value)) in zip(base, own) {
                switch (english, value) {
                case (let english as HandbookTemplate, let value as HandbookTemplate):
                    #expect(Set(english.places) == Set(value.places), "\(language.tag) \(name)")
                    #expect(!value.source.isEmpty, "\(language.tag) \(name)")
                case (_, let value as [HandbookTemplate]):
                    for sentence in value { #expect(sentence.places == ["count"], "\(language.tag) \(name)") }
                case (_, let value as String): #expect(!value.isEmpty, "\(language.tag) \(name)")
                default: Issue.record("\(language.tag) \(name)")
                }
            }
        }
    }

    @Test("no language borrows a word of another by mistake")
    func ownWords() {
        for language in HandbookLanguages.all where language.tag != "en" {
            let english = Mirror(reflecting: English.words).children.compactMap { $0.value as? String }
            let own = Mirror(reflecting: language.words).children.compactMap { $0.value as? String }
            let same = zip(english, own).filter { $0 == $1 }.map(\.0)
            #expect(same.allSatisfy { ["Standard", "or", "of", "in", "en"].contains($0) }, "\(language.tag): \(same)")
        }
    }

    @Test(
        arguments: [
            (["a": "1", "b": "2"], "x 1 y 2."), (["a": "1"], "x 1 y."), (["b": "2"], "x y 2."), ([:], "x y."),
            (["a": "{b}", "b": "{a}"], "x {b} y {a}."),
        ] as [([String: String], String)])
    func fills(_ fillings: [String: String], _ text: String) {
        #expect(("x {a} y {b}." as HandbookTemplate).filled(fillings) == text)
    }

    @Test("a tag with a region has the language's words; a language without words has none")
    func tags() {
        #expect(HandbookLanguages.language(of: "sl-SI")?.tag == "sl")
        #expect(HandbookLanguages.language(of: "de") == nil)
        #expect(HandbookMaker.languages == ["af", "en", "lv", "ru", "sl"])
    }
}
