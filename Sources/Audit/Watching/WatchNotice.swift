public import CEL
public import RulebookEngine

/// Something that is told while a log is watched.
public enum WatchNotice: Sendable {
    /// What became of a standard.
    case finding(WatchFinding)
    /// A clock is about to run out; with whose it is.
    case warning(WatchFinding, key: String)
    /// An event that no standard judges, and why.
    case unjudged(WatchEvent, Decision.Remark)
    /// An event that came later than the stated lateness: it is counted, and not judged.
    case late(WatchEvent, line: Int, watermark: CELTimestamp)
    /// A row, or a part of it, that cannot be read.
    case unreadable(RowProblem)
    /// The log itself changed.
    case input(name: String, InputChange)

    /// What can become of a log that is followed.
    public enum InputChange: String, Sendable {
        /// It became shorter, and is read from its beginning.
        case truncated
        /// Another file has its name now, and is read from its beginning.
        case replaced
    }
}

/// What is told of an event.
public struct WatchEvent: Hashable, Sendable {
    /// Its name in the log.
    public let id: String
    /// Its type.
    public let type: String
    /// When it happened.
    public let time: CELTimestamp?
}
