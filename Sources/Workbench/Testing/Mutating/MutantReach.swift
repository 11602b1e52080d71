import CEL
import RulebookModel
import SourceText
import YAMLSyntax

/// Where in a rulebook a small change can make a difference: to which standards, and at which events.
struct MutantReach {
    /// What a change can reach.
    struct Touched {
        /// The standards to whose verdicts it belongs: cases that they speak in are asked first.
        var standards: Set<String> = []
        /// The only types of events at which it can make a difference; nil where that is not proven.
        var types: Set<String>?
    }

    /// A setting, a fact or a standard as it is written.
    private struct Part {
        let section: String
        let name: String
        let extent: SourceRange
        /// Whether an alias elsewhere may stand for something in it.
        let mayBeAliased: Bool
    }

    private let parts: [Part]
    /// The conditions that standards take from named patterns, which stand outside of them.
    private let borrowed: [(range: SourceRange, standard: String)]
    /// The standards that read a setting, a fact or a scorecard, by the first two names of the path.
    private let readers: [[String]: Set<String>]
    private let types: [String: Set<String>]

    init(_ rulebook: Rulebook) {
        parts = rulebook.files.flatMap(Self.parts)
        borrowed = rulebook.standards.flatMap { standard in
            standard.patterns.flatMap(\.conditionExpressions).filter { !standard.extent.contains($0.range) }
                .map { ($0.range, standard.id) }
        }
        readers = Self.readers(rulebook)
        types = Self.types(rulebook)
    }

    /// What a change at a place can reach.
    ///
    /// A change inside of one standard makes a difference only where that standard is judged or remembers something: at
    /// events of the types that its patterns name, or that those of a standard do whose verdicts it waits for. A change
    /// of a fact makes one only where a standard reads the fact. Settings are read in too many ways to say.
    func touched(by range: SourceRange) -> Touched {
        guard let part = parts.first(where: { $0.extent.contains(range) }) else {
            return Touched(standards: Set(borrowed.filter { $0.range.contains(range) }.map(\.standard)))
        }
        switch part.section {
        case "standards":
            return Touched(standards: [part.name], types: part.mayBeAliased ? nil : types[part.name])
        case "facts":
            let standards = readers[["facts", part.name]] ?? []
            let all = standards.map { types[$0] }
            return Touched(
                standards: standards,
                types: part.mayBeAliased || all.contains(nil) ? nil : all.reduce(into: []) { $0.formUnion($1 ?? []) })
        default: return Touched(standards: readers[[part.section, part.name]] ?? [])
        }
    }

    private static func parts(_ file: SourceFile) -> [Part] {
        var diagnostics = DiagnosticCollector()
        guard let root = YAMLDocument.parse(file, diagnostics: &diagnostics)?.root else { return [] }
        return (root.mapping?.entries ?? []).filter { ["settings", "facts", "standards"].contains($0.name) }
            .flatMap { section in
                (section.value.mapping?.entries ?? []).map { entry in
                    let extent = entry.key.range.union(entry.value.range)
                    let mayBeAliased = file.utf8[extent.lowerBound..<extent.upperBound].contains(UInt8(ascii: "&"))
                    return Part(section: section.name, name: entry.name, extent: extent, mayBeAliased: mayBeAliased)
                }
            }
    }

    private static func readers(_ rulebook: Rulebook) -> [[String]: Set<String>] {
        // What a scorecard reads is read by whoever asks for its score.
        let scorecards = Dictionary(
            rulebook.scorecards.map { ($0.name, Set($0.expressions.flatMap(\.pathHeads))) },
            uniquingKeysWith: { first, _ in first })
        var readers: [[String]: Set<String>] = [:]
        for standard in rulebook.standards {
            let expressions = standard.expressions + standard.patterns.flatMap(\.conditionExpressions)
            for head in Set(expressions.flatMap(\.pathHeads)) {
                readers[head, default: []].insert(standard.id)
                guard ScorecardFunction(rawValue: head[0]) != nil, head.count == 2 else { continue }
                for inner in scorecards[head[1]] ?? [] { readers[inner, default: []].insert(standard.id) }
            }
        }
        return readers
    }

    /// The types of events at which each standard is judged or remembers something.
    private static func types(_ rulebook: Rulebook) -> [String: Set<String>] {
        var types: [String: Set<String>] = [:]
        var waitsFor: [String: Set<String>] = [:]
        for standard in rulebook.standards {
            types[standard.id] = Set(standard.patterns.flatMap(\.types))
            waitsFor[standard.id] = Set(standard.patterns.flatMap(\.alternatives).compactMap(\.verdict?.standard))
            if case .metric(let metric) = standard.body, case .kept(let other) = metric.subject {
                waitsFor[standard.id, default: []].insert(other)
            }
        }
        // No standard waits for itself, so that this ends.
        var hasGrown = true
        while hasGrown {
            hasGrown = false
            for (standard, others) in waitsFor {
                let own = types[standard] ?? []
                let all = others.reduce(into: own) { $0.formUnion(types[$1] ?? []) }
                guard all.count > own.count else { continue }
                types[standard] = all
                hasGrown = true
            }
        }
        return types
    }
}

extension EventPattern {
    /// Every condition on its events.
    fileprivate var conditionExpressions: [ConditionExpression] {
        alternatives.flatMap(\.conditions).flatMap(\.expressions)
    }
}

extension Scorecard {
    /// Every condition and value in it.
    fileprivate var expressions: [ConditionExpression] {
        items.flatMap { item in
            let own: [ConditionExpression] =
                switch item.grade {
                case .pass(let condition): condition.expressions
                case .points(let expression, _): [expression]
                }
            return own + (item.when?.expressions ?? [])
        }
    }
}

extension ConditionExpression {
    /// The first two names of every path that it reads, settings among them.
    fileprivate var pathHeads: [[String]] {
        checked.attributes.map { Array($0.path.names.prefix(2)) } + Self.settings(in: checked.root)
    }

    /// The settings that it names: those that are always the same are no facts.
    private static func settings(in node: CELExpression) -> [[String]] {
        if case .select(let operand, let field) = node.kind, case .identifier("settings", _) = operand.kind {
            return [["settings", field]]
        }
        return node.children.flatMap(settings)
    }
}
