/// Adds up what was read and what could not be.
struct ReadingTally {
    /// The most problems that a report keeps; all of them are counted.
    static let problemsMax = 1000
    /// The most different unknown members that are counted by name.
    static let unknownMembersMax = 1000

    private(set) var rows = 0
    private(set) var events = 0
    private var unreadableRows = 0
    private var problems: [(place: RowPlace, problem: RowProblem)] = []
    private var problemTotal = 0
    private var unknownMembers: [String: Int] = [:]
    /// The names of the types that the newest version knows, and how many events of each there were.
    private let types: [String]
    private var eventsOfTypes: [Int]
    /// How many there were of other types.
    private var eventsOfOthers: [String: Int] = [:]

    /// - Parameter types: the types that the newest version knows, in its order.
    init(types: [String]) {
        self.types = types
        eventsOfTypes = types.map { _ in 0 }
    }

    /// Adds what was wrong with a row, before its events are judged.
    mutating func add(_ row: LogRow, at place: RowPlace) {
        rows += 1
        for problem in row.problems { add(problem, at: place) }
        for name in row.unknownMembers
        where unknownMembers[name] != nil || unknownMembers.count < Self.unknownMembersMax {
            unknownMembers[name, default: 0] += 1
        }
    }

    /// Adds a row with which nothing was wrong.
    mutating func addRow() { rows += 1 }

    /// Ends a row of which so many events could be judged.
    ///
    /// A row that is read for each element of its list may hold nothing that concerns anybody: that is no fault of it.
    mutating func endRow(_ row: LogRow, judgedCount: Int) {
        let isEmpty = row.records.isEmpty && row.problems.isEmpty
        if judgedCount == 0, !isEmpty { unreadableRows += 1 }
    }

    /// Adds a problem.
    mutating func add(_ problem: RowProblem, at place: RowPlace) {
        problemTotal += 1
        // Those found at the end may stand on earlier lines than those kept.
        if problems.count < Self.problemsMax || problems.last.map({ place < $0.place }) ?? false {
            problems.append((place, problem))
        }
    }

    /// Counts an event.
    ///
    /// - Parameters:
    ///   - type: the name of its type.
    ///   - index: the type's place among those that the newest version knows.
    mutating func addEvent(_ type: String, index: Int?) {
        events += 1
        if let index { eventsOfTypes[index] += 1 } else { eventsOfOthers[type, default: 0] += 1 }
    }

    /// Everything added up, in a fixed order, with what was not judged of what was read.
    func summary(unlistedActions: [CountedText], outsideEffectivePeriod: Int) -> ReadingSummary {
        let ordered = problems.enumerated().sorted { left, right in
            (left.element.place, left.offset) < (right.element.place, right.offset)
        }
        var eventsByType = eventsOfOthers
        for (type, count) in zip(types, eventsOfTypes) where count > 0 { eventsByType[type, default: 0] += count }
        return ReadingSummary(
            rows: rows, events: events, unreadableRows: unreadableRows,
            problems: ordered.prefix(Self.problemsMax).map(\.element.problem), problemTotal: problemTotal,
            unknownMembers: Self.counted(unknownMembers), eventsByType: Self.counted(eventsByType),
            unlistedActions: unlistedActions, outsideEffectivePeriod: outsideEffectivePeriod)
    }

    private static func counted(_ counts: [String: Int]) -> [CountedText] {
        CountedText.mostFrequentFirst(counts.map { CountedText(text: $0.key, count: $0.value) })
    }
}
