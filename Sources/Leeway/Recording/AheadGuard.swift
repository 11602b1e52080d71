/// Keeps events of the future out of a ledger: whoever records one locks out all that happens before it.
///
/// It stands at the edge, since only there is a clock; the engine knows no other time than that of events.
public struct AheadGuard: Sendable {
    /// How far a caller's clock may run ahead.
    public let tolerance: TimeSpan
    private let clock: @Sendable () -> CELTimestamp?

    /// Five minutes.
    public static let standardTolerance = TimeSpan(nanoseconds: 300_000_000_000)

    /// Makes a guard.
    ///
    /// - Parameters:
    ///   - tolerance: how far a caller's clock may run ahead.
    ///   - clock: the present; by default that of the machine.
    public init(
        tolerance: TimeSpan = AheadGuard.standardTolerance,
        clock: @escaping @Sendable () -> CELTimestamp? = SQLiteLedger.systemClock
    ) {
        self.tolerance = tolerance
        self.clock = clock
    }

    /// What is wrong with an instant, where it lies too far ahead.
    public func problem(_ time: CELTimestamp?) -> InputProblem? {
        guard let time, let now = clock(),
            let latest = now.adding(CELDuration(nanoseconds: tolerance.nanoseconds)), time > latest
        else { return nil }
        return InputProblem(
            code: .outOfBounds, path: "time",
            message:
                "the event is of \(time), more than \(tolerance.text) after the clock of this machine (\(now)); once "
                + "recorded, it would refuse whatever happens before it",
            help: "mend the time or the clock, leave the time out, or let more pass with --ahead")
    }

    /// Refuses an instant that lies too far ahead.
    ///
    /// - Parameters:
    ///   - time: the instant; nil is that of the ledger's clock.
    ///   - input: the name of the input.
    /// - Throws: ``LeewayError/unreadableEvent(_:)``.
    public func check(_ time: CELTimestamp?, in input: String) throws(LeewayError) {
        guard let problem = problem(time) else { return }
        throw .unreadableEvent(EventProblems(input: input, line: nil, problems: [problem]))
    }
}
