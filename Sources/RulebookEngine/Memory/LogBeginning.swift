import CEL

/// From when on the log that is remembered is complete: what happened before may be missing from it.
struct LogBeginning: Sendable, Equatable {
    /// The first instant of which everything is known.
    let instant: CELTimestamp
    /// The same as people of the rulebook's zone read it.
    private let text: String

    init(_ instant: CELTimestamp, in zone: CELTimeZone) {
        self.instant = instant
        text = instant.text(in: zone)
    }

    /// The latest instant of which something may be missing; nil before the first that can be written.
    var lastBefore: CELTimestamp? { instant.subtracting(CELDuration(nanoseconds: 1)) }

    /// That nobody knows what something came to, because it looks back further than the log is complete.
    ///
    /// The words are the same for every event, so that a report can count them.
    func unknown(_ what: String) -> CELUnknown {
        CELUnknown(
            CELAttributePath([
                "\(what) (it reaches back to before \(text), from which on the log is complete)"
            ]))
    }
}
