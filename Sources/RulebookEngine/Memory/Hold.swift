public import CEL

/// What a reservation keeps back from allowances until it is committed, released or runs out.
public struct Hold: Sendable, Hashable {
    /// What one allowance's figure would grow by.
    struct Use: Sendable, Hashable {
        let figure: OpenHolds.Figure
        let value: CELValue
    }

    /// The reservation's name.
    public let name: String
    /// From when on it keeps nothing back any more.
    public let expires: CELTimestamp
    /// What it keeps back; empty where no allowance asks about the event.
    let uses: [Use]

    /// Whether it keeps nothing back any more at an instant.
    public func isOver(at time: CELTimestamp) -> Bool { time >= expires }
}
