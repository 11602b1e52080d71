import RulebookModel

/// What sets off a change in what is remembered: an event of a type, or what became of a standard at one.
struct Occurrence: Hashable, Sendable {
    /// What became of a standard.
    struct Verdict: Hashable, Sendable {
        /// The standard's place among the rulebook's.
        let standard: Int
        let status: FindingStatus
    }

    /// The type of the event.
    let type: String
    /// The verdict; nil where the event itself is meant.
    var verdict: Verdict?
}

extension Occurrence.Verdict {
    /// Its place among all verdicts of a rulebook.
    var rank: Int { standard * FindingStatus.allCases.count + (FindingStatus.allCases.firstIndex(of: status) ?? 0) }
}

extension FindingStatus {
    /// The status that a pattern over verdicts names.
    init(_ verdict: Verdict) {
        self =
            switch verdict {
            case .met: .met
            case .missed: .missed
            case .discretion: .discretion
            case .excused: .excused
            case .undetermined: .undetermined
            }
    }
}
