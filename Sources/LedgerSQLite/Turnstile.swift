import Foundation

/// Lets one after the other at a ledger, in the order in which they came.
///
/// SQLite's own lock keeps two from recording at once, but has no line: whoever waits for it looks again now and then,
/// and one who lets go and comes back at once is always first. Here the kernel keeps the line, on a file beside the
/// ledger. Whoever is next holds the line's lock until it is let in, so that even one who comes back at once stands
/// behind. A process that is killed leaves the line by itself.
///
/// It is for fairness only. Where the file cannot be made or locked everybody is let through, and SQLite's lock alone
/// decides; the file holds nothing that matters, and may be deleted.
final class Turnstile {
    /// The file, `LEDGER-turn`.
    let path: String
    /// How long one waits while nobody is let in, in seconds.
    let patienceSeconds: Double
    private let ledger: String
    /// The file, kept open from one turn to the next.
    private var file: TurnstileFile?
    /// The place in the line of a wait that was given up: the next one takes it up again.
    private var place: TurnstilePlace?

    /// Makes a turnstile.
    ///
    /// - Parameters:
    ///   - ledger: the ledger's file, which need not be there yet.
    ///   - patienceSeconds: how long one waits while nobody is let in.
    init(to ledger: String, patienceSeconds: Double = SQLiteLedger.busyTimeoutSeconds) {
        // By whatever name the ledger is opened, its line is one.
        self.ledger = URL(fileURLWithPath: ledger).resolvingSymlinksInPath().path
        self.patienceSeconds = patienceSeconds
        path = self.ledger + "-turn"
    }

    /// Does something once it is one's turn.
    ///
    /// - Parameter body: what is to be done; it must not pass the same turnstile again.
    /// - Returns: what it gives.
    /// - Throws: ``LedgerError/busy(path:)`` where nobody was let in for too long, and what the body throws.
    @discardableResult
    func pass<Value>(_ body: () throws -> Value) throws -> Value {
        let isInLine = try enter()
        defer { if isInLine { file?.leave() } }
        return try body()
    }

    deinit { file?.end() }

    /// Waits for one's turn; false where there is no line.
    private func enter() throws(LedgerError) -> Bool {
        if let place, place.takeUp() { return try wait(in: place) }
        place = nil
        if let file, file.isGone {
            file.end()
            self.file = nil
        }
        guard let file = file ?? TurnstileFile(path, beside: ledger) else { return false }
        self.file = file
        switch file.enter() {
        case .inside: return true
        case .unsupported: return false
        case .held:
            // The file belongs to the place until it is one's turn.
            self.file = nil
            let place = TurnstilePlace(file)
            place.stand()
            return try wait(in: place)
        }
    }

    private func wait(in place: TurnstilePlace) throws(LedgerError) -> Bool {
        var stamp = place.file.stamp
        while !place.wait(seconds: patienceSeconds) {
            let present = place.file.stamp
            // As long as others are let in, one's turn comes.
            guard present == stamp else {
                stamp = present
                continue
            }
            if place.giveUp() {
                self.place = place
                throw .busy(path: ledger)
            }
            break
        }
        self.place = nil
        file = place.file
        return true
    }
}
