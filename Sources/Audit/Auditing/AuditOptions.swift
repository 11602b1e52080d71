public import CEL
import RulebookEngine

/// How an audit is made.
public struct AuditOptions: Sendable {
    /// Which findings are listed; all of them are counted.
    public enum Listing: String, CaseIterable, Hashable, Sendable {
        /// Every standard at every event, also where it did not apply.
        case all
        /// Where a standard applied.
        case decided
        /// Where there is something to see: all but what was met or did not apply.
        case notable
        /// None, for long logs of which only the figures are wanted: memory does not grow with the findings.
        case none

        /// Whether findings of a status are listed.
        func lists(_ status: FindingStatus) -> Bool {
            switch (self, status) {
            case (.all, _): true
            case (.none, _), (.decided, .notApplicable), (.notable, .met), (.notable, .notApplicable): false
            case (.decided, _), (.notable, _): true
            }
        }
    }

    /// In which order events are judged, where standards ask what happened before.
    public enum Ordering: Hashable, Sendable {
        /// By their times, whatever the order of the rows: every event is held until the last was read.
        case sorted
        /// By their times, held back only while one may come that happened before: in memory that goes by the lateness
        /// and not by the log. Where one comes later than that, the audit fails, and says how late they come.
        case within(lateness: CELDuration)

        /// As they come.
        public static let streamed = Ordering.within(lateness: CELDuration(nanoseconds: 0))

        /// The lateness; nil where none is stated.
        var lateness: CELDuration? {
            switch self {
            case .sorted: nil
            case .within(let lateness): lateness
            }
        }
    }

    /// The instant of the audit, at which what is still open is judged; nil where no input asks for it.
    public var asOf: CELTimestamp?
    /// Which findings are listed.
    public var listing: Listing
    /// The program that makes the report.
    public var generator: ReportGenerator
    /// What the audit was narrowed to, one text a filter, for the report.
    public var filters: [String]
    /// In which order events are judged.
    public var ordering: Ordering
    /// From when on the logs are complete: what reaches back further is undetermined, unless what is known decides. Nil
    /// takes the mapping's word, and without one nothing ever happened before the logs.
    public var completeFrom: CELTimestamp?
    /// On how many threads rows are read, and events judged of which none needs to know of another; with one, all is done
    /// on the calling thread. The report is the same for any.
    public var threadCount: Int

    /// Makes options.
    public init(
        asOf: CELTimestamp? = nil, listing: Listing = .decided, generator: ReportGenerator, filters: [String] = [],
        ordering: Ordering = .sorted, completeFrom: CELTimestamp? = nil, threadCount: Int = 1
    ) {
        self.asOf = asOf
        self.listing = listing
        self.generator = generator
        self.filters = filters
        self.ordering = ordering
        self.completeFrom = completeFrom
        self.threadCount = threadCount
    }
}
