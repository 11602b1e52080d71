import CEL

/// Where an event lies for a window: from it follow what still counts and what does not.
struct WindowPlace: Sendable {
    /// A point on the line on which a window rolls: an instant, or a day in ``seconds``.
    struct Position: Hashable, Comparable, Sendable {
        let seconds: Int64
        var nanoseconds: Int32 = 0

        init(seconds: Int64, nanoseconds: Int32 = 0) {
            self.seconds = seconds
            self.nanoseconds = nanoseconds
        }

        init(_ instant: CELTimestamp) { self.init(seconds: instant.seconds, nanoseconds: instant.nanoseconds) }

        static func < (left: Position, right: Position) -> Bool {
            (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
        }
    }

    /// Where the period of the calendar or the block begins; what was measured in an earlier one is gone.
    ///
    /// Of what has no window, the number of the key's life.
    var epoch = Position(seconds: 0)
    /// The event's own position.
    var position = Position(seconds: 0)
    /// The last position that no longer counts; nil where everything of the epoch does.
    var floor: Position?
}
