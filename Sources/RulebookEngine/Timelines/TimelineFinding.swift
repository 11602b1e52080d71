public import CEL

/// What became of a standard about order and time, once that is certain.
public struct TimelineFinding: Sendable {
    /// The event that began it.
    public struct Trigger: Sendable {
        /// The event.
        public let event: Event
        /// Its name in its log.
        public let id: String
        /// When it began something: at its own time, or when a verdict about it was certain.
        public let time: CELTimestamp?
    }

    /// What settled it.
    public enum Cause: Sendable {
        /// An event that was expected came.
        case answered(by: String, at: CELTimestamp?)
        /// The time was over.
        case expired
        /// As many events had come as there may be.
        case counted(by: String, at: CELTimestamp?)
        /// An event ended the stretch.
        case ended(by: String, at: CELTimestamp?)
        /// The life of its key was over.
        case over(at: CELTimestamp?)
        /// An event cancelled it.
        case cancelled(by: String, at: CELTimestamp?)
        /// Another trigger took its place.
        case replaced(by: String, at: CELTimestamp?)
        /// A declared exception applied.
        case excused
        /// It could not begin: what is missing names why.
        case unreadable
        /// The log ended first.
        case open
    }

    /// When it became certain; nil where that is not yet so, or no time is known.
    var certainTime: CELTimestamp? {
        switch cause {
        case .answered(_, let time), .ended(_, let time), .cancelled(_, let time), .replaced(_, let time),
            .counted(_, let time), .over(let time):
            time
        case .expired: deadline?.instant
        case .excused, .unreadable: trigger.time
        case .open: nil
        }
    }

    /// The place of the version that judged, among the rulebook's.
    public internal(set) var version = 0
    /// The standard's place among that version's.
    public let standard: Int
    /// What became of it.
    public let status: FindingStatus
    /// The event that began it.
    public let trigger: Trigger
    /// What settled it.
    public let cause: Cause
    /// Until when there was time.
    public let deadline: Moment?
    /// What the clock did not count because it stood still; nil where it never did.
    public let stoodStill: CELDuration?
    /// Until when it should have been done, where it was done later and still in time.
    public let missedAim: Moment?
    /// The facts that are missing, in order of name, where the status is ``FindingStatus/undetermined``.
    public let missing: [String]
}

/// Something that an event obliges to.
public struct Duty: Hashable, Sendable {
    /// The standard's place among the rulebook's.
    public let standard: Int
    /// Until when it must be done; nil where no time is set.
    public let deadline: Moment?
}
