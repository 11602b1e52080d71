import CEL
import RulebookModel

/// A language in which books can be made: its words, its plural forms, and how it writes numbers, dates and quotes.
///
/// Nothing of it comes from the machine, so that a book is the same on any.
protocol HandbookLanguage: Sendable {
    /// The language's tag of BCP 47, such as `sl`.
    static var tag: String { get }
    /// Its own name for itself.
    static var name: String { get }
    /// How it writes numbers.
    static var marks: NumberMarks { get }
    /// The signs around spoken words.
    static var quotes: (open: String, close: String) { get }
    /// The words around those of a rulebook.
    static var words: HandbookWords { get }
    /// Which of several forms goes with a number (Unicode CLDR 46, plural rules).
    static func form(of number: Int) -> Int
    /// Which of several forms goes with a number that has a fraction.
    static var fractionForm: Int { get }
    /// The forms of a unit's noun, parted by `|`, in the order of ``form(of:)``.
    static func forms(of unit: HandbookUnit, _ use: HandbookUse) -> String
    /// A date as it stands behind `from`, or behind `through`.
    static func date(_ date: CivilDate, isEnd: Bool) -> String
}

extension HandbookLanguage {
    /// A number with its noun, `2 hours`.
    static func amount(_ amount: HandbookAmount, _ use: HandbookUse) -> String {
        switch amount {
        case .text(let text): text
        case .count(let count, let unit): "\(marks.text(count))\u{A0}\(noun(unit, use, form(of: count)))"
        case .span(let span): Self.span(span, use)
        }
    }

    /// The noun of a unit by itself: `month`.
    static func noun(_ unit: HandbookUnit) -> String { noun(unit, .plain, form(of: 1)) }

    /// One of several sentences, by a number that is filled in as `count`.
    static func counted(_ count: Int, _ sentences: [HandbookTemplate]) -> String {
        sentences[form(of: count)].filled(["count": marks.text(count)])
    }

    private static func noun(_ unit: HandbookUnit, _ use: HandbookUse, _ form: Int) -> String {
        let all = forms(of: unit, use).split(separator: "|")
        return String(all[min(form, all.count - 1)])
    }

    private static func span(_ span: TimeSpan, _ use: HandbookUse) -> String {
        let seconds = span.nanoseconds / 1_000_000_000
        guard span.nanoseconds > 0, span.nanoseconds % 1_000_000_000 == 0 else {
            let number = ExactDecimal(mantissa: span.nanoseconds, scale: 9) ?? ExactDecimal(seconds)
            let form = number.scale == 0 ? Self.form(of: Int(seconds.magnitude)) : fractionForm
            return "\(marks.text(number))\u{A0}\(noun(.second, use, form))"
        }
        let parts: [(Int64, HandbookUnit)] = [
            (seconds / 3600, .hour), (seconds / 60 % 60, .minute), (seconds % 60, .second),
        ]
        return parts.filter { $0.0 > 0 }.map { amount(.count(Int($0.0), $0.1), use) }.joined(separator: " ")
    }
}

/// The languages in which books can be made.
enum HandbookLanguages {
    static let all: [any HandbookLanguage.Type] = [
        Afrikaans.self, English.self, Latvian.self, Russian.self, Slovenian.self,
    ]

    /// The language of a tag such as `sl-SI`; nil where no books are made in it.
    static func language(of tag: String) -> (any HandbookLanguage.Type)? {
        let language = tag.prefix { $0 != "-" && $0 != "_" }
        return all.first { $0.tag == language }
    }
}
