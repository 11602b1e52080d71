import ArgumentParser
import Leeway

/// A length of time on the command line, as rulebooks write it: `15min`, `90s`, `1h 30min`.
struct TimeSpanArgument: ExpressibleByArgument {
    let span: TimeSpan

    init(_ span: TimeSpan) { self.span = span }

    init?(argument: String) {
        guard let span = try? TimeSpan(parsing: argument) else { return nil }
        self.span = span
    }

    var defaultValueDescription: String { span.text }
}
