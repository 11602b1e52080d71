import CEL

/// Where an event lies for a window: from it follow what still counts and what does not.
struct WindowPlace: Sendable {
    /// A point on the line on which a window rolls: an instant, or a day in ``seconds``.
    struct Position: Hashable, Comparable, Sendable {
        let seconds: Int64
        var nanoseconds: Int32 = 0

        static func < (left: Position, right: Position) -> Bool {
            (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
        }
    }

    /// Which period of the calendar; what was measured in another one is gone.
    var epoch: Int64 = 0
    /// The event's own position.
    var position = Position(seconds: 0)
    /// The last position that no longer counts; nil where everything of the epoch does.
    var floor: Position?
}
