/// Gathers issues, each once, up to a limit.
struct IssueList {
    private let countMax: Int
    private var kept: [CELIssue] = []
    private var seen: Set<CELIssue> = []
    private var omittedCount = 0

    init(countMax: Int) { self.countMax = countMax }

    var isEmpty: Bool { kept.isEmpty }
    var count: Int { kept.count }

    mutating func add(_ issue: CELIssue) {
        guard seen.insert(issue).inserted else { return }
        guard kept.count < countMax else {
            omittedCount += 1
            return
        }
        kept.append(issue)
    }

    /// All issues by place, the last one telling how many more there were.
    var sorted: [CELIssue] {
        var issues = kept.sorted { left, right in
            (left.range.lowerBound, left.range.upperBound, left.code, left.message)
                < (right.range.lowerBound, right.range.upperBound, right.code, right.message)
        }
        if omittedCount > 0, let last = issues.last {
            issues.append(CELIssue(.tooManyIssues, "and \(omittedCount) more", range: last.range))
        }
        return issues
    }
}
