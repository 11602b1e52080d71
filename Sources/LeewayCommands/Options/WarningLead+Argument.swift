public import ArgumentParser
public import Leeway

/// `10min` or `20%` on the command line.
extension WarningLead: ExpressibleByArgument {
    /// Reads a length of time, or a share of it from 0 to 100 per cent.
    public init?(argument: String) {
        if argument.hasSuffix("%") {
            guard let percent = ExactDecimal(parsing: argument.dropLast()),
                let basisPoints = percent.units(fractionDigits: 2), (0...10_000).contains(basisPoints)
            else { return nil }
            self = .share(basisPoints: Int(basisPoints))
        } else {
            guard let span = SpanArgument(argument: argument) else { return nil }
            self = .span(span.duration)
        }
    }
}
