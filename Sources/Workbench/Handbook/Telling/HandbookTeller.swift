import CEL
import RulebookModel
import SourceText

/// Tells names, texts and values of a rulebook in one language, and notes which texts are not in it.
final class HandbookTeller {
    let rulebook: Rulebook
    let language: any HandbookLanguage.Type
    /// The tag for which the book was asked, such as `sl-SI`.
    let locale: String
    /// For whom the book is; nil for everybody.
    let role: String?
    let words: HandbookWords
    /// The language of texts that name none.
    private let mainLanguage: String
    private let zone: CELTimeZone
    private(set) var untranslated: Set<SourceRange> = []

    init(_ rulebook: Rulebook, language: any HandbookLanguage.Type, locale: String, role: String?) {
        self.rulebook = rulebook
        self.language = language
        self.locale = locale
        self.role = role
        words = language.words
        let locales = rulebook.locales + (rulebook.title?.locales ?? [])
        mainLanguage = locales.first.map(Self.language) ?? "en"
        zone = CELTimeZone.named(rulebook.timeZone) ?? .utc
    }

    /// Counts the texts that another teller of the same book has not found in its language.
    func noteUntranslated(_ other: HandbookTeller) { untranslated.formUnion(other.untranslated) }

    private static func language(_ tag: String) -> String { String(tag.prefix { $0 != "-" && $0 != "_" }) }

    /// Whether the book is in the language of texts that name none.
    var isMainLanguage: Bool { Self.language(locale) == mainLanguage }

    // MARK: Texts

    /// A text for people, in the book's language where there is one, else as it was written.
    func text(_ text: LocalizedText, _ style: HandbookText.Style = .plain) -> HandbookText {
        let wanted = Self.language(locale)
        let entry =
            text.entries.first { $0.locale == locale } ?? text.entries.first { $0.locale == wanted }
            ?? text.entries.first { Self.language($0.locale) == wanted } ?? text.entries[0]
        let spoken = entry.locale.isEmpty ? mainLanguage : Self.language(entry.locale)
        if spoken == wanted { return HandbookText(entry.text, style) }
        untranslated.insert(text.range)
        return HandbookText(entry.text, style, locale: entry.locale)
    }

    /// The same as words to stand in a sentence.
    func string(_ text: LocalizedText) -> String { self.text(text).plain }

    /// Whether a text is there in the book's language.
    func speaks(_ text: LocalizedText) -> Bool {
        text.entries.contains { entry in
            (entry.locale.isEmpty ? mainLanguage : Self.language(entry.locale)) == Self.language(locale)
        }
    }

    /// What is named by it, such as a clause of a document; a single text serves every language.
    func reference(_ text: LocalizedText) -> String { text.locales.isEmpty ? text.text : string(text) }

    // MARK: Names

    /// The word for a name that has no title: of the handbook, or the name itself, read aloud.
    func word(_ name: String) -> String { rulebook.handbook.words[name].map(string) ?? Self.readAloud(name) }

    /// A name without the signs that people do not say.
    static func readAloud(_ name: String) -> String {
        String(name.map { $0 == "." || $0 == "_" || $0 == "-" ? " " : $0 })
    }

    /// What people call an action or an event.
    func event(_ type: String) -> String {
        rulebook.vocabulary.event(type)?.title.map(string) ?? word(type)
    }

    /// What people call a standard.
    func standard(_ id: String) -> String {
        rulebook.standards.first { $0.id == id }?.title.map(string) ?? id
    }

    /// Roles and those above them: `supervisor or higher`.
    func approver(_ role: String) -> String {
        let isHighest = rulebook.vocabulary.roles.last == role
        return isHighest ? word(role) : words.orHigher.filled(["role": word(role)])
    }

    /// The keys of a measure, `customer and channel`.
    func key(_ key: MeasureKey) -> String {
        guard !key.parts.isEmpty else { return words.everyone }
        return key.parts.map { part in
            let path = part.path.last == "id" && part.path.count == 2 ? [part.path[0]] : part.path
            return rulebook.vocabulary.entity(path[0]) != nil && path.count == 1 ? word(path[0]) : fact(path)
        }.joined(separator: " \(words.and) ")
    }

    /// What people call a fact, given by its path; `types` are those of the event that it may belong to.
    func fact(_ path: [String], of types: [String] = []) -> String {
        guard let root = path.first else { return "" }
        guard path.count > 1 else { return word(root) }
        if let own = rulebook.handbook.words["\(root == "trigger" ? "event" : root).\(path[1])"], path.count == 2 {
            return string(own)
        }
        switch root {
        case "event", "trigger":
            let fields = (types.isEmpty ? rulebook.vocabulary.events : types.compactMap(rulebook.vocabulary.event))
                .compactMap { $0.field(path[1]) }
            return field(fields.first { $0.title != nil } ?? fields.first, path)
        case "facts":
            return rulebook.facts.first { $0.name == path[1] }?.title.map(string) ?? Self.readAloud(path[1])
        case "settings":
            return rulebook.settings.first { $0.name == path[1] }?.title.map(string) ?? Self.readAloud(path[1])
        default:
            guard let definition = rulebook.vocabulary.entity(root)?.field(path[1]) else { return word(root) }
            if path.count == 2, path[1] == "id" { return word(root) }
            let name = definition.title == nil ? "\(word(root)) \(Self.readAloud(path[1]))" : nil
            return field(definition, path, named: name)
        }
    }

    /// What people call a field, and the fields of what it holds: `skills (colleague)`.
    private func field(_ field: FieldDefinition?, _ path: [String], named name: String? = nil) -> String {
        let own = field?.title.map(string) ?? name ?? Self.readAloud(path[1])
        guard path.count > 2 else { return own }
        if case .entity(let entity)? = field?.type {
            return "\(fact([entity] + path.dropFirst(2))) (\(own))"
        }
        return "\(own) (\(path.dropFirst(2).map(Self.readAloud).joined(separator: " ")))"
    }

    // MARK: Values

    /// A value as a figure of the language.
    func amount(_ value: CELValue) -> HandbookAmount {
        switch value {
        case .duration(let duration): .span(TimeSpan(nanoseconds: duration.nanoseconds))
        default: .text(plain(value))
        }
    }

    /// A value by itself.
    func value(_ value: CELValue) -> String { language.amount(amount(value), .plain) }

    private func plain(_ value: CELValue) -> String {
        switch value {
        case .bool(let truth): return truth ? words.yes : words.no
        case .int(let number): return language.marks.text(ExactDecimal(number))
        case .string(let text): return text.text.isEmpty ? words.nothing : word(ofValue: text.text)
        case .scalar(let scalar): return self.scalar(scalar)
        case .timestamp(let instant): return moment(instant)
        case .list(let list):
            return list.elements.isEmpty ? words.nothing : list.elements.map(self.value).joined(separator: ", ")
        case .map(let map):
            return zip(map.keys, map.values).map { "\(self.value($0)): \(self.value($1))" }.joined(separator: ", ")
        case .record(let record): return record.value(of: "id").map(self.value) ?? word(record.type.name)
        default: return value.plainText
        }
    }

    /// A text that the rulebook compares with: a word of its vocabulary, or somebody's own text.
    private func word(ofValue text: String) -> String {
        rulebook.handbook.words[text].map(string) ?? String(text.map { $0 == "_" ? " " : $0 })
    }

    private func scalar(_ scalar: CELScalar) -> String {
        switch scalar.fact {
        case .money: scalar.money.map { language.marks.text($0) } ?? ""
        case .percent: scalar.percent.map { language.marks.text($0) } ?? ""
        case .decimal: scalar.number.map { language.marks.text($0) } ?? ""
        case .date: scalar.date.map { language.date($0, isEnd: false) } ?? ""
        case .role: word(scalar.text(roles: rulebook.vocabulary.roles))
        case .timeOfDay, nil: scalar.text(roles: rulebook.vocabulary.roles)
        }
    }

    /// An instant by the clock of the rulebook's zone.
    func moment(_ instant: CELTimestamp) -> String {
        let local = LocalTime(instant, in: zone)
        let time = TimeOfDay(local).text
        let date = language.date(local.date, isEnd: false)
        return time == "00:00" ? date : "\(date), \(time)"
    }

    /// A period in words, the last day included: `from 1 November 2026 through 31 March 2027`; nil for all time.
    func period(_ period: EffectivePeriod) -> String? {
        let from = period.from.map { words.from.filled(["date": moment($0)]) }
        let through = period.until.map { end -> String in
            let local = LocalTime(end, in: zone)
            guard TimeOfDay(local).nanoseconds == 0 else { return words.through.filled(["date": moment(end)]) }
            let last = CivilDate(daysSince1970: local.date.daysSince1970 - 1)
            return words.through.filled(["date": language.date(last, isEnd: true)])
        }
        let parts = [from, through].compactMap { $0 }
        return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
}
