public import SourceText

/// A set of expressions with one meaning, in the languages in which it is said: what `says("NAME")` listens for.
public struct PhraseSet: Sendable {
    /// Its name, unique in the rulebook.
    public let name: String
    /// What people call it.
    public let title: LocalizedText?
    /// Whether it is better not said.
    public let avoid: Bool
    /// What to say instead, whatever the language.
    public let instead: Better?
    /// The expressions of each language, in order of the tags.
    public let groups: [PhraseGroup]
    /// The range of its name.
    public let range: SourceRange

    /// What is better said.
    public enum Better: Sendable {
        /// These words.
        case words(LocalizedText)
        /// What another set says.
        case set(name: String)
    }

    /// The sentence to learn in each language that has one; nil where none has.
    package var model: LocalizedText? {
        let entries = groups.compactMap { group in
            group.say.map { LocalizedText.Entry(locale: group.locale, text: $0.text) }
        }
        return entries.isEmpty ? nil : LocalizedText(entries: entries, range: range)
    }

    /// What is better said than this set, in each language that says so; `sets` finds the one that is named.
    package func better(_ sets: (String) -> PhraseSet?) -> LocalizedText? {
        let own = groups.compactMap { group in
            group.instead.map { LocalizedText.Entry(locale: group.locale, text: $0.text) }
        }
        let shared: LocalizedText? =
            switch instead {
            case .words(let text)?: text
            case .set(let name)?: sets(name)?.model
            case nil: nil
            }
        let known = Set(own.map(\.locale))
        let entries = own + (shared?.entries ?? []).filter { !known.contains($0.locale) }
        return entries.isEmpty ? nil : LocalizedText(entries: entries, range: shared?.range ?? range)
    }

    /// The facts that stand in the slots of its sentences, as paths.
    package var modelSlots: Set<[String]> {
        var paths: Set<[String]> = []
        for model in groups.flatMap({ [$0.say, $0.instead] }).compactMap(\.self) {
            for case .slot(let path, _) in model.expression.variants.joined() { paths.insert(path) }
        }
        return paths
    }

    /// The expressions of a language: of its exact tag, else of the language; nil where there are none.
    public func group(for locale: String) -> PhraseGroup? {
        let language = locale.prefix { $0 != "-" }
        return groups.first { $0.locale == locale } ?? groups.first { $0.locale == language }
    }
}

/// The expressions of a phrase set in one language.
public struct PhraseGroup: Sendable {
    /// The language, as a BCP 47 tag.
    public let locale: String
    /// What is heard anywhere in a text.
    public let match: [PhraseExpression]
    /// What is heard only where it is a whole sentence.
    public let sentence: [PhraseExpression]
    /// What is something else although it has a match in it, such as `no problem` beside `no`.
    public let except: [PhraseExpression]
    /// The sentence to learn; it is heard like the others.
    public let say: PhraseModel?
    /// What to say in its place.
    public let instead: PhraseModel?

    /// Every expression with what it is for.
    package var expressions: [(expression: PhraseExpression, use: PhraseUse)] {
        let model = say.map { [($0.expression, PhraseUse.match)] } ?? []
        return match.map { ($0, .match) } + model + sentence.map { ($0, .sentence) } + except.map { ($0, .except) }
    }
}

/// A sentence that is spoken as it stands, with the facts of the moment in its slots.
public struct PhraseModel: Sendable {
    /// As it was written, with slots as `{agent.name}`.
    public let text: String
    /// The same as something to listen for.
    package let expression: PhraseExpression
}

/// What an expression of a set is for.
package enum PhraseUse: UInt8, Sendable {
    /// Heard anywhere.
    case match
    /// Heard as a whole sentence.
    case sentence
    /// What is something else.
    case except
}
