/// Shows diagnostics as a JSON array, for editors and scripts.
///
/// Each has `code`, `severity`, `message`, `file`, `start` and `end` (`line` and `column` from 1, `offset` in bytes
/// from 0), `labels`, `help` (null where there is none) and `fixIts`, each
/// with its `replacement` and whether it is `safe`. Lines and columns are those of the plain text.
public struct JSONRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// Shows diagnostics in the order given, one a line.
    ///
    /// - Parameter diagnostics: what to show.
    /// - Returns: a JSON text that ends with a line feed.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "[]\n" }
        return "[\n" + diagnostics.map { "  " + render($0) }.joined(separator: ",\n") + "\n]\n"
    }

    private func render(_ diagnostic: Diagnostic) -> String {
        object(
            [
                ("code", string(diagnostic.code.rawValue)),
                ("severity", string(diagnostic.severity.rawValue)),
                ("message", string(diagnostic.message)),
            ] + place(diagnostic.range) + [
                (
                    "labels",
                    array(diagnostic.labels.map { object(place($0.range) + [("message", string($0.message))]) })
                ),
                ("help", diagnostic.help.map(string) ?? "null"),
                (
                    "fixIts",
                    array(
                        diagnostic.fixIts.map {
                            object(
                                place($0.range) + [
                                    ("replacement", string($0.replacement)),
                                    ("safe", $0.safety == .safe ? "true" : "false"),
                                ])
                        })
                ),
            ])
    }

    private func place(_ range: SourceRange) -> [(String, String)] {
        [("file", string(range.file.name)), ("start", position(range.start)), ("end", position(range.end))]
    }

    private func position(_ position: SourcePosition) -> String {
        object([
            ("line", String(position.line)), ("column", String(position.column)),
            ("offset", String(position.utf8Offset)),
        ])
    }

    private func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",") + "}"
    }

    private func array(_ elements: [String]) -> String { "[" + elements.joined(separator: ",") + "]" }

    private func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            // Control characters must be escaped; the line separators would end a line for some readers.
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
