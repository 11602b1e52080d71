/// How binding a standard is, which decides where its findings are reported.
public enum StandardForce: String, CaseIterable, Hashable, Sendable {
    /// Binding: counted and scored.
    case must
    /// Advice: reported apart, never scored.
    case should
    /// Recognition when met, nothing when not.
    case may
}
