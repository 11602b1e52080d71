import CEL
import Testing

/// What is expected of an issue besides its place.
struct ExpectedIssue {
    let code: CELIssue.Code
    let message: String
    let help: String?

    init(_ code: CELIssue.Code, _ message: String, help: String? = nil) {
        self.code = code
        self.message = message
        self.help = help
    }
}

/// Expects the issues of a source in which each is marked with « and », in order.
func expectIssues(
    _ marked: String, _ expected: [ExpectedIssue], in environment: CELEnvironment = CareDesk.environment,
    expecting type: CELType? = nil, at location: SourceLocation = #_sourceLocation
) {
    var source = ""
    var starts: [Int] = []
    var ranges: [Range<Int>] = []
    for character in marked {
        switch character {
        case "«": starts.append(source.utf8.count)
        case "»": ranges.append((starts.popLast() ?? 0)..<source.utf8.count)
        default: source.append(character)
        }
    }
    ranges.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    let issues = environment.compile(source, expecting: type).issues
    #expect(issues.map(\.range) == ranges, "places in \(marked)", sourceLocation: location)
    #expect(issues.map(\.code) == expected.map(\.code), "codes in \(marked)", sourceLocation: location)
    #expect(issues.map(\.message) == expected.map(\.message), "messages in \(marked)", sourceLocation: location)
    #expect(issues.map(\.help) == expected.map(\.help), "help in \(marked)", sourceLocation: location)
}
