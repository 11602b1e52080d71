import Foundation
import Synchronization

/// A thread that does what it is given, in that order, until nobody refers to it any more.
///
/// What one makes of a log's rows it also takes apart, so that threads do not wait for each other's memory: a pool that
/// lets any thread do anything spent a seventh of an audit on that.
final class WorkThread: Sendable {
    /// What is yet to be done. The thread refers to this alone, so that it ends with its owner.
    private final class Line: Sendable {
        private struct State {
            var jobs: [@Sendable () -> Void] = []
            var isClosed = false
        }

        private let state = Mutex(State())
        private let change = DispatchSemaphore(value: 0)

        func add(_ job: @escaping @Sendable () -> Void) {
            state.withLock { $0.jobs.append(job) }
            change.signal()
        }

        func close() {
            state.withLock { $0.isClosed = true }
            change.signal()
        }

        func run() {
            while true {
                change.wait()
                let (jobs, isClosed) = state.withLock { state in
                    defer { state.jobs = [] }
                    return (state.jobs, state.isClosed)
                }
                for job in jobs { job() }
                if isClosed { return }
            }
        }
    }

    private let line = Line()

    init() {
        let thread = Thread { [line] in line.run() }
        thread.name = "leeway-audit"
        thread.start()
    }

    deinit { line.close() }

    /// Adds something to do.
    func run(_ job: @escaping @Sendable () -> Void) { line.add(job) }
}
