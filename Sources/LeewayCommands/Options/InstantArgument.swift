import ArgumentParser
import Leeway

/// An instant on the command line, as RFC 3339 writes it.
struct InstantArgument: ExpressibleByArgument {
    let text: String
    let instant: CELTimestamp

    init?(argument: String) {
        guard let instant = CELTimestamp(parsing: argument) else { return nil }
        text = argument
        self.instant = instant
    }
}
