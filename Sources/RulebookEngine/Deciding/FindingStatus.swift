/// How an event stands to a standard.
///
/// The order of the cases is the order in which reports list them.
public enum FindingStatus: String, CaseIterable, Hashable, Sendable {
    /// The standard applied and was kept.
    case met
    /// The standard applied and was not kept.
    case missed
    /// The policy was passed within the actor's discretion, with the reason or approval that it asks for.
    case discretion
    /// A declared exception applied.
    case excused
    /// A clock is still open.
    case pending
    /// A fact is missing.
    case undetermined
    /// The standard did not apply.
    case notApplicable = "not_applicable"
}
