public import CEL
public import SourceText

/// How much a missed standard matters.
public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// A blemish.
    case minor
    /// A fault.
    case major
    /// A fault that fails the whole interaction.
    case critical
}

/// How binding a standard is.
public enum Force: String, Hashable, Sendable, CaseIterable {
    /// It decides.
    case must
    /// It advises, and is reported apart.
    case should
    /// It recognises: something when it is met, nothing when it is not.
    case may
}

/// What a failed standard leads to.
public enum Consequence: Hashable, Sendable {
    /// The action is refused.
    case deny
    /// The action may go ahead with a reason of at least so many characters.
    case justify(lengthMin: Int)
    /// Somebody of at least this role may approve.
    case escalate(role: String)
    /// Nothing for this action; other standards may ask about it.
    case note
}

/// One of the company's service standards.
///
/// A class, since it has many parts and is handed on as a whole.
public final class Standard: Sendable {
    /// A clause of the policy that can be read in two ways, and who settled which.
    public struct Reading: Sendable {
        /// The reading that was chosen.
        public let text: LocalizedText
        /// Who chose it.
        public let by: String?
        /// The day on which it was chosen.
        public let on: CivilDate?
    }

    /// Its name, unique in the rulebook.
    public let id: String
    /// What people call it.
    public let title: LocalizedText?
    /// Why it exists.
    public let because: LocalizedText?
    /// The clause that it carries out.
    public var source: LocalizedText? { extras?.source }
    /// How an ambiguous clause is read.
    public var reading: Reading? { extras?.reading }
    /// Who answers for it.
    public let owner: String?
    /// How much it matters.
    public let severity: Severity
    /// How binding it is.
    public let force: Force
    /// When it is in force, within the rulebook's own period.
    public let effective: EffectivePeriod
    /// Which events it is about.
    public let pattern: EventPattern
    /// Facts that must have one of some values for it to apply.
    public let scope: [ScopeEquality]
    /// What must hold for it to apply.
    public let when: Condition?
    /// What excuses an event from it.
    public let unless: Condition?
    /// Words that go with a permit.
    public var say: LocalizedText? { extras?.say }
    /// What to do or say where it fails.
    public var instead: Remedy? { extras?.instead }
    /// What its failing leads to.
    public let otherwise: Consequence
    /// What it asks.
    public let body: Body
    /// How loud checks of the linter are to be about it, in written order.
    public let lint: [LintSetting]
    /// The range of its id.
    public let range: SourceRange
    /// Where all of it stands, its id included.
    public let extent: SourceRange
    /// Words that few standards have; nil where it has none of them.
    private let extras: Extras?

    private final class Extras: Sendable {
        let source: LocalizedText?
        let reading: Reading?
        let say: LocalizedText?
        let instead: Remedy?

        init(source: LocalizedText?, reading: Reading?, say: LocalizedText?, instead: Remedy?) {
            self.source = source
            self.reading = reading
            self.say = say
            self.instead = instead
        }
    }

    init(
        id: String, title: LocalizedText?, because: LocalizedText?, source: LocalizedText?, reading: Reading?,
        owner: String?, severity: Severity, force: Force, effective: EffectivePeriod, pattern: EventPattern,
        scope: [ScopeEquality], when: Condition?, unless: Condition?, say: LocalizedText?, instead: Remedy?,
        otherwise: Consequence, body: Body, lint: [LintSetting], range: SourceRange, extent: SourceRange
    ) {
        self.id = id
        self.title = title
        self.because = because
        self.owner = owner
        self.severity = severity
        self.force = force
        self.effective = effective
        self.pattern = pattern
        self.scope = scope
        self.when = when
        self.unless = unless
        self.otherwise = otherwise
        self.body = body
        self.lint = lint
        self.range = range
        self.extent = extent
        let hasExtras = source != nil || reading != nil || say != nil || instead != nil
        extras = hasExtras ? Extras(source: source, reading: reading, say: say, instead: instead) : nil
    }

    /// The same standard, asking for something else.
    func asking(_ body: Body) -> Standard {
        Standard(
            id: id, title: title, because: because, source: source, reading: reading, owner: owner, severity: severity,
            force: force, effective: effective, pattern: pattern, scope: scope, when: when, unless: unless, say: say,
            instead: instead, otherwise: otherwise, body: body, lint: lint, range: range, extent: extent)
    }

    /// What a standard asks.
    public enum Body: Sendable {
        /// That the condition holds.
        case require(Condition)
        /// That the condition does not hold.
        case forbid(Condition)
        /// That a measure stays on a step that the actor holds.
        indirect case allowance(Allowance)
        /// That events come in an order and in time.
        indirect case timeline(TimelineRule)
        /// That a figure over many events keeps a bound.
        indirect case metric(Metric)
        /// That a person answers the questions with yes.
        case manual([ManualQuestion])

        /// The key under which a rulebook writes it.
        public var name: String {
            switch self {
            case .require: "require"
            case .forbid: "forbid"
            case .allowance: "allowance"
            case .timeline: "timeline"
            case .metric: "metric"
            case .manual: "manual"
            }
        }
    }
}

/// A fact that must equal one of some values: indexed, and readable aloud.
public struct ScopeEquality: Sendable {
    /// The fact's path, such as `customer.tier`.
    public let path: [String]
    /// The values, any of which will do.
    public let values: [CELValue]
    /// The values as written.
    public let texts: [String]
    /// The fact's type.
    public let type: FactType
    /// Where it stands.
    public let range: SourceRange
}

/// What to do or say where a standard fails.
public enum Remedy: Sendable {
    /// Words for the customer.
    case words(LocalizedText)
    /// What a phrase set says.
    case phrases(name: String)
    /// Another action, to be checked before it is offered.
    case action(name: String, range: SourceRange)
}

/// A question that only a person can answer.
public struct ManualQuestion: Sendable {
    /// The name under which it is answered; empty for a standard's only question.
    public let label: String
    /// What is asked.
    public let text: LocalizedText
}
