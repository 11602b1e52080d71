import SourceText
import TestSupport
import Testing
import Workbench

@Suite("Words that set no standard are found, each at its place")
struct VagueWordTests {
    private static let events = "events: {asked: , answered: {fields: {took: duration, marks: int}}}\n"

    @Test(
        arguments: [
            (
                "standards: {a: {title: Answer «promptly», on: answered, require: event.marks > 3}}",
                "`promptly` sets no time",
                "say within how many minutes, hours or days, and by which clock, as in `within: 10h` with `clock: office`"
            ),
            (
                "standards: {a: {title: {en: Kind, sl: Odgovorimo «čim prej»}, on: answered, require: event.marks > 3}}",
                "`čim prej` sets no time", nil
            ),
            (
                "standards: {a: {on: answered, manual: Was the answer «appropriate»?}}",
                "`appropriate` leaves it to everybody's taste",
                "say what somebody else would see or hear, so that two people give the same answer"
            ),
            (
                "standards: {a: {on: answered, manual: {tone: Is it reviewed «regularly»?}}}",
                "`regularly` says neither how many nor how often", "say a number and of what, as in `every: 7 days`"
            ),
            (
                "standards: {a: {title: {ru: Внешний вид «и т.д».}, on: answered, require: event.marks > 3}}",
                "`и т.д` leaves the list open", "name each of them; nobody can keep what is not listed"
            ),
            (
                "standards: {a: {title: 'Say the name, «if possible»', on: answered, require: event.marks > 3}}",
                "`if possible` does not say when it need not be kept",
                "name the cases under `unless:`, or let it advise only, with `force: should`"
            ),
            (
                "standards: {a: {say: We will call you «shortly»., on: answered, require: event.marks > 3}}",
                "`shortly` sets no time", nil
            ),
            (
                "standards: {a: {title: 'Say “hello” «promptly»', on: answered, require: event.marks > 3}}",
                "`promptly` sets no time", nil
            ),
            (
                "standards: {a: {instead: {af: Ons antwoord «so gou as moontlik»}, on: answered, require: event.marks > 3}}",
                "`so gou as moontlik` sets no time", nil
            ),
            (
                "standards: {a: {title: {lv: Atbilde «ļoti īsā laikā»}, timeline: {after: asked, expect: answered}}}",
                "`ļoti īsā laikā` sets no time", nil
            ),
            (
                "standards: {a: {title: \"Da\\u010da «\\u010dim prej»\", on: answered, require: event.marks > 3}}",
                "`čim prej` sets no time", nil
            ),
        ] as [(String, String, String?)])
    func findsThem(_ text: String, message: String, help: String?) throws {
        try expectLint(.vagueWord, Self.events + text, [.init(.vagueWord, message: message, help: help)])
    }

    @Test(arguments: [
        "standards: {a: {title: A prompt answer, timeline: {after: asked, expect: answered, within: 1h}}}",
        "standards: {a: {title: A prompt answer, on: answered, require: event.took <= \"1h\"}}",
        "standards: {a: {title: A prompt answer, on: answered, metric: {mean: event.took, per: everyone, period: {calendar: day}, under: 1h}}}",
        "standards: {a: {title: Answered quickly within 2 hours, on: answered, manual: Was it?}}",
        "standards: {a: {title: An appropriate answer, on: answered, require: event.marks > 3}}",
        "standards: {a: {title: Sometimes more, on: answered, require: event.marks > 3}}",
        "standards: {a: {title: 'By name, if possible', force: should, on: answered, require: event.marks > 3}}",
        "standards: {a: {title: 'By name, if possible', unless: event.marks == 0, on: answered, require: event.marks > 3}}",
        "standards: {a: {because: People are often friendly and want it soon, on: answered, require: event.marks > 3}}",
        "standards: {a: {say: I will find the right person, on: answered, require: event.marks > 3}}",
        "standards: {a: {title: {de: so schnell wie möglich}, on: answered, require: event.marks > 3}}",
        "standards: {a: {title: 'Nobody says “as soon as possible” to a customer', on: answered, require: event.marks > 3}}",
        "standards: {a: {title: {sl: 'Brez besede „čim prej“'}, on: answered, require: event.marks > 3}}",
        "locales: de\nstandards: {a: {title: promptly, on: answered, require: event.marks > 3}}",
    ])
    func leavesAloneWhatTheBodyMakesExact(_ text: String) throws {
        try expectLint(.vagueWord, Self.events + text, [])
    }
}
