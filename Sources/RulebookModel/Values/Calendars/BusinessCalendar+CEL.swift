public import CEL

extension BusinessCalendar: CELOpaqueContent {
    /// The name of its type in conditions.
    public var typeName: String { "calendar" }
    /// Its name.
    public var text: String { name }
    /// A rulebook has one calendar of a name.
    public func hash(into hasher: inout Hasher) { hasher.combine(name) }
    /// Whether it is the same one.
    public func isEqual(to other: any CELOpaqueContent) -> Bool { (other as? BusinessCalendar)?.name == name }
}

extension BusinessCalendar.Gap {
    /// What an expression comes to that meets it: unknown where nobody has said, an error out of the years.
    package var value: CELValue {
        switch self {
        case .notKnown(let what): .unknown(CELUnknown(CELAttributePath([what])))
        case .outOfYears:
            .error(CELError(.overflow, "calendars count the years 1970 to 2099, and this lies outside of them"))
        }
    }
}
