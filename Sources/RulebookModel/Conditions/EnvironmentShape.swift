import CEL

/// All that conditions about some events can read beside what conditions about any event can.
struct EnvironmentShape: Hashable {
    /// A field that all of the events have.
    struct Field: Hashable {
        let name: String
        let type: FactType
    }

    let fields: [Field]
    /// Whether the events have words, which phrase sets listen to.
    let hasText: Bool
    /// Whether they begin a timeline, whose limits may call them `trigger`.
    let isTrigger: Bool
    /// The names of the scorecards that judge them; nil for all that there are.
    let scorecards: [String]?
}
