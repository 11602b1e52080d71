import RulebookModel
import SourceText
import YAMLSyntax

/// The mutants of what a rulebook writes as numbers in YAML: steps, limits of time, bounds of metrics, windows, settings.
struct NodeMutants {
    private(set) var mutants: [Mutant] = []
    private let scopes: [SourceRange: ScopeEquality]
    private let vocabulary: Vocabulary

    init(_ rulebook: Rulebook) {
        vocabulary = rulebook.vocabulary
        scopes = Dictionary(
            rulebook.standards.flatMap(\.scope).map { ($0.range, $0) }, uniquingKeysWith: { first, _ in first })
        for file in rulebook.files {
            var diagnostics = DiagnosticCollector()
            guard let root = YAMLDocument.parse(file, diagnostics: &diagnostics)?.root else { continue }
            read(root)
        }
    }

    private mutating func read(_ root: YAMLNode) {
        for section in root.mapping?.entries ?? [] {
            for entry in section.value.mapping?.entries ?? [] {
                switch section.name {
                case "settings": readSetting(entry.value)
                case "facts": readLimits(entry.value.mapping, keys: ["window"])
                case "standards": readStandard(entry.value)
                default: break
                }
            }
        }
    }

    private mutating func readStandard(_ node: YAMLNode) {
        guard let standard = node.mapping else { return }
        for entry in standard["for"]?.mapping?.entries ?? [] { widen(entry) }
        if let allowance = standard["allowance"]?.mapping {
            readLimits(allowance, keys: ["window"])
            for step in allowance["steps"]?.oneOrMore ?? [] {
                readLimits(step.mapping, keys: ["up_to", "under"])
                turn(step.mapping, ["up_to": "under", "under": "up_to"])
            }
        }
        if let timeline = standard["timeline"]?.mapping {
            readLimits(timeline, keys: ["within", "under", "at_most", "at_least", "over", "every", "extended_by"])
            turn(
                timeline,
                ["within": "under", "under": timeline["to"] == nil ? "within" : "at_most", "at_most": "under"])
        }
        if let metric = standard["metric"]?.mapping {
            readLimits(metric, keys: ["at_least", "at_most", "over", "under", "sample", "top"])
            turn(metric, ["at_least": "over", "over": "at_least", "at_most": "under", "under": "at_most"])
        }
    }

    /// Lets a scope hold whatever the fact is, where its values can be listed.
    private mutating func widen(_ entry: YAMLMapping.Entry) {
        guard let scope = scopes[entry.key.range] else { return }
        let words: [String]
        switch scope.type {
        case .bool: words = ["true", "false"]
        case .enumeration(let all): words = all
        case .role: words = vocabulary.roles
        default: return
        }
        mutants.append(
            Mutant(
                kind: .condition, range: entry.value.range,
                replacement: "[\(words.map { "\"\($0)\"" }.joined(separator: ", "))]"))
    }

    private mutating func readLimits(_ mapping: YAMLMapping?, keys: Set<String>) {
        for entry in mapping?.entries ?? [] where keys.contains(entry.name) { moveNumbers(in: entry.value) }
    }

    /// The number of a setting, or those of its table or rows.
    private mutating func readSetting(_ node: YAMLNode) {
        if let value = node.mapping?["value"], node.mapping?["choose"] == nil { return moveNumbers(in: value) }
        moveNumbers(in: node)
    }

    private mutating func moveNumbers(in node: YAMLNode) {
        switch node.content {
        case .mapping(let mapping):
            for entry in mapping.entries where !Self.words.contains(entry.name) { moveNumbers(in: entry.value) }
        case .sequence(let elements): for element in elements { moveNumbers(in: element) }
        case .scalar(let scalar):
            let digits = scalar.text.first.map { $0.isASCII && $0.isNumber } ?? false
            guard digits else { return }
            for step in [1, -1] {
                // Of `3 agent.turn` the number is meant, and not one in the name.
                let text = scalar.range.text
                let number = scalar.text.prefix { $0 != " " }
                let isName = scalar.text.dropFirst(number.count).contains(".")
                let moved =
                    isName
                    ? WrittenNumber.moved(String(number), by: step).map {
                        text.replacing(number, with: $0, maxReplacements: 1)
                    }
                    : WrittenNumber.moved(text, by: step)
                guard let moved else { continue }
                mutants.append(Mutant(kind: .limit, range: scalar.range, replacement: moved))
            }
        }
    }

    private mutating func turn(_ mapping: YAMLMapping?, _ keys: [String: String]) {
        for entry in mapping?.entries ?? [] {
            guard let turned = keys[entry.name] else { continue }
            mutants.append(Mutant(kind: .bound, range: entry.key.range, replacement: turned))
        }
    }

    /// Keys of a setting that hold no number of it.
    private static let words: Set<String> = ["title", "type", "event", "where"]
}
