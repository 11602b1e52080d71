public import RulebookModel
public import SourceText

/// Looks for what is right to the letter and probably not what was meant.
///
/// It runs on a rulebook that loads: errors are found by ``RulebookLoader``.
public struct Linter: Sendable {
    private static let checks: [@Sendable (Rulebook) -> [Diagnostic]] = [
        { UnreachableStep.check($0) }, { EmptyScope.check($0) }, { MissingReason.check($0) },
        { MissingOwner.check($0) }, { MissingTranslation.check($0) }, { AllOverMaybeEmpty.check($0) },
        { FailingConstant.check($0) },
    ]

    /// Makes a linter with every check.
    public init() {}

    /// Checks a rulebook.
    ///
    /// - Returns: warnings and advice, by file and position.
    public func lint(_ rulebook: Rulebook) -> [Diagnostic] {
        var collector = DiagnosticCollector()
        for check in Self.checks { collector.add(contentsOf: check(rulebook)) }
        return collector.sorted
    }
}

/// One thing that the linter looks for.
protocol LintCheck {
    /// What it finds in a rulebook.
    static func check(_ rulebook: Rulebook) -> [Diagnostic]
}

/// The codes of what the linter finds. A code never changes its meaning.
extension Diagnostic.Code {
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
    /// `all` over a list that may be empty, of which it is then true.
    public static let allOverMaybeEmpty = Self(rawValue: "LT0401")
    /// A part of a condition that reads no fact and can never be computed.
    public static let failingConstant = Self(rawValue: "LT0402")
}
