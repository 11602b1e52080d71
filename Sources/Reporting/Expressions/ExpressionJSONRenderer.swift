import CEL
import JSONSyntax
import SourceText

/// Writes what an expression came to as one JSON object.
///
/// `outcome` is `value`, `unknown`, `error` (the evaluation failed) or `invalid` (the expression or a value given to it
/// is wrong, and nothing was evaluated). `value` is there where JSON has such a value; `text` is the value in the
/// language's notation, long lists and maps cut with `…`. `estimate.maximum` is null where nothing bounds the cost.
public struct ExpressionJSONRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// Writes one object.
    ///
    /// - Parameter report: what came of the expression.
    /// - Returns: JSON that ends with a line feed.
    public func render(_ report: ExpressionReport) -> [UInt8] {
        var writer = JSONWriter(style: .pretty)
        writer.object { writer in
            guard let evaluation = report.evaluation else {
                writer.member("outcome", "invalid")
                write(report.diagnostics, to: &writer)
                return
            }
            write(evaluation, to: &writer)
            write(report.diagnostics, to: &writer)
            if let parts = evaluation.parts { write(parts, to: &writer) }
        }
        writer.endLine()
        return writer.utf8
    }

    private func write(_ evaluation: ExpressionReport.Evaluation, to writer: inout JSONWriter) {
        switch evaluation.value {
        case .error(let error):
            writer.member("outcome", "error")
            writer.name("error")
            writer.object(.inline) {
                $0.member("code", error.code.rawValue)
                $0.member("message", error.message)
            }
        case .unknown(let unknown):
            writer.member("outcome", "unknown")
            writer.member("unknown", unknown.paths.map(\.description))
            writer.member("residual", ifPresent: evaluation.residual)
        default:
            writer.member("outcome", "value")
            if evaluation.value.isWritableAsJSON {
                writer.name("value")
                writer.value(evaluation.value)
            }
            writer.member("text", evaluation.text)
            writer.member("valueType", evaluation.value.typeName)
        }
        writer.member("type", evaluation.type.description)
        writer.member("cost", evaluation.cost)
        writer.name("estimate")
        writer.object(.inline) {
            $0.member("minimum", evaluation.estimate.minimum)
            $0.member("maximum", evaluation.estimate.maximum == .max ? nil : evaluation.estimate.maximum)
        }
    }

    private func write(_ diagnostics: [Diagnostic], to writer: inout JSONWriter) {
        writer.name("diagnostics")
        // The one renderer of diagnostics decides what each of them looks like.
        if let document = try? JSONDocument.parse(SourceText.JSONRenderer().render(diagnostics)) {
            writer.node(document.root)
        } else {
            writer.null()
        }
    }

    private func write(_ parts: [ExpressionReport.Part], to writer: inout JSONWriter) {
        writer.name("parts")
        writer.list { writer in
            for part in parts {
                writer.object(.inline) {
                    $0.member("expression", part.text)
                    $0.member("depth", part.depth)
                    $0.member("start", part.range.lowerBound)
                    $0.member("end", part.range.upperBound)
                    $0.member("evaluations", part.evaluationCount)
                    $0.member("values", part.values)
                }
            }
        }
    }
}
