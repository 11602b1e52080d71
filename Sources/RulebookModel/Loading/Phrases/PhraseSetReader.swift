import SourceText
import YAMLSyntax

/// Reads phrase sets: what is said in each language, and what is better said.
struct PhraseSetReader {
    /// A rulebook has at most so many expressions.
    static let expressionCountMax = 100_000

    let expressions: PhraseExpressionReader
    /// The names of all sets.
    let names: Set<String>

    private static let words = ["title", "avoid", "instead"]
    private static let groupKeys = KnownKeys(["match", "sentence", "except", "say", "instead"])

    /// Reads one set; nil where it was reported.
    func read(_ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector) -> PhraseSet? {
        guard Spelling.isDottedName(entry.name) else {
            diagnostics.add(
                .malformedName(
                    entry.name, for: "a phrase set",
                    help: "use letters, digits, `_`, `-`, and dots between, as in `refusal.not_my_job`",
                    at: entry.key.range))
            return nil
        }
        let subject = "the phrase set `\(entry.name)`"
        guard let mapping = entry.value.anyMap(subject, diagnostics: &diagnostics) else { return nil }
        let errorsBefore = diagnostics.errorCount
        let title = mapping["title"].flatMap { $0.localizedText("a title", diagnostics: &diagnostics) }
        let avoid = mapping["avoid"].flatMap { $0.bool("`avoid`", diagnostics: &diagnostics) } ?? false
        let instead = mapping["instead"].flatMap { readBetter($0, diagnostics: &diagnostics) }
        var groups: [PhraseGroup] = []
        for member in mapping.entries where !Self.words.contains(member.name) {
            guard Spelling.isLocale(member.name) else {
                diagnostics.add(
                    .unknownKey(
                        member.name, in: subject, keys: Self.words + ["en", "sl", "… or another language tag"],
                        at: member.key.range))
                continue
            }
            if let group = readGroup(member, diagnostics: &diagnostics) { groups.append(group) }
        }
        guard diagnostics.errorCount == errorsBefore else { return nil }
        guard !groups.isEmpty else {
            diagnostics.add(
                .missingKey(
                    "en", in: subject, help: "say for each language what is said, as in `en: [hello]`",
                    at: entry.key.range))
            return nil
        }
        return PhraseSet(
            name: entry.name, title: title, avoid: avoid, instead: instead,
            groups: groups.sorted { $0.locale < $1.locale }, range: entry.key.range)
    }

    private func readBetter(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> PhraseSet.Better? {
        if let name = node.scalar?.text, Spelling.isDottedName(name) {
            if names.contains(name) { return .set(name: name) }
            // One word with dots or underscores between is nothing that anybody says.
            if name.contains(where: { $0 == "." || $0 == "_" }) {
                diagnostics.add(
                    .unknownName(name, of: "phrase set", section: "phrases", known: names.sorted(), at: node.range))
                return nil
            }
        }
        return node.localizedText("`instead`", diagnostics: &diagnostics).map(PhraseSet.Better.words)
    }

    private func readGroup(_ member: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector) -> PhraseGroup? {
        let subject = "what is said in `\(member.name)`"
        guard case .mapping = member.value.content else {
            let match = readList(member.value, diagnostics: &diagnostics)
            guard !match.isEmpty else {
                if case .sequence(let elements) = member.value.content, elements.isEmpty {
                    member.value.refuse(
                        subject, expected: "at least one expression", found: "an empty list", diagnostics: &diagnostics)
                }
                return nil
            }
            return PhraseGroup(
                locale: member.name, match: match, sentence: [], except: [], say: nil, instead: nil)
        }
        let errorsBefore = diagnostics.errorCount
        guard let mapping = member.value.map(subject, keys: Self.groupKeys, diagnostics: &diagnostics) else {
            return nil
        }
        let group = PhraseGroup(
            locale: member.name, match: readList(mapping["match"], diagnostics: &diagnostics),
            sentence: readList(mapping["sentence"], diagnostics: &diagnostics),
            except: readList(mapping["except"], diagnostics: &diagnostics),
            say: mapping["say"].flatMap { readModel($0, diagnostics: &diagnostics) },
            instead: mapping["instead"].flatMap { readModel($0, diagnostics: &diagnostics) })
        if diagnostics.errorCount == errorsBefore, group.match.isEmpty, group.sentence.isEmpty, group.say == nil {
            diagnostics.add(
                .missingKey(
                    "match", in: subject, help: "list what is heard: `match: [\"how can I help\"]`",
                    at: member.key.range))
        }
        return group
    }

    private func readList(_ node: YAMLNode?, diagnostics: inout DiagnosticCollector) -> [PhraseExpression] {
        guard let node else { return [] }
        return node.oneOrMore.compactMap { expressions.read($0, diagnostics: &diagnostics) }
    }

    private func readModel(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> PhraseModel? {
        expressions.read(node, diagnostics: &diagnostics).map { PhraseModel(text: $0.text, expression: $0) }
    }
}
