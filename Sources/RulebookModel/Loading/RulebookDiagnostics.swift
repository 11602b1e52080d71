import CEL
public import SourceText

/// The codes of what can be wrong with a rulebook. A code never changes its meaning.
extension Diagnostic.Code {
    /// Something has another kind than its place asks for: a list where a map belongs.
    public static let wrongKind = Self(rawValue: "RB0101")
    /// A key that nobody knows here.
    public static let unknownKey = Self(rawValue: "RB0102")
    /// A key that must be there is absent.
    public static let missingKey = Self(rawValue: "RB0103")
    /// A part of the language that this version does not run yet.
    public static let notYet = Self(rawValue: "RB0104")
    /// A word that is not among the allowed ones, or a value that cannot be read.
    public static let badValue = Self(rawValue: "RB0105")
    /// A name that is not spelt as a name must be.
    public static let malformedName = Self(rawValue: "RB0106")
    /// A second definition of one name.
    public static let duplicateDefinition = Self(rawValue: "RB0107")
    /// A file or pattern of `include` that finds nothing.
    public static let unresolvedInclude = Self(rawValue: "RB0108")
    /// Keys that contradict each other.
    public static let conflictingKeys = Self(rawValue: "RB0109")
    /// A type that does not exist.
    public static let unknownType = Self(rawValue: "RB0201")
    /// An action, event or pattern that does not exist.
    public static let unknownEvent = Self(rawValue: "RB0202")
    /// A role that does not exist.
    public static let unknownRole = Self(rawValue: "RB0203")
    /// An entity or a fact that does not exist.
    public static let unknownFact = Self(rawValue: "RB0204")
    /// Patterns or types that are made of themselves.
    public static let circularDefinition = Self(rawValue: "RB0205")
    /// A period that ends before it begins.
    public static let emptyPeriod = Self(rawValue: "RB0206")
    /// Two rows of a choice that can both be the one.
    public static let overlappingRows = Self(rawValue: "RB0207")
    /// A standard without a body, or with several.
    public static let wrongBodyCount = Self(rawValue: "RB0208")
    /// Two values of one table, list or choice that have different types.
    public static let mixedTypes = Self(rawValue: "RB0210")
    /// A condition that is no expression of the language.
    public static let conditionSyntax = Self(rawValue: "RB0301")
    /// A condition whose types do not fit, or that names something unknown.
    public static let conditionType = Self(rawValue: "RB0302")
    /// A rulebook in which nothing is written.
    public static let emptyRulebook = Self(rawValue: "RB0401")
}

extension Diagnostic {
    package static func wrongKind(_ subject: String, expected: String, found: String, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            code: .wrongKind, severity: .error, message: "\(subject) must be \(expected), not \(found)", range: range)
    }

    /// `keys` are those that are read here, all of them shown where none is near; those that are `alsoKnown` may be
    /// meant, and are not shown.
    package static func unknownKey(
        _ key: String, in subject: String, keys: [String], alsoKnown: [String] = [], at range: SourceRange
    ) -> Diagnostic {
        let nearest = nearestName(to: key, among: keys + alsoKnown)
        return Diagnostic(
            code: .unknownKey, severity: .error, message: "\(subject) has no key `\(key)`", range: range,
            help: nearest.map { "did you mean `\($0)`?" } ?? "known here: \(keys.sorted().joined(separator: ", "))",
            fixIts: nearest.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    static let commaAdvice = "inside braces a comma ends a text; put a text that has one in quotes"

    /// A key of several words without a value: probably the rest of a text.
    static func textAfterComma(_ text: String, in subject: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: .unknownKey, severity: .error, message: "\(subject) has no key `\(text)`", range: range,
            help: commaAdvice)
    }

    package static func missingKey(_ key: String, in subject: String, help: String? = nil, at range: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            code: .missingKey, severity: .error, message: "\(subject) needs the key `\(key)`", range: range,
            help: help)
    }

    static func notYet(_ what: String, at range: SourceRange, help: String? = nil) -> Diagnostic {
        Diagnostic(
            code: .notYet, severity: .error, message: "not yet: \(what) cannot be run by this version", range: range,
            help: help ?? "leave it out until a version that runs it; nothing is ever half judged")
    }

    package static func badValue(_ message: String, help: String? = nil, at range: SourceRange) -> Diagnostic {
        Diagnostic(code: .badValue, severity: .error, message: message, range: range, help: help)
    }

    static func verdictIsNoOccasion(_ what: String, at range: SourceRange) -> Diagnostic {
        badValue(
            "\(what) when something happens, and a verdict comes after it",
            help: "verdicts can be measured, begin or end a clock with `after`, or be waited for with `expect`",
            at: range)
    }

    package static func unknownWord(_ word: String, for subject: String, known: [String], at range: SourceRange)
        -> Diagnostic
    {
        let nearest = nearestName(to: word, among: known)
        return Diagnostic(
            code: .badValue, severity: .error,
            message: "`\(word)` is no \(subject); expected \(NameList.text(known))", range: range,
            help: nearest.map { "did you mean `\($0)`?" },
            fixIts: nearest.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    static func unknownCalendar(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        guard known.isEmpty else { return .unknownWord(name, for: "calendar", known: known, at: range) }
        return .badValue(
            "`\(name)` is no calendar: the rulebook has none", help: "declare it under `calendars:`", at: range)
    }

    static func malformedName(_ name: String, for subject: String, help: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: .malformedName, severity: .error, message: "`\(name)` cannot be the name of \(subject)",
            range: range, help: help)
    }

    package static func duplicate(_ subject: String, _ name: String, at range: SourceRange, first: SourceRange)
        -> Diagnostic
    {
        Diagnostic(
            code: .duplicateDefinition, severity: .error, message: "\(subject) `\(name)` is defined twice",
            range: range, labels: [Label(range: first, message: "first defined here")],
            help: "give one of them another name, or remove it")
    }

    static func unresolvedInclude(_ path: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = nearestName(to: path, among: known)
        return Diagnostic(
            code: .unresolvedInclude, severity: .error,
            message: path.contains("*")
                ? "no file matches `\(path)`" : "there is no file `\(path)` beside the rulebook",
            range: range,
            help: path.split(separator: "/").contains("..")
                ? "what is included lies in the rulebook's own folder, or in folders inside it"
                : nearest.map { "did you mean `\($0)`?" })
    }

    package static func conflictingKeys(_ message: String, at range: SourceRange, help: String? = nil) -> Diagnostic {
        Diagnostic(code: .conflictingKeys, severity: .error, message: message, range: range, help: help)
    }

    static func unknownType(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = nearestName(to: name, among: known)
        return Diagnostic(
            code: .unknownType, severity: .error, message: "there is no type `\(name)`", range: range,
            help: nearest.map { "did you mean `\($0)`?" }
                ?? "known types: \(FactType.simple.keys.sorted().joined(separator: ", ")), enum, list(…), map(…) "
                + "and the entities",
            fixIts: nearest.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    static func typeOfOtherName(_ name: String, own: String, at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: .unknownType, severity: .error, message: "there is no type `\(name)`", range: range,
            help: "here it is called `\(own)`",
            fixIts: own.contains("…") ? [] : [FixIt(range: range, replacement: own)])
    }

    static func unknownEvent(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = nearestName(to: name, among: known)
        return Diagnostic(
            code: .unknownEvent, severity: .error, message: "no action, event or pattern is named `\(name)`",
            range: range,
            help: nearest.map { "did you mean `\($0)`?" } ?? "declare it under `actions:` or `events:`",
            fixIts: nearest.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    package static func unknownRole(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = nearestName(to: name, among: known)
        return Diagnostic(
            code: .unknownRole, severity: .error, message: "no role is named `\(name)`", range: range,
            help: nearest.map { "did you mean `\($0)`?" }
                ?? (known.isEmpty
                    ? "declare the roles, lowest first: `roles: [agent, supervisor]`"
                    : "the roles are \(NameList.text(known))"),
            fixIts: nearest.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    package static func unknownEntity(_ name: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = nearestName(to: name, among: known)
        return Diagnostic(
            code: .unknownFact, severity: .error, message: "no entity is named `\(name)`", range: range,
            help: nearest.map { "did you mean `\($0)`?" } ?? "declare it under `entities:`",
            fixIts: nearest.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    package static func unknownFact(_ path: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = nearestName(to: path, among: known)
        return Diagnostic(
            code: .unknownFact, severity: .error, message: "there is no fact `\(path)`", range: range,
            help: nearest.map { "did you mean `\($0)`?" } ?? "facts are written `entity.field` or `event.field`",
            fixIts: nearest.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    static func unknownKeyPart(
        _ name: String, known: [String], help: String?, at range: SourceRange
    ) -> Diagnostic {
        let nearest = nearestName(to: name, among: known)
        return Diagnostic(
            code: .unknownFact, severity: .error, message: "nothing can be measured per `\(name)`", range: range,
            help: help ?? nearest.map { "did you mean `\($0)`?" } ?? "known here: \(NameList.text(known))",
            fixIts: help == nil ? nearest.map { [FixIt(range: range, replacement: $0)] } ?? [] : [])
    }

    static func noSingleValue(_ path: String, _ type: FactType, at range: SourceRange) -> Diagnostic {
        let help =
            switch type {
            case .list: "ask under `when:`, as in `\"…\" in \(path)`"
            case .map: "ask under `when:`, as in `\(path)[\"…\"] == …`"
            default: "name one of its fields, as in `\(path).id`"
            }
        return Diagnostic(
            code: .badValue, severity: .error,
            message: "`for` compares single values, and `\(path)` is \(type.text)", range: range, help: help)
    }

    static func circular(_ subject: String, _ names: [String], at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: .circularDefinition, severity: .error,
            message: "\(subject) is made of itself: \(names.map { "`\($0)`" }.joined(separator: " → "))", range: range,
            help: "let one of them name actions or events only")
    }

    static func circularVerdict(_ standards: [String], at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: .circularDefinition, severity: .error,
            message: "the verdict of `\(standards[0])` waits for itself: "
                + standards.map { "`\($0)`" }.joined(separator: " → "),
            range: range, help: "let one of them name events instead of a verdict")
    }

    static func unknownStandard(_ id: String, known: [String], at range: SourceRange) -> Diagnostic {
        let nearest = nearestName(to: id, among: known)
        return Diagnostic(
            code: .badValue, severity: .error, message: "no standard is named `\(id)`", range: range,
            help: nearest.map { "did you mean `\($0)`?" },
            fixIts: nearest.map { [FixIt(range: range, replacement: $0)] } ?? [])
    }

    /// A name that a section of the rulebook should declare; `quote` is what stands around it, inside the range.
    static func unknownName(
        _ name: String, of kind: String, section: String, known: [String], quote: String = "", at range: SourceRange
    ) -> Diagnostic {
        let nearest = nearestName(to: name, among: known)
        let listing = known.isEmpty ? "declare it under `\(section):`" : "the rulebook has \(NameList.text(known))"
        return Diagnostic(
            code: .badValue, severity: .error, message: "no \(kind) is named `\(name)`", range: range,
            help: nearest.map { "did you mean `\($0)`?" } ?? listing,
            fixIts: nearest.map { [FixIt(range: range, replacement: quote + $0 + quote)] } ?? [])
    }

    static func emptyPeriod(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: .emptyPeriod, severity: .error, message: "the period ends before it begins", range: range,
            help: "`until` is the first day that no longer counts, and must come after `from`")
    }

    static func overlappingRows(at range: SourceRange, other: SourceRange) -> Diagnostic {
        Diagnostic(
            code: .overlappingRows, severity: .error, message: "two rows of this choice can hold at the same time",
            range: range, labels: [Label(range: other, message: "the other row")],
            help: "narrow one of them, so that at most one row ever holds")
    }

    static func mixedTypes(_ first: String, _ second: String, at range: SourceRange, other: SourceRange) -> Diagnostic {
        Diagnostic(
            code: .mixedTypes, severity: .error, message: "expected \(first) like the values before, not \(second)",
            range: range, labels: [Label(range: other, message: "the first value")],
            help: "write all values alike; numbers beside amounts need their currency")
    }

    /// Two amounts of one field or ladder that cannot be compared.
    static func mixedCurrencies(_ first: CELValue, _ second: CELValue, at range: SourceRange) -> Diagnostic {
        func code(_ value: CELValue) -> String {
            if case .scalar(let scalar) = value, let money = scalar.money { return money.currency.code }
            return "another unit"
        }
        return badValue(
            "an amount in \(code(second)) cannot be compared with one in \(code(first))",
            help: "write all amounts here in one currency", at: range)
    }

    static func conditionType(_ message: String, help: String? = nil, at range: SourceRange) -> Diagnostic {
        Diagnostic(code: .conditionType, severity: .error, message: message, range: range, help: help)
    }

    static func emptyRulebook(at range: SourceRange) -> Diagnostic {
        Diagnostic(
            code: .emptyRulebook, severity: .error, message: "there is nothing in this rulebook", range: range,
            help: "begin with `rulebook:` and a name")
    }

    static func wrongBodyCount(
        _ subject: String, written: [String], all: [String], at range: SourceRange
    ) -> Diagnostic {
        let names = all.map { "`\($0)`" }.joined(separator: ", ")
        return Diagnostic(
            code: .wrongBodyCount, severity: .error,
            message: written.isEmpty
                ? "\(subject) asks nothing: it has no body"
                : "\(subject) has several bodies: \(written.map { "`\($0)`" }.joined(separator: " and "))",
            range: range, help: "give it exactly one of \(names)")
    }
}
