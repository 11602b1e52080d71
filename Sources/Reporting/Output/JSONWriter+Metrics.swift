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
                member("within", figure.within)
                endObject()
            } else {
                null()
            }
            member("asked", result.bound)
            member("population", result.population)
            member("sample", result.sampleMin)
            member("excused", result.excused)
            member("excluded", result.excluded)
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

    /// Writes what people took out of metrics.
    mutating func exclusions(_ report: ComplianceReport) {
        name("exclusions")
        beginList()
        for entry in report.exclusions {
            beginObject()
            member("standard", report.standards[entry.standard].id)
            member("event", entry.event)
            member("type", entry.type)
            member("time", entry.time?.text)
            member("who", entry.who)
            member("reason", entry.reason)
            member("rows", entry.rows)
            member("removed", entry.removedCount)
            member("refused", entry.refusal.isEmpty ? nil : entry.refusal)
            endObject()
        }
        endList()
    }
}
