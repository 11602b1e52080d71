public import RulebookModel
public import SourceText

/// Looks for what is right to the letter and probably not what was meant.
///
/// It runs on a rulebook that loads: errors are found by ``RulebookLoader``. How loud a check is, a rulebook says under
/// `lint:`.
public struct Linter: Sendable {
    /// The checks, in the order of their codes.
    static let checks: [any LintCheck.Type] = [
        UnreachableStep.self, EmptyScope.self,
        MissingReason.self, MissingOwner.self,
        MissingTranslation.self, VagueWord.self,
        AllOverMaybeEmpty.self, FailingConstant.self,
    ]

    /// The names of the checks and how loud they are where a rulebook says nothing, in the order of their codes.
    public static var catalog: [(name: String, level: LintSetting.Level)] { checks.map { ($0.name, $0.level) } }

    /// Makes a linter with every check.
    public init() {}

    /// Checks a rulebook.
    ///
    /// - Returns: what was found, by file and position.
    public func lint(_ rulebook: Rulebook) -> [Diagnostic] {
        var collector = DiagnosticCollector()
        let levels = LintLevels(rulebook)
        collector.add(contentsOf: levels.unknownNames(known: Self.checks.map { $0.name }))
        for check in Self.checks { collector.add(contentsOf: levels.findings(of: check)) }
        return collector.sorted
    }
}

/// The codes of what the linter finds. A code never changes its meaning.
extension Diagnostic.Code {
    /// A name under `lint:` that no check has.
    public static let unknownCheck = Self(rawValue: "LT0001")
    /// A step of an allowance that no measure can land on.
    public static let unreachableStep = Self(rawValue: "LT0101")
    /// A standard that can apply to no event.
    public static let emptyScope = Self(rawValue: "LT0102")
    /// A standard that does not say why it exists.
    public static let missingReason = Self(rawValue: "LT0201")
    /// A standard that nobody answers for.
    public static let missingOwner = Self(rawValue: "LT0202")
    /// A text that lacks a language of the rulebook.
    public static let missingTranslation = Self(rawValue: "LT0301")
    /// Words that sound like a standard and set none.
    public static let vagueWord = Self(rawValue: "LT0302")
    /// `all` over a list that may be empty, of which it is then true.
    public static let allOverMaybeEmpty = Self(rawValue: "LT0401")
    /// A part of a condition that reads no fact and can never be computed.
    public static let failingConstant = Self(rawValue: "LT0402")
}
