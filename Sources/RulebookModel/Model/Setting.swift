public import CEL
public import SourceText

/// One of the knobs that a manager turns, read in conditions as `settings.NAME`.
public struct Setting: Sendable {
    /// Its name.
    public let name: String
    /// Words for people.
    public let title: LocalizedText?
    /// Its type.
    public let type: SettingType
    /// Its value, or the rows that choose it.
    public let content: Content
    /// Where it is declared.
    public let range: SourceRange

    /// Where the value comes from.
    public enum Content: Sendable {
        /// Always the same.
        case constant(CELValue)
        /// The row whose conditions hold; no row leaves it unknown.
        case choice([ChoiceRow])
    }
}

/// The type of a setting's value: a fact's type, or a table of such.
public indirect enum SettingType: Hashable, Sendable {
    /// A single value.
    case value(FactType)
    /// Values in order.
    case list(FactType)
    /// Values by name, perhaps several levels deep.
    case table(SettingType)
}

/// A row of a choice: the value and when it is the one.
public struct ChoiceRow: Sendable {
    /// The value.
    public let value: CELValue
    /// The dates on which the row counts, read against the event's own time.
    public let period: EffectivePeriod
    /// The facts that must lie in the row's cells; facts not named may be anything.
    public let cells: [ChoiceCell]
    /// Where it stands.
    public let range: SourceRange
}

/// What a row asks of one fact.
public struct ChoiceCell: Sendable {
    /// The fact's path.
    public let path: [String]
    /// The fact's type.
    public let type: FactType
    /// Which values are in the cell.
    public let test: Test

    /// A set of values.
    public enum Test: Sendable {
        /// Any of these.
        case anyOf([CELValue])
        /// Between two bounds, each included or not, either absent.
        case band(lower: CELValue?, lowerIncluded: Bool, upper: CELValue?, upperIncluded: Bool)
    }
}
