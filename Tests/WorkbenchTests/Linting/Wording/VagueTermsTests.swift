import TestSupport
import Testing

@testable import Workbench

@Suite("Vague terms are found in every language that has a list")
struct VagueTermsTests {
    /// The terms that are found, as they are written.
    private static func found(_ text: String, _ locale: String) -> [String] {
        let bytes = Array(text.utf8)
        return (VagueTerms.of(locale)?.matches(in: text) ?? []).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    @Test(arguments: [
        ("en", "Reply as soon as possible", ["as soon as possible"]),
        ("en", "Calls are answered PROMPTLY, in an appropriate tone, etc.", ["PROMPTLY", "appropriate", "etc"]),
        ("en", "Reply A.S.A.P. and where possible by phone", ["A.S.A.P", "where possible"]),
        ("en", "as soon, as possible", ["soon"]), ("en", "as soon as it shows, and how fast", []),
        ("en", "The fastener and the soonest", []),
        ("en", "The list of frequently asked questions is reviewed regularly", ["regularly"]),
        ("en-GB", "A timely answer", ["timely"]),
        ("sl", "Pritožbe rešite čim prej.", ["čim prej"]), ("sl", "CIM PREJ", ["CIM PREJ"]),
        ("sl", "Hitro in v primernem času, če je mogoče, itd.", ["Hitro", "primernem", "če je mogoče", "itd"]),
        ("sl", "Na primer: razumem vas.", []), ("sl", "s hitrim odgovorom", ["hitrim"]),
        ("sl", "Pogosto zastavljena vprašanja", []),
        ("af", "Antwoord vinnig en so gou as moontlik", ["vinnig", "so gou as moontlik"]),
        ("af", "vinniger reaksie, 'n paar woorde, ens.", ["vinniger", "n paar", "ens"]),
        ("lv", "Atbildēt ļoti īsā secībā", ["ļoti īsā secībā"]), ("lv", "ļoti īsā laikā", ["ļoti īsā laikā"]),
        ("lv", "atrast un atrisināt", []), ("lv", "Ja iespējams, ātri, utt.", ["Ja iespējams", "ātri", "utt"]),
        ("ru", "Регулирование взаимодействия и т.д.", ["и т.д"]), ("ru", "и т. д.", ["и т. д"]),
        (
            "ru", "Ответить как можно быстрее, чётко, при необходимости",
            ["как можно быстрее", "чётко", "при необходимости"]
        ),
        ("ru", "к низкой эффективности недостаточно", []),
        (
            "", "čim prej или быстро, promptly, vinnig, ļoti īsā",
            ["čim prej", "быстро", "promptly", "vinnig", "ļoti īsā"]
        ),
        ("de", "so schnell wie möglich", []),
    ])
    func finds(_ locale: String, _ text: String, _ expected: [String]) {
        #expect(Self.found(text, locale) == expected)
    }

    @Test("no term is listed twice, or can never be taken because a shorter stem takes all of it")
    func listsAreClean() {
        for (language, terms) in [
            ("en", VagueTerms.english), ("sl", VagueTerms.slovenian), ("af", VagueTerms.afrikaans),
            ("lv", VagueTerms.latvian), ("ru", VagueTerms.russian),
        ] {
            let texts = terms.map { $0.words.joined(separator: " ") }
            #expect(
                Set(texts).count == texts.count,
                "\(language): \(texts.filter { text in texts.count { $0 == text } > 1 })")
            for kind in VagueTerm.Kind.allCases { #expect(terms.contains { $0.kind == kind }, "\(language): \(kind)") }
        }
    }

    @Test("a text of many beginnings of terms takes linear time")
    func isLinear() {
        func time(_ count: Int) -> Duration {
            let text = String(repeating: "in a without at the ", count: count)
            let (found, time) = processorTime { VagueTerms.of("en")?.matches(in: text).count }
            #expect(found == 0)
            return time
        }
        _ = time(100)
        let (short, long) = (time(2_000), time(16_000))
        #expect(long < max(short, .milliseconds(1)) * 24)
    }
}
