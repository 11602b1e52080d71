import ArgumentParser
import Leeway

/// A length of time on the command line, such as `5min` or `1h 30min`.
struct SpanArgument: ExpressibleByArgument {
    let duration: CELDuration

    init?(argument: String) {
        guard let span = try? TimeSpan(parsing: argument), span.nanoseconds >= 0 else { return nil }
        duration = CELDuration(nanoseconds: span.nanoseconds)
    }
}
