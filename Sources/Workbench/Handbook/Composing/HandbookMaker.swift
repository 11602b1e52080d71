public import RulebookEngine
public import RulebookModel
import SourceText

/// Makes books of a rulebook.
public struct HandbookMaker {
    private let versions: CompiledVersions
    private let version: Int
    private let examples: HandbookExamples

    /// Takes a rulebook with its tests, which it runs for the sake of examples.
    ///
    /// - Parameters:
    ///   - versions: the rulebook.
    ///   - version: the place of the version of which books are made.
    ///   - tests: its tests; those that fail give no example.
    public init(_ versions: CompiledVersions, version: Int, tests: [TestFile]) {
        self.versions = versions
        self.version = version
        examples = tests.isEmpty ? .none : HandbookExamples(tests, of: versions, version: version)
    }

    /// The tags of the languages in which books can be made.
    public static var languages: [String] { HandbookLanguages.all.map { $0.tag } }

    /// The language of a rulebook's own texts, for a book that is asked for in none.
    public static func language(of rulebook: Rulebook) -> String {
        rulebook.locales.first ?? rulebook.title?.locales.first ?? "en"
    }

    /// Makes a book.
    ///
    /// - Parameters:
    ///   - kind: which.
    ///   - role: for whom; nil for everybody, and for a card of each role.
    ///   - locale: in which language, a BCP 47 tag.
    /// - Returns: the book.
    /// - Throws: where the language or the role is not known, or the rulebook lacks what the book must have.
    public func make(_ kind: HandbookKind, role: String?, locale: String) throws(HandbookError) -> Handbook {
        let rulebook = versions[version].rulebook
        guard let language = HandbookLanguages.language(of: locale) else {
            throw .unknownLanguage(locale, known: Self.languages)
        }
        let roles = rulebook.vocabulary.roles
        if let role, !roles.contains(role) { throw .unknownRole(role, known: roles) }
        let teller = HandbookTeller(rulebook, language: language, locale: locale, role: role)
        let chapters: [Handbook.Chapter]
        switch kind {
        case .booklet: chapters = BookletComposer(teller: teller, examples: examples).chapters()
        case .card:
            let readers: [String?] = role == nil && !roles.isEmpty ? roles : [role]
            chapters = readers.map { reader in
                let own = HandbookTeller(rulebook, language: language, locale: locale, role: reader)
                defer { teller.noteUntranslated(own) }
                return CardComposer(teller: own).chapter()
            }
        case .register: chapters = RegisterComposer(teller: teller, versions: versions, version: version).chapters()
        case .regulation:
            try checkChapters(of: rulebook, words: teller.words)
            chapters = RegulationComposer(teller: teller).chapters()
        }
        return Self.book(kind, chapters, teller, failingCount: kind == .booklet ? examples.failingCount : 0)
    }

    /// A regulation has all its fixed chapters, each with standards or a text.
    private func checkChapters(of rulebook: Rulebook, words: HandbookWords) throws(HandbookError) {
        var diagnostics = DiagnosticCollector()
        for chapter in FixedChapter.allCases
        where !rulebook.handbook.chapters.contains(where: { $0.id == chapter.rawValue }) {
            diagnostics.add(
                .missingChapter(
                    chapter.rawValue, title: chapter.title(English.words), in: rulebook.root,
                    at: rulebook.handbook.range))
        }
        if diagnostics.hasErrors { throw .invalid(diagnostics) }
    }

    private static func book(
        _ kind: HandbookKind, _ chapters: [Handbook.Chapter], _ teller: HandbookTeller, failingCount: Int
    ) -> Handbook {
        let rulebook = teller.rulebook
        let words = teller.words
        let title = rulebook.title.map { teller.text($0) } ?? HandbookText(rulebook.id)
        var imprint: [(label: String, value: HandbookText)] = [
            (words.rulebook, HandbookText(rulebook.id, .name)),
            (words.version, HandbookText(rulebook.version)),
            (words.inForce, HandbookText(teller.period(rulebook.effective) ?? words.always)),
        ]
        if !rulebook.vocabulary.roles.isEmpty {
            imprint.append(
                (words.roles, HandbookText(rulebook.vocabulary.roles.map(teller.word).joined(separator: ", "))))
        }
        imprint.append((words.digest, HandbookText(rulebook.digest, .name)))
        var notices: [String] = []
        if !teller.untranslated.isEmpty {
            notices.append(teller.language.counted(teller.untranslated.count, words.untranslated))
        }
        if failingCount > 0 { notices.append(teller.language.counted(failingCount, words.failing)) }
        return Handbook(
            kind: kind, language: teller.locale, kindTitle: kind.title(words), title: title,
            audience: teller.role.map { words.forRole.filled(["role": teller.word($0)]) } ?? words.forEverybody,
            imprint: imprint, notices: notices, guide: kind == .booklet ? words.howToRead : nil,
            contentsTitle: words.contents, chapters: chapters,
            quotes: teller.language.quotes,
            footer: "\(rulebook.id) \(rulebook.version) · \(rulebook.digest.prefix(15))…", digest: rulebook.digest)
    }
}

extension HandbookKind {
    /// The kind in a language's words.
    func title(_ words: HandbookWords) -> String {
        switch self {
        case .booklet: words.booklet
        case .card: words.card
        case .register: words.register
        case .regulation: words.regulation
        }
    }
}

extension Rulebook {
    /// The file with the key `rulebook:`.
    fileprivate var root: SourceFile { files[0] }
}
