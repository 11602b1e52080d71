/// A finding that an audit of the log must report: a planted fault, or a case that is open, excused or beyond the policy.
struct Expected {
    enum Status: String { case missed, discretion, excused, undetermined, pending }

    /// What the finding is about.
    enum Subject {
        /// An event, by its serial number.
        case event(Int)
        /// A figure: for whom (`a-1`, or `everyone`), and of which period.
        case figure(of: String, period: String)
    }

    let status: Status
    let standard: String
    let subject: Subject
    /// What was done, in words.
    let what: String
}
