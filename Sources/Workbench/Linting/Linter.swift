public import RulebookModel
public import SourceText

/// Looks for what is right to the letter and probably not what was meant.
///
/// It runs on a rulebook that loads: errors are found by ``RulebookLoader``. How loud a check is, a rulebook says under
/// `lint:`.
public struct Linter: Sendable {
    /// The checks, in the order of their codes.
    static let checks: [any LintCheck.Type] = [
        UnreachableStep.self, EmptyScope.self, NeverMissed.self, AlwaysMissed.self, AlwaysExcused.self,
        Contradiction.self, GapInChoice.self, GapBetweenStandards.self, PromiseAboveAuthority.self,
        MissingReason.self, MissingOwner.self, MissingSource.self, MissingLimit.self, MissingUnit.self,
        MissingActor.self, MissingMeasure.self, MetricWithoutGoal.self, SelfReportedFigure.self,
        MissingRecognition.self, MissingFallback.self, UnruledEvent.self, UnpairedClock.self,
        UnboundedMemory.self, WeightsOffHundred.self, PointsWithoutAnchors.self,
        MissingTranslation.self, VagueWord.self, MissingPhrases.self, UnheardExpression.self, SplitAlternative.self,
        AllOverMaybeEmpty.self, FailingConstant.self, HouseRule.self,
    ]

    /// The names of the checks and how loud they are where a rulebook says nothing, in the order of their codes; what a
    /// house rule finds is as loud as that is severe.
    public static var catalog: [(name: String, level: LintSetting.Level?)] { checks.map { ($0.name, $0.level) } }

    /// Makes a linter with every check.
    public init() {}

    /// Checks a rulebook.
    ///
    /// - Parameters:
    ///   - rulebook: the rulebook.
    ///   - house: another rulebook, whose standards about rulebooks are to be kept as well.
    /// - Returns: what was found, by file and position.
    public func lint(_ rulebook: Rulebook, house: Rulebook? = nil) -> [Diagnostic] {
        var collector = DiagnosticCollector()
        let levels = LintLevels(rulebook)
        collector.add(contentsOf: levels.unknownNames(known: Self.checks.map { $0.name }))
        for check in Self.checks { collector.add(contentsOf: levels.findings(of: check)) }
        if let house {
            let found = HouseRules(house).findings(in: rulebook)
            collector.add(
                contentsOf: levels.leveled(found, name: HouseRule.name, level: levels.level(of: HouseRule.self)))
        }
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
    /// A standard that no event can miss.
    public static let neverMissed = Self(rawValue: "LT0103")
    /// A standard that every event misses.
    public static let alwaysMissed = Self(rawValue: "LT0104")
    /// A standard from which every event is excused.
    public static let alwaysExcused = Self(rawValue: "LT0105")
    /// Two standards that cannot both be kept.
    public static let contradiction = Self(rawValue: "LT0106")
    /// A setting whose rows leave out values that its facts may have.
    public static let gapInChoice = Self(rawValue: "LT0107")
    /// A value between two standards of which neither speaks.
    public static let gapBetweenStandards = Self(rawValue: "LT0108")
    /// A promise that may be made where what it promises may not be done.
    public static let promiseAboveAuthority = Self(rawValue: "LT0109")
    /// A standard that does not say why it exists.
    public static let missingReason = Self(rawValue: "LT0201")
    /// A standard that nobody answers for.
    public static let missingOwner = Self(rawValue: "LT0202")
    /// A standard that does not say where it comes from.
    public static let missingSource = Self(rawValue: "LT0203")
    /// Something that must follow, without a limit.
    public static let missingLimit = Self(rawValue: "LT0204")
    /// A number whose unit is only in its name.
    public static let missingUnit = Self(rawValue: "LT0205")
    /// Actions without anybody who does them.
    public static let missingActor = Self(rawValue: "LT0206")
    /// A rulebook without a metric.
    public static let missingMeasure = Self(rawValue: "LT0207")
    /// A metric without a bound.
    public static let metricWithoutGoal = Self(rawValue: "LT0208")
    /// A figure about agents that they may write down themselves.
    public static let selfReportedFigure = Self(rawValue: "LT0209")
    /// A rulebook that recognises nothing.
    public static let missingRecognition = Self(rawValue: "LT0210")
    /// A rulebook that does not say what an unlisted action leads to.
    public static let missingFallback = Self(rawValue: "LT0211")
    /// An action or event of which nothing in the rulebook speaks.
    public static let unruledEvent = Self(rawValue: "LT0212")
    /// A clock that runs for days under the key of one conversation.
    public static let unpairedClock = Self(rawValue: "LT0213")
    /// Something that is remembered for ever for each thing that comes and goes.
    public static let unboundedMemory = Self(rawValue: "LT0214")
    /// Weights of a scorecard that do not add up to a hundred.
    public static let weightsOffHundred = Self(rawValue: "LT0215")
    /// Points from a field that does not say what its numbers mean.
    public static let pointsWithoutAnchors = Self(rawValue: "LT0216")
    /// A text that lacks a language of the rulebook.
    public static let missingTranslation = Self(rawValue: "LT0301")
    /// Words that sound like a standard and set none.
    public static let vagueWord = Self(rawValue: "LT0302")
    /// A phrase set without expressions in a language that the rulebook declares.
    public static let missingPhrases = Self(rawValue: "LT0303")
    /// An expression that an exception keeps from ever being heard.
    public static let unheardExpression = Self(rawValue: "LT0304")
    /// Alternatives of several words of which a stroke parts only those beside it.
    public static let splitAlternative = Self(rawValue: "LT0305")
    /// `all` over a list that may be empty, of which it is then true.
    public static let allOverMaybeEmpty = Self(rawValue: "LT0401")
    /// A part of a condition that reads no fact and can never be computed.
    public static let failingConstant = Self(rawValue: "LT0402")
    /// A part of the rulebook that a standard about standards does not allow.
    public static let houseRule = Self(rawValue: "LT0501")
}
