/// A reservation that was lifted, as each version of the rulebook knew it.
public struct LiftedHold: Sendable {
    /// What it kept back, in the order of the versions; nil where one does not know the event.
    let holds: [Hold?]
}
