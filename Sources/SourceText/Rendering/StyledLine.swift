/// A line of output whose parts say what they are, so that each renderer dresses them its own way.
struct StyledLine: Equatable {
    /// What a part is.
    enum Role: Equatable {
        case severity(Diagnostic.Severity)
        case message
        /// Line numbers, arrows and bars.
        case frame
        case source
        /// What underlines the range itself.
        case mark(Diagnostic.Severity)
        /// What underlines a related place, with its words.
        case label
        case help
        case suggestion
    }

    struct Span: Equatable {
        let role: Role
        let text: String
    }

    var spans: [Span] = []

    mutating func add(_ role: Role, _ text: String) {
        spans.append(Span(role: role, text: text))
    }
}
