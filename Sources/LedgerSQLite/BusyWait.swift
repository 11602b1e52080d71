import Foundation
import Synchronization

/// Waits for a lock of SQLite's, and looks again every few milliseconds.
///
/// SQLite's own wait looks up to 100 ms later, when somebody else may have come in between, again and again.
final class BusyWait: Sendable {
    private let deadline = Mutex(ContinuousClock.now)

    /// Waits a moment.
    ///
    /// - Parameter count: how often one waited for this lock before.
    /// - Returns: whether to look again.
    func waits(after count: Int) -> Bool {
        let now = ContinuousClock.now
        let deadline = deadline.withLock { deadline in
            if count == 0 { deadline = now + .seconds(SQLiteLedger.busyTimeoutSeconds) }
            return deadline
        }
        guard now < deadline else { return false }
        // Not in step with the others who wait.
        usleep(.random(in: 1_000...5_000))
        return true
    }
}
