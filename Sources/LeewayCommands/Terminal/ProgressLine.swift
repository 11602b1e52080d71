import Leeway

/// One line on a terminal that says how far something long has come.
final class ProgressLine {
    /// How long it may take before it says anything, and between two updates.
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
        show { seconds in
            let size = "\(progress.byteCount / 1_000_000) MB"
            return "\(progress.rows) rows, \(progress.events) events, \(size), \(progress.rows / seconds) rows/s"
        }
    }

    /// Says how many of some things are done.
    func update(done: Int, of count: Int, _ things: String) { show { _ in "\(done) of \(count) \(things)" } }

    private func show(_ text: (Int) -> String) {
        guard isShown else { return }
        let now = clock.now
        guard now - last >= Self.interval else { return }
        last = now
        hasPrinted = true
        console.note("\r\u{1B}[K\(text(max(1, Int((now - start).components.seconds))))")
    }

    /// Takes the line away.
    func end() {
        if hasPrinted { console.note("\r\u{1B}[K") }
    }
}
