import Foundation

/// How long this thread computed while a body ran: other jobs on the machine do not count.
///
/// - Parameter body: synchronous work on the calling thread.
/// - Returns: what the body returned, and the time.
public func processorTime<Result>(of body: () throws -> Result) rethrows -> (result: Result, time: Duration) {
    let start = now()
    let result = try body()
    return (result, now() - start)
}

private func now() -> Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(Int64(time.tv_sec)) + .nanoseconds(Int64(time.tv_nsec))
}
