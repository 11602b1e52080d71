/// The words that books put around those of a rulebook, in one language.
///
/// Names and texts of a rulebook stand in quotes, behind a colon or in a cell, where no language changes their ending.
struct HandbookWords: Sendable {
    // MARK: Books

    let booklet: String
    let card: String
    let register: String
    let regulation: String
    /// A book for one role.
    let forRole: HandbookTemplate
    let forEverybody: String
    let contents: String
    let version: String
    let inForce: String
    /// The first day of a period.
    let from: HandbookTemplate
    /// The last day of a period.
    let through: HandbookTemplate
    let always: String
    let digest: String
    let roles: String
    let language: String
    /// Texts that are not in the book's language, by their number.
    let untranslated: [HandbookTemplate]
    /// Tests that fail, of which nothing is shown, by their number.
    let failing: [HandbookTemplate]
    let howToRead: String
    let otherRules: String

    // MARK: The fixed chapters of a regulation

    let telephone: String
    let stages: String
    let policy: String
    let appearance: String
    let nonstandard: String

    // MARK: Rules

    let why: String
    let appliesTo: String
    let when: String
    let exceptWhen: String
    let mustHold: String
    let mustNotHold: String
    let anyOf: String
    let allOf: String
    let noneOf: String
    let otherwise: String
    let say: String
    let instead: String
    let offer: String
    let avoid: String
    let sayInstead: String
    let phrases: String
    let forInstance: String
    let said: String
    let notSaid: String
    let onlySaid: String
    /// Within the hours of a calendar.
    let inHours: HandbookTemplate
    /// Outside of the hours of a calendar.
    let outsideHours: HandbookTemplate
    let thisMoment: String
    /// How often a phrase set is heard.
    let timesSaid: HandbookTemplate
    let source: String
    let readAs: String
    let owner: String
    let critical: String
    let major: String
    let minor: String
    let advice: String
    let recognition: String
    let yes: String
    let no: String
    let given: String
    let notGiven: String
    let nothing: String
    /// Anything but a value.
    let not: HandbookTemplate
    /// One of several values.
    let oneOf: HandbookTemplate
    /// None of several values.
    let noneOfValues: HandbookTemplate
    /// A list that holds a value.
    let includes: HandbookTemplate
    /// A list that does not hold a value.
    let includesNot: HandbookTemplate
    /// How many there are.
    let numberOf: HandbookTemplate
    /// How long ago something was.
    let timeSince: HandbookTemplate
    /// Of each element of a list.
    let forEach: HandbookTemplate
    /// Of at least one element of a list.
    let forOne: HandbookTemplate
    let and: String
    let or: String
    /// Equal to another fact.
    let sameAs: HandbookTemplate
    /// Unlike another fact.
    let differentFrom: HandbookTemplate
    /// A fact as a limit.
    let thanFact: HandbookTemplate

    // MARK: Bounds

    let atMost: HandbookTemplate
    let under: HandbookTemplate
    let atLeast: HandbookTemplate
    let over: HandbookTemplate
    let notBefore: HandbookTemplate
    /// A stretch of a ladder.
    let between: HandbookTemplate
    /// A stretch of a ladder, its beginning not included.
    let overUpTo: HandbookTemplate
    /// The first stretch of a ladder.
    let upTo: HandbookTemplate
    /// The last stretch of a ladder.
    let beyond: HandbookTemplate
    let anything: String
    let anythingMore: String

    // MARK: What an action needs

    let howFar: String
    let needs: String
    let alone: String
    let withReason: String
    let withLongReason: HandbookTemplate
    let withApproval: HandbookTemplate
    let withApprovals: HandbookTemplate
    let orHigher: HandbookTemplate
    let notPossible: String
    /// What somebody of the rank needs.
    let ofRank: HandbookTemplate
    /// What a ladder measures.
    let measured: HandbookTemplate
    let eachTime: String
    let inAll: String
    /// A window of the calendar.
    let perCalendar: HandbookTemplate
    /// A window that moves.
    let inAny: HandbookTemplate
    /// Successive blocks.
    let inBlocks: HandbookTemplate
    /// What has figures of its own.
    let per: HandbookTemplate
    let everyone: String
    /// What gives back.
    let restoredBy: HandbookTemplate

    // MARK: Time

    let within: HandbookTemplate
    let withinUnder: HandbookTemplate
    let onceEvery: HandbookTemplate
    let withinFact: HandbookTemplate
    let byFact: HandbookTemplate
    let byClose: HandbookTemplate
    let openTime: HandbookTemplate
    /// Whose business days are counted.
    let byCalendar: HandbookTemplate
    let firstDayCounts: String
    let rolledNext: HandbookTemplate
    let rolledPrevious: HandbookTemplate
    let response: HandbookTemplate
    let precedence: HandbookTemplate
    let absence: HandbookTemplate
    let interval: HandbookTemplate
    let recurrence: HandbookTemplate
    let inThisOrder: String
    let strictOrder: String
    let relativeOrder: String
    /// The limit of a procedure.
    let theLast: HandbookTemplate
    /// How fresh something must be.
    let notLongerAgo: HandbookTemplate
    /// How long ago something must have been.
    let longerAgo: HandbookTemplate
    let sinceLatest: HandbookTemplate
    let untilEvent: HandbookTemplate
    let cancelledBy: HandbookTemplate
    let pausedWhile: HandbookTemplate
    let aim: HandbookTemplate
    let extended: HandbookTemplate
    let beforeTurns: HandbookTemplate
    let each: HandbookTemplate
    let together: HandbookTemplate

    // MARK: Figures

    let measure: String
    let target: String
    let period: String
    let countedFor: String
    let sample: String
    let noTarget: String
    /// The limit of a trend, as it stands behind "at least" and "less than".
    let previousFigure: String
    let greatestOfAll: String
    let amongGreatest: HandbookTemplate
    let wholeLog: String
    let shareOf: HandbookTemplate
    let countOf: HandbookTemplate
    let sumOf: HandbookTemplate
    let meanOf: HandbookTemplate
    let minOf: HandbookTemplate
    let maxOf: HandbookTemplate
    let lastOf: HandbookTemplate
    let distinctOf: HandbookTemplate
    let percentileOf: HandbookTemplate
    let ratioOf: HandbookTemplate
    let keptOf: HandbookTemplate
    /// A percentile that is estimated, and how far off it may be.
    let estimateOf: HandbookTemplate
    /// How far two figures go together.
    let correlationOf: HandbookTemplate
    let judgedByPeople: String
    let valueDepends: String
    let valueIs: String

    // MARK: Scorecards and lifetimes

    let scorecards: String
    let scoreOf: HandbookTemplate
    let bonusOf: HandbookTemplate
    /// Every critical item of a scorecard.
    let criticalKept: HandbookTemplate
    let scoreRule: String
    let scoredItem: String
    let scoredBy: String
    let scoreWeight: String
    /// Points of a most.
    let pointsOutOf: HandbookTemplate
    /// Percentage points that are kept apart.
    let bonusPoints: HandbookTemplate
    /// When an item applies.
    let appliesIf: HandbookTemplate
    let lifetimes: String
    let lifetimeRule: String
    /// An event that ends a life.
    let overWith: HandbookTemplate
    /// A silence that ends a life.
    let overIdle: HandbookTemplate

    // MARK: Examples

    let examples: String
    let atTime: String
    let answer: String
    let allowed: String
    let needsReason: String
    let needsApproval: HandbookTemplate
    let unknownFact: HandbookTemplate
    let reasonGiven: String
    let approvedBy: HandbookTemplate
    let actsAs: HandbookTemplate
    let before: HandbookTemplate
    let kept: String
    let missed: String
    let discretion: String
    let excused: String
    let undetermined: String
    let pending: String

    // MARK: What no rule names

    let noRule: String
    let noRuleAllow: String
    let noRuleJustify: String
    let noRuleEscalate: HandbookTemplate
    let noRuleDeny: String

    // MARK: Cards

    let whatYouMay: String
    let action: String
    let columnAlone: String
    let columnReason: String
    let columnApproval: String
    let onlyIf: String
    let reasonUnless: String
    let askUnless: String
    let inTime: String
    let alwaysKeep: String
    /// Rules that a card has no room for, by their number.
    let moreInBooklet: [HandbookTemplate]

    // MARK: Registers

    let document: String
    let documents: String
    let versions: String
    let standards: String
    let sources: String
    let standardCount: String
    let titleWord: String
    let standard: String
    let severity: String
    let shown: String
    let rulebook: String
}
