import RulebookModel
public import SourceText
import YAMLSyntax

/// Reads a register of requirements.
///
/// ```yaml
/// register: What the service documents demand
/// requirements:
///   {title: One coupon by oneself, three with a reason}
///   D-016: {title: No vague words, carried_by: [{lint: vague-words}]}
/// ```
public struct RequirementReader: Sendable {
    private static let rootKeys = KnownKeys(["register", "requirements"])
    private static let keys = KnownKeys(["title", "carried_by"])
    private static let carrierKeys = KnownKeys(Requirement.Kind.allCases.map(\.rawValue) + ["chapter"])

    /// Makes a reader.
    public init() {}

    /// Reads a register, with everything that is wrong in it; nil where something is.
    public func read(_ file: SourceFile, diagnostics: inout DiagnosticCollector) -> RequirementRegister? {
        let errorsBefore = diagnostics.errorCount
        guard let document = YAMLDocument.parse(file, diagnostics: &diagnostics) else { return nil }
        guard let root = document.root.map("a register", keys: Self.rootKeys, diagnostics: &diagnostics) else {
            return nil
        }
        let title = root["register"].flatMap { $0.text("`register`", diagnostics: &diagnostics) } ?? ""
        var requirements: [Requirement] = []
        if let list = root["requirements"] {
            let map = list.anyMap("`requirements`", diagnostics: &diagnostics)
            requirements = (map?.entries ?? []).compactMap { requirement($0, diagnostics: &diagnostics) }
        }
        if requirements.isEmpty, diagnostics.errorCount == errorsBefore {
            diagnostics.add(
                .missingKey(
                    "requirements", in: "a register",
                    help: "name what is demanded, as in `requirements: {A-001: {title: …}}`", at: document.root.range))
        }
        guard diagnostics.errorCount == errorsBefore else { return nil }
        return RequirementRegister(title: title, requirements: requirements, file: file)
    }

    private func requirement(
        _ entry: YAMLMapping.Entry, diagnostics: inout DiagnosticCollector
    ) -> Requirement? {
        guard RequirementNames.isName(entry.name) else {
            diagnostics.add(
                .badValue(
                    "`\(entry.name)` cannot be the name of a requirement",
                    help:
                        "use letters and digits with `-` or `.` between, at least one digit among them, as in `A-057`",
                    at: entry.key.range))
            return nil
        }
        let subject = "the requirement `\(entry.name)`"
        let errorsBefore = diagnostics.errorCount
        guard let map = entry.value.map(subject, keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        guard let title = map["title"]?.text("`title`", diagnostics: &diagnostics) else {
            if map["title"] == nil, diagnostics.errorCount == errorsBefore {
                diagnostics.add(
                    .missingKey("title", in: subject, help: "say in a few words what is demanded", at: entry.key.range))
            }
            return nil
        }
        let carriers = (map["carried_by"]?.oneOrMore ?? []).compactMap { carrier($0, diagnostics: &diagnostics) }
        return Requirement(id: entry.name, title: title, carriers: carriers, range: entry.key.range)
    }

    private func carrier(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Requirement.Carrier? {
        let errorsBefore = diagnostics.errorCount
        guard let map = node.map("what carries it", keys: Self.carrierKeys, diagnostics: &diagnostics),
            diagnostics.errorCount == errorsBefore
        else { return nil }
        let named = map.entries.filter { $0.name != "chapter" }
        guard named.count == 1, let entry = named.first, let kind = Requirement.Kind(rawValue: entry.name) else {
            diagnostics.add(
                .badValue(
                    "one thing carries it at a time", help: "write `carried_by: [{lint: …}, {document: …}]`",
                    at: node.range))
            return nil
        }
        guard let name = entry.value.text("a \(kind.rawValue)", diagnostics: &diagnostics) else { return nil }
        var part = ""
        if let chapter = map["chapter"] {
            guard kind == .document else {
                diagnostics.add(.badValue("only documents have chapters", at: chapter.range))
                return nil
            }
            part = chapter.text("`chapter`", diagnostics: &diagnostics) ?? ""
        }
        return Requirement.Carrier(kind: kind, name: name, part: part, range: entry.value.range)
    }
}

/// Finds the names of requirements in a text.
enum RequirementNames {
    /// Whether a word can be the name of a requirement: letters, digits, dots and hyphens, a digit among them.
    static func isName(_ text: some StringProtocol) -> Bool {
        text.utf8.contains { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } && text.allSatisfy(isPart)
            && text.first.map { $0.isLetter || $0.isNumber } ?? false
    }

    /// The words of a text that can be names, without points at their ends.
    static func words(of text: String) -> [String] {
        text.split { !isPart($0) }.map { word in
            String(word.reversed().drop { $0 == "." || $0 == "-" }.reversed())
        }
    }

    /// The words of a text in all its languages, each once.
    static func words(of text: LocalizedText?) -> [String] {
        var seen: Set<String> = []
        return (text?.entries ?? []).flatMap { words(of: $0.text) }.filter { seen.insert($0).inserted }
    }

    private static func isPart(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "-" || character == "." || character == "_"
    }
}
