import CEL

/// Which pauses of a key's clocks are under way.
struct PauseState: Sendable, Equatable {
    /// A bit for each.
    private var running: UInt32 = 0
    /// What nobody knows: whether an event began or ended a pause, by its number.
    private var unknown: [Int: CELUnknown] = [:]

    /// Whether a clock stands still.
    var isPaused: Bool { running != 0 }

    /// Whether nothing need be remembered.
    var isEmpty: Bool { running == 0 && unknown.isEmpty }

    /// What nobody knows.
    var gap: CELUnknown? {
        unknown.sorted { $0.key < $1.key }.map(\.value).reduce(nil) { $0?.merging($1) ?? $1 }
    }

    /// Begins or ends a pause; whether that is certain resolves what was not known of it, or leaves it open.
    mutating func set(_ number: Int, to isRunning: Bool, unknown missing: CELUnknown?) {
        let bit: UInt32 = 1 << UInt32(number)
        if isRunning { running |= bit } else { running &= ~bit }
        unknown[number] = missing
    }
}
