import Leeway

/// One line on a terminal that says how far a long audit has come.
final class ProgressLine {
    /// How long an audit may take before it says anything, and between two updates.
    private static let interval = Duration.seconds(1)

    private let console: Console
    private let isShown: Bool
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var last: ContinuousClock.Instant
    private var hasPrinted = false

    init(_ console: Console) {
        self.console = console
        isShown = Console.isTerminal(.errors)
        start = clock.now
        last = start
    }

    func update(_ progress: AuditProgress) {
        guard isShown else { return }
        let now = clock.now
        guard now - last >= Self.interval else { return }
        last = now
        hasPrinted = true
        let seconds = max(1, Int((now - start).components.seconds))
        let megabytes = progress.byteCount / 1_000_000
        console.note(
            "\r\u{1B}[K\(progress.rows) rows, \(progress.events) events, \(megabytes) MB, \(progress.rows / seconds) rows/s"
        )
    }

    /// Takes the line away.
    func end() {
        if hasPrinted { console.note("\r\u{1B}[K") }
    }
}
