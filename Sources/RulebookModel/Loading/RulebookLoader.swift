import CEL
public import SourceText
import YAMLSyntax

/// Reads a rulebook: files → located trees → a typed model, with every error of every file at once.
public struct RulebookLoader {
    private static let rootKeys = KnownKeys(
        headerKeys + sectionKeys, notYet: notYetKeys)
    private static let headerKeys = [
        "rulebook", "title", "version", "effective", "timeZone", "currency", "unlisted", "include", "locales",
        "lint",
    ]
    private static let partKeys = KnownKeys(sectionKeys, notYet: notYetKeys)
    private static let sectionKeys = [
        "settings", "calendars", "roles", "entities", "actions", "events", "phrases", "lifetimes", "facts",
        "scorecards", "standards",
        "handbook",
    ]
    private static let notYetKeys = [
        "extends": "a layer over another rulebook", "amend": "a layer over another rulebook",
        "metrics": "metrics", "tests": "tests inside a rulebook file",
    ]

    /// An earlier reading.
    private let known: Rulebook?
    private var parts: [(file: SourceFile, path: String, root: YAMLMapping)] = []
    private var usedFiles: [(path: String, file: SourceFile)] = []

    /// Reads a rulebook.
    ///
    /// - Parameters:
    ///   - files: the root file and those that it may include.
    ///   - diagnostics: where everything that is wrong is added.
    /// - Returns: the rulebook, or nil where there was an error.
    public static func load(_ files: RulebookFiles, diagnostics: inout DiagnosticCollector) -> Rulebook? {
        load(files, reusing: nil, diagnostics: &diagnostics)
    }

    /// Reads a rulebook of which another reading is there already.
    ///
    /// - Parameters:
    ///   - files: the root file and those that it may include.
    ///   - known: an earlier reading; phrase sets that cannot have changed are taken from it.
    ///   - diagnostics: where everything that is wrong is added.
    /// - Returns: the rulebook, or nil where there was an error.
    package static func load(
        _ files: RulebookFiles, reusing known: Rulebook?, diagnostics: inout DiagnosticCollector
    ) -> Rulebook? {
        var loader = RulebookLoader(known: known)
        let errorsBefore = diagnostics.errorCount
        let rulebook = loader.read(files, diagnostics: &diagnostics)
        return diagnostics.errorCount == errorsBefore ? rulebook : nil
    }

    private mutating func read(_ files: RulebookFiles, diagnostics: inout DiagnosticCollector) -> Rulebook? {
        guard let root = readRoot(files.root, diagnostics: &diagnostics) else { return nil }
        parts.append((files.root, "", root))
        // The root has no name of its own in the digest: it is the same wherever the folder lies.
        usedFiles.append(("", files.root))
        readIncludes(root, files: files, diagnostics: &diagnostics)

        let header = HeaderReader(root: root, diagnostics: &diagnostics)
        var vocabularyReader = VocabularyReader()
        for node in sections("roles") { vocabularyReader.addRoles(node, diagnostics: &diagnostics) }
        for node in sections("entities") { vocabularyReader.addEntities(node, diagnostics: &diagnostics) }
        for node in sections("actions") {
            vocabularyReader.addEvents(node, kind: .action, diagnostics: &diagnostics)
        }
        for node in sections("events") {
            vocabularyReader.addEvents(node, kind: .occurrence, diagnostics: &diagnostics)
        }
        let vocabulary = vocabularyReader.finish(
            currency: header.currency, zone: header.timeZone,
            parts: RulebookPart.areNamed(in: usedFiles.map(\.file))
                ? RulebookPart.allCases.map { $0.definition(at: header.range ?? files.root.wholeRange) } : [],
            diagnostics: &diagnostics)
        let literals = LiteralReader(roles: vocabulary.roles, currency: header.currency, zone: header.timeZone)
        let settings = readSettings(vocabulary: vocabulary, literals: literals, diagnostics: &diagnostics)
        let calendars = readCalendars(zone: literals.literal.zone, diagnostics: &diagnostics)
        let reused = known.flatMap { phrasesStay($0, vocabulary: vocabulary) ? $0 : nil }
        let phrases = reused?.phrases ?? readPhrases(vocabulary: vocabulary, diagnostics: &diagnostics)
        let symbols = RulebookSymbols(
            vocabulary: vocabulary, settings: settings, calendars: calendars, phrases: names(in: "phrases"),
            literal: literals.literal, rulebookID: header.id, version: header.version)
        let environments = EnvironmentCache(symbols: symbols)
        let patterns = PatternReader(
            symbols: symbols, environments: environments,
            named: Dictionary(
                uniqueKeysWithValues: vocabularyReader.patternNodes.map { ($0.name, ($0.key, $0.value)) }),
            standards: standardNodes())
        let named = patterns.readNamed(diagnostics: &diagnostics)
        let facts = readFacts(
            DerivedFactReader(
                measures: MeasureReader(symbols: symbols, environments: environments, patterns: patterns)),
            diagnostics: &diagnostics)
        let lifetimes = readLifetimes(
            LifetimeReader(vocabulary: vocabulary, patterns: patterns), diagnostics: &diagnostics)
        // Patterns with names and facts are measured before facts are known; only standards speak of facts.
        let measured = symbols.adding(facts)
        let scorecards = readScorecards(measured, patterns: patterns, diagnostics: &diagnostics)
        let full = measured.adding(scorecards, names: names(in: "scorecards"))
        let fullEnvironments = EnvironmentCache(symbols: full)
        var standards = readStandards(
            StandardReader(
                symbols: full, environments: fullEnvironments,
                patterns: PatternReader(patterns, environments: fullEnvironments), literals: literals),
            diagnostics: &diagnostics)
        standards = CorrelationCheck(standards: standards).complete(
            standards, written: patterns.standards.ids, diagnostics: &diagnostics)
        VerdictCycles(standards: standards, facts: facts).report(to: &diagnostics)
        let unlisted = header.readUnlisted(roles: vocabulary.roles, diagnostics: &diagnostics)
        let complete = Vocabulary(
            roles: vocabulary.roles, entities: vocabulary.entities, events: vocabulary.events, patterns: named)
        let handbook = readHandbook(
            HandbookReader(standards: standardsAsWritten(), files: files, roles: vocabulary.roles) {
                NamesWithoutTitle(
                    vocabulary: complete, settings: settings, calendars: calendars, phrases: phrases,
                    standards: standards
                ).all
            },
            diagnostics: &diagnostics)
        usedFiles.sort { $0.path < $1.path }
        return Rulebook(
            id: header.id, range: header.range ?? files.root.wholeRange, title: header.title, version: header.version,
            effective: header.effective,
            timeZone: header.timeZone, currency: header.currency, unlisted: unlisted,
            vocabulary: complete, settings: settings, calendars: calendars, phrases: phrases, facts: facts,
            scorecards: scorecards, lifetimes: lifetimes, standards: standards, handbook: handbook,
            locales: header.locales, lint: header.lint,
            saysUnlisted: header.saysUnlisted, files: usedFiles.map(\.file),
            paths: usedFiles.map { $0.path.isEmpty ? Self.lastName($0.file.name) : $0.path },
            digest: RulebookDigest.of(usedFiles.map { ($0.path, $0.file) }),
            symbols: full, phraseIndex: reused?.phraseIndex ?? SharedPhraseIndex(phrases))
    }

    /// Whether phrase sets are those of an earlier reading: they, and the entities whose facts stand in their slots, come
    /// from the same files, and none has come or gone.
    private func phrasesStay(_ known: Rulebook, vocabulary: Vocabulary) -> Bool {
        let sections = ["phrases", "roles", "entities", "actions", "events"]
        let files = parts.filter { part in sections.contains { part.root[$0] != nil } }.map(\.file)
        return files.allSatisfy(known.files.contains) && names(in: "phrases") == known.phrases.map(\.name)
            && vocabulary.entities.map(\.name) == known.vocabulary.entities.map(\.name)
    }

    // MARK: Files

    private func readRoot(_ file: SourceFile, diagnostics: inout DiagnosticCollector) -> YAMLMapping? {
        guard let document = YAMLDocument.parse(file, diagnostics: &diagnostics) else { return nil }
        if case .scalar(let scalar) = document.root.content, case .null = scalar.core {
            diagnostics.add(.emptyRulebook(at: document.root.range))
            return nil
        }
        guard let mapping = document.root.map("a rulebook", keys: Self.rootKeys, diagnostics: &diagnostics) else {
            return nil
        }
        if mapping["rulebook"] == nil {
            diagnostics.add(
                .missingKey(
                    "rulebook", in: "a rulebook", help: "begin with `rulebook:` and a name",
                    at: mapping.entries.first?.key.range ?? document.root.range))
        }
        return mapping
    }

    private mutating func readIncludes(
        _ root: YAMLMapping, files: RulebookFiles, diagnostics: inout DiagnosticCollector
    ) {
        var seen: Set<String> = []
        for node in root["include"]?.oneOrMore ?? [] where !node.isNull {
            guard let pattern = node.text("`include`", diagnostics: &diagnostics) else { continue }
            let found = files.matching(pattern)
            guard !found.isEmpty else {
                diagnostics.add(.unresolvedInclude(pattern, known: files.others.keys.sorted(), at: node.range))
                continue
            }
            for (path, file) in found where seen.insert(path).inserted {
                usedFiles.append((path, file))
                guard let document = YAMLDocument.parse(file, diagnostics: &diagnostics) else { continue }
                if case .scalar(let scalar) = document.root.content, case .null = scalar.core { continue }
                guard let mapping = readPart(document.root, diagnostics: &diagnostics) else { continue }
                parts.append((file, path, mapping))
            }
        }
    }

    private func readPart(_ root: YAMLNode, diagnostics: inout DiagnosticCollector) -> YAMLMapping? {
        guard let mapping = root.anyMap("an included file", diagnostics: &diagnostics) else { return nil }
        for entry in mapping.entries where Self.headerKeys.contains(entry.name) {
            diagnostics.add(
                .conflictingKeys(
                    "`\(entry.name)` stands in the rulebook's first file only", at: entry.key.range,
                    help: "move it beside `rulebook:`"))
        }
        let known = KnownKeys(Self.partKeys.names + Self.headerKeys, notYet: Self.partKeys.notYet)
        _ = root.map("an included file", keys: known, diagnostics: &diagnostics)
        return mapping
    }

    /// The values of a key in all files; a key with nothing after it counts as absent.
    private func sections(_ key: String) -> [YAMLNode] { parts.compactMap { $0.root[key] }.filter { !$0.isNull } }

    private static func lastName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    // MARK: Sections

    private func readSettings(
        vocabulary: Vocabulary, literals: LiteralReader, diagnostics: inout DiagnosticCollector
    ) -> [Setting] {
        let reader = SettingsReader(
            literals: literals, types: TypeReader(entityNames: Set(vocabulary.entities.map(\.name))),
            vocabulary: vocabulary, zone: literals.literal.zone)
        var settings: [Setting] = []
        forEachDefinition(in: "settings", subject: "the setting", diagnostics: &diagnostics) { entry, diagnostics in
            if let setting = reader.read(entry, diagnostics: &diagnostics) { settings.append(setting) }
        }
        return settings.sorted { $0.name < $1.name }
    }

    private func readCalendars(
        zone: CELTimeZone, diagnostics: inout DiagnosticCollector
    ) -> [BusinessCalendar] {
        let reader = CalendarReader(zone: zone)
        var calendars: [BusinessCalendar] = []
        forEachDefinition(in: "calendars", subject: "the calendar", diagnostics: &diagnostics) { entry, diagnostics in
            if let calendar = reader.read(entry, diagnostics: &diagnostics) { calendars.append(calendar) }
        }
        return calendars.sorted { $0.name < $1.name }
    }

    private func readPhrases(
        vocabulary: Vocabulary, diagnostics: inout DiagnosticCollector
    ) -> [PhraseSet] {
        let reader = PhraseSetReader(
            expressions: PhraseExpressionReader(facts: FactResolver(vocabulary: vocabulary)),
            names: Set(names(in: "phrases")))
        var phrases: [PhraseSet] = []
        var count = 0
        forEachDefinition(in: "phrases", subject: "the phrase set", diagnostics: &diagnostics) { entry, diagnostics in
            guard let set = reader.read(entry, diagnostics: &diagnostics) else { return }
            phrases.append(set)
            count += set.groups.reduce(0) { $0 + $1.expressions.count }
            guard count > PhraseSetReader.expressionCountMax else { return }
            diagnostics.add(
                .badValue(
                    "a rulebook has at most \(PhraseSetReader.expressionCountMax) expressions", at: entry.key.range))
            count = 0
        }
        return phrases.sorted { $0.name < $1.name }
    }

    /// The names that a section declares, also those of parts in which something is wrong: who uses one is not to blame.
    private func names(in section: String) -> [String] {
        let names = sections(section).flatMap { node -> [String] in
            if case .mapping(let mapping) = node.content { mapping.entries.map(\.name) } else { [] }
        }
        return Set(names).sorted()
    }

    private func readScorecards(
        _ symbols: RulebookSymbols, patterns: PatternReader, diagnostics: inout DiagnosticCollector
    ) -> [Scorecard] {
        let environments = EnvironmentCache(symbols: symbols)
        let reader = ScorecardReader(
            patterns: PatternReader(patterns, environments: environments), environments: environments, symbols: symbols)
        var scorecards: [Scorecard] = []
        forEachDefinition(in: "scorecards", subject: "the scorecard", diagnostics: &diagnostics) { entry, diagnostics in
            if let scorecard = reader.read(entry, diagnostics: &diagnostics) { scorecards.append(scorecard) }
        }
        return scorecards.sorted { $0.name < $1.name }
    }

    private func readFacts(_ reader: DerivedFactReader, diagnostics: inout DiagnosticCollector) -> [DerivedFact] {
        var facts: [DerivedFact] = []
        forEachDefinition(in: "facts", subject: "the fact", diagnostics: &diagnostics) { entry, diagnostics in
            if let fact = reader.read(entry, diagnostics: &diagnostics) { facts.append(fact) }
        }
        return facts.sorted { $0.name < $1.name }
    }

    private func readLifetimes(_ reader: LifetimeReader, diagnostics: inout DiagnosticCollector) -> [Lifetime] {
        var lifetimes: [Lifetime] = []
        forEachDefinition(in: "lifetimes", subject: "the lifetime of", diagnostics: &diagnostics) {
            entry, diagnostics in
            if let lifetime = reader.read(entry, diagnostics: &diagnostics) { lifetimes.append(lifetime) }
        }
        return lifetimes.sorted { $0.name < $1.name }
    }

    private func readStandards(_ reader: StandardReader, diagnostics: inout DiagnosticCollector) -> [Standard] {
        var standards: [Standard] = []
        forEachDefinition(in: "standards", subject: "the standard", diagnostics: &diagnostics) { entry, diagnostics in
            if let standard = reader.read(entry, diagnostics: &diagnostics) { standards.append(standard) }
        }
        return standards.sorted { $0.id < $1.id }
    }

    private func readHandbook(_ reader: HandbookReader, diagnostics: inout DiagnosticCollector) -> HandbookOutline {
        let nodes = sections("handbook")
        for node in nodes.dropFirst() {
            diagnostics.add(.duplicate("the key", "handbook", at: node.range, first: nodes[0].range))
        }
        return nodes.first.flatMap { reader.read($0, diagnostics: &diagnostics) } ?? reader.outline()
    }

    /// The ids by the files as they are included, whether or not the standards could be read.
    private func standardsAsWritten() -> [(id: String, file: SourceFile)] {
        var found: [(id: String, file: SourceFile)] = []
        var seen: Set<String> = []
        for part in parts {
            part.root["standards"]?.mapping?.forEachEntry { entry in
                // A map has no key twice.
                if parts.count == 1 || seen.insert(entry.name).inserted { found.append((entry.name, part.file)) }
            }
        }
        return found
    }

    /// The standards as they are written; of two with one name the first.
    private func standardNodes() -> StandardNodes {
        let sections = sections("standards")
        return StandardNodes {
            var nodes: [String: YAMLMapping] = [:]
            for section in sections {
                section.mapping?.forEachEntry { entry in
                    guard case .mapping(let mapping) = entry.value.content, nodes[entry.name] == nil else { return }
                    nodes[entry.name] = mapping
                }
            }
            return nodes
        }
    }

    private func forEachDefinition(
        in key: String, subject: String, diagnostics: inout DiagnosticCollector,
        _ body: (YAMLMapping.Entry, inout DiagnosticCollector) -> Void
    ) {
        var places: [String: SourceRange] = [:]
        let sections = sections(key)
        for node in sections {
            node.anyMap("`\(key)`", diagnostics: &diagnostics)?.forEachEntry { entry in
                if let first = places[entry.name] {
                    diagnostics.add(.duplicate(subject, entry.name, at: entry.key.range, first: first))
                    return
                }
                // A map has no key twice.
                if sections.count > 1 { places[entry.name] = entry.key.range }
                body(entry, &diagnostics)
            }
        }
    }
}
