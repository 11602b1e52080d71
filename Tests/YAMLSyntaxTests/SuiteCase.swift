import Foundation
import SourceText
import TestSupport
import Testing

@testable import YAMLSyntax

/// A case of the YAML test suite.
struct SuiteCase {
    let id: String
    let yaml: String
    let tree: String
    let json: String?
    let isInvalid: Bool

    static func all() throws -> [SuiteCase] {
        let url = try #require(sharedResource("conformance/yaml/cases.json"))
        let list = try #require(JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [[String: Any]])
        return try list.map { object in
            SuiteCase(
                id: try #require(object["id"] as? String), yaml: try #require(object["yaml"] as? String),
                tree: try #require(object["tree"] as? String), json: object["json"] as? String,
                isInvalid: object["error"] as? Bool ?? false)
        }
    }

    /// The tree and the codes of what was reported.
    func parse() -> (document: YAMLDocument?, codes: [String]) {
        var diagnostics = DiagnosticCollector()
        let document = YAMLDocument.parse(SourceFile(name: id, text: yaml), diagnostics: &diagnostics)
        return (document, diagnostics.sorted.map(\.code.rawValue))
    }

    /// Whether libyaml's own events are others than the suite's, or an invalid text is read to its end.
    var failsAsEvents: Bool {
        var utf8 = Array(yaml.utf8)
        if utf8.starts(with: [0xEF, 0xBB, 0xBF]) { utf8.removeFirst(3) }
        let reader = LibYAMLEventReader(utf8[...], offsets: CharacterOffsets(utf8: utf8, from: 0))
        var lines: [String] = []
        while true {
            guard let event = try? reader.next() else { return !isInvalid }
            lines.append(line(of: event.kind, reader))
            if case .streamEnd = event.kind { break }
        }
        return isInvalid || lines.joined(separator: "\n") + "\n" != tree
    }

    private func line(of kind: ParserEvent.Kind, _ reader: LibYAMLEventReader) -> String {
        switch kind {
        case .streamStart: "+STR"
        case .streamEnd: "-STR"
        case .documentStart(let isExplicit, _, _): isExplicit ? "+DOC ---" : "+DOC"
        case .documentEnd(let isExplicit): isExplicit ? "-DOC ..." : "-DOC"
        case .alias(let name): "=ALI *\(name)"
        case .scalar(let style, let properties):
            "=VAL\(self.text(of: properties)) \(mark(of: style))"
                + escaped(reader.withText { String(decoding: $0, as: UTF8.self) })
        case .sequenceStart(let isFlow, let properties): "+SEQ\(isFlow ? " []" : "")\(self.text(of: properties))"
        case .sequenceEnd: "-SEQ"
        case .mappingStart(let isFlow, let properties): "+MAP\(isFlow ? " {}" : "")\(self.text(of: properties))"
        case .mappingEnd: "-MAP"
        }
    }

    private func text(of properties: ParserEvent.Properties) -> String {
        (properties.anchor.map { " &\($0)" } ?? "") + (properties.tag.map { " <\($0)>" } ?? "")
    }

    private func mark(of style: YAMLScalar.Style) -> String {
        switch style {
        case .plain: ":"
        case .singleQuoted: "'"
        case .doubleQuoted: "\""
        case .literal: "|"
        case .folded: ">"
        }
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case "\u{8}": result += "\\b"
            case "\0": result += "\\0"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
