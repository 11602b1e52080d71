/// A clock that is about to run out.
public struct DueClock: Sendable {
    /// What would become of it if nothing came any more: it is still open.
    public internal(set) var finding: TimelineFinding
    /// Whose it is, with private values masked, such as `customer.id cu-5`; empty where a clock has no key.
    public let key: String
}
