import Foundation
import Synchronization

/// A place in the line of a ``Turnstile``, held by a thread that the kernel blocks.
///
/// The kernel knows no wait with an end: whoever gives up leaves the thread standing, and may take the place up again.
final class TurnstilePlace: Sendable {
    private enum State {
        /// Somebody waits here.
        case awaited
        /// Nobody does any more.
        case left
        /// Whoever waited is inside.
        case inside
        /// The thread was let in when nobody waited, and has let the next one in.
        case passed
    }

    let file: TurnstileFile
    private let state = Mutex(State.awaited)
    private let semaphore = DispatchSemaphore(value: 0)

    init(_ file: TurnstileFile) { self.file = file }

    /// Stands in line on a thread of its own.
    func stand() {
        Thread.detachNewThread { [self] in
            // Without locks there is no line: then everybody is let through.
            _ = file.waitAndEnter()
            state.withLock { state in
                if case .left = state {
                    file.end()
                    state = .passed
                } else {
                    state = .inside
                }
            }
            semaphore.signal()
        }
    }

    /// Waits to be let in.
    ///
    /// - Returns: whether one is inside.
    func wait(seconds: Double) -> Bool { semaphore.wait(timeout: .now() + seconds) == .success }

    /// Gives up waiting.
    ///
    /// - Returns: false where one is inside meanwhile.
    func giveUp() -> Bool {
        state.withLock { state in
            guard case .awaited = state else { return false }
            state = .left
            return true
        }
    }

    /// Waits again in the same place.
    ///
    /// - Returns: whether it is still there.
    func takeUp() -> Bool {
        state.withLock { state in
            guard case .left = state else { return false }
            state = .awaited
            return true
        }
    }
}
