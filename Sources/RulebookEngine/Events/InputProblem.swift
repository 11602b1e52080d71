/// Something in an event that cannot be read or that the vocabulary does not know.
public struct InputProblem: Hashable, Sendable {
    /// What kind of thing it is: a stable name.
    public enum Code: String, Hashable, Sendable {
        /// The text is no JSON, or not an object.
        case malformed = "EV0101"
        /// A member that must be there is absent.
        case missingMember = "EV0102"
        /// An action or event that the rulebook does not declare.
        case unknownType = "EV0103"
        /// A value that its declared type cannot hold.
        case wrongType = "EV0104"
        /// A value outside the bounds that the vocabulary states.
        case outOfBounds = "EV0105"
        /// An event without a time, in an audit.
        case missingTime = "EV0106"
        /// A line or row that cannot be split or is too long.
        case unreadableRow = "EV0107"
        /// A row that no row kind of the mapping takes.
        case unmappedRow = "EV0108"
        /// An identifier that another event of the log has too.
        case duplicateIdentifier = "EV0109"
        /// An answer about a standard, a question or an event that is not there.
        case unknownReference = "EV0110"
        /// An answer that somebody gave about what he did himself.
        case selfAttested = "EV0111"
        /// An approval that does not hold for the action.
        case unusableApproval = "EV0112"
    }

    /// What kind of thing it is.
    public let code: Code
    /// Which member, such as `data.value` or `customer.tier`; empty for the whole event.
    public let path: String
    /// What is wrong and what was expected: lower case, no period, the input's words in backticks.
    public let message: String
    /// The next step, where there is one.
    public let help: String?

    /// Longer messages are cut: what an input repeats of itself must not fill a report.
    package static let messageLengthMax = 400

    /// Makes a problem.
    public init(code: Code, path: String, message: String, help: String? = nil) {
        self.code = code
        self.path = path
        self.message =
            message.utf8.count <= Self.messageLengthMax ? message : message.prefix(Self.messageLengthMax) + "…"
        self.help = help
    }
}
