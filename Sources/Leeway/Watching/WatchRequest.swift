/// Which log to watch, and how.
public struct WatchRequest: Sendable {
    /// What says how late it is, while no event comes in.
    public enum Clock: String, CaseIterable, Sendable {
        /// The machine's clock.
        case machine
        /// The events alone.
        case log
    }

    /// When watching ends.
    public enum End: Sendable {
        /// When somebody asks for it: more rows are waited for.
        case onRequest
        /// At the end of the log as it is; what ran out before the instant is over.
        case atEndOfLog(asOf: CELTimestamp?)
    }

    /// The log; `-` is standard input.
    public var path: String
    /// What rows mean; nil for a log in the event format.
    public var mapping: MappingProgram?
    /// The instant for mappings that ask for one.
    public var asOf: CELTimestamp?
    /// How events are judged, and what is told.
    public var options: WatchOptions
    /// What says how late it is.
    public var clock: Clock
    /// When watching ends.
    public var end: End

    /// Makes a request.
    public init(
        path: String, mapping: MappingProgram? = nil, asOf: CELTimestamp? = nil, options: WatchOptions = WatchOptions(),
        clock: Clock = .machine, end: End = .onRequest
    ) {
        self.path = path
        self.mapping = mapping
        self.asOf = asOf
        self.options = options
        self.clock = clock
        self.end = end
    }
}
