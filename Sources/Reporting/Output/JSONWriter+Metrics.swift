import Audit
import JSONSyntax
import RulebookEngine

extension JSONWriter {
    /// Writes what metrics came to; a figure without a verdict has the status null.
    mutating func metrics(_ report: ComplianceReport) {
        name("metrics")
        beginList()
        for result in report.metrics {
            beginObject()
            member("standard", report.standards[result.standard].id)
            member("status", result.status?.rawValue)
            member("measure", result.measure)
            member("for", result.key)
            member("period", result.period)
            member("from", result.start?.text)
            member("until", result.end?.text)
            name("figure")
            if let figure = result.figure {
                beginObject(.inline)
                member("text", figure.text)
                // Texts, for the integers of exact fractions can be longer than any number of a reader.
                member("numerator", figure.numerator)
                member("denominator", figure.denominator)
                member("unit", figure.unit)
                endObject()
            } else {
                null()
            }
            member("asked", result.bound)
            member("population", result.population)
            member("excused", result.excused)
            member("unclear", result.unclear)
            member("message", result.message)
            name("missing")
            beginList(.inline)
            for name in result.missing { string(name) }
            endList()
            member("place", result.place)
            endObject()
        }
        endList()
    }
}
