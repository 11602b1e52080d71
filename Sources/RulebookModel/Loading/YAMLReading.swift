import SourceText
import YAMLSyntax

/// What a key of a map is to the reader.
struct KnownKeys {
    /// Keys that this version reads.
    let names: [String]
    /// Keys of the language that it does not run yet, with what they are.
    let notYet: [String: String]

    init(_ names: [String], notYet: [String: String] = [:]) {
        self.names = names
        self.notYet = notYet
    }
}

extension YAMLNode {
    /// Reads a map whose keys are fixed words; unknown and not yet supported keys are reported.
    func map(_ subject: String, keys: KnownKeys, diagnostics: inout DiagnosticCollector) -> YAMLMapping? {
        guard let mapping = anyMap(subject, diagnostics: &diagnostics) else { return nil }
        for entry in mapping.entries where !keys.names.contains(entry.name) {
            if let what = keys.notYet[entry.name] {
                diagnostics.add(.notYet(what, at: entry.key.range))
            } else {
                let known = keys.names + keys.notYet.keys
                diagnostics.add(.unknownKey(entry.name, in: subject, known: known, at: entry.key.range))
            }
        }
        return mapping
    }

    /// Reads a map whose keys are names that the author chose.
    func anyMap(_ subject: String, diagnostics: inout DiagnosticCollector) -> YAMLMapping? {
        guard case .mapping(let mapping) = content else {
            diagnostics.add(.wrongKind(subject, expected: "a map", found: kindName, at: range))
            return nil
        }
        return mapping
    }

    /// Reads a list, or a single value that stands for a list of one.
    var oneOrMore: [YAMLNode] {
        if case .sequence(let elements) = content { return elements }
        return [self]
    }

    /// Reads a text; numbers and words count as the text that was written, null does not.
    func text(_ subject: String, diagnostics: inout DiagnosticCollector) -> String? {
        guard case .scalar(let scalar) = content else {
            diagnostics.add(.wrongKind(subject, expected: "a text", found: kindName, at: range))
            return nil
        }
        if case .null = scalar.core {
            diagnostics.add(.wrongKind(subject, expected: "a text", found: "nothing", at: range))
            return nil
        }
        return scalar.text
    }

    /// Reads `true` or `false`.
    func bool(_ subject: String, diagnostics: inout DiagnosticCollector) -> Bool? {
        if case .scalar(let scalar) = content, case .bool(let value) = scalar.core { return value }
        diagnostics.add(.wrongKind(subject, expected: "`true` or `false`", found: kindName, at: range))
        return nil
    }

    /// Reads one of a few words.
    func word<Word: RawRepresentable & CaseIterable>(
        _ subject: String, of: Word.Type, diagnostics: inout DiagnosticCollector
    ) -> Word? where Word.RawValue == String {
        guard let text = text("a \(subject)", diagnostics: &diagnostics) else { return nil }
        guard let word = Word(rawValue: text) else {
            let known = Word.allCases.map(\.rawValue)
            diagnostics.add(.unknownWord(text, for: subject, known: known, at: range))
            return nil
        }
        return word
    }

    /// Reads a text for people: a text, or a map of locale → text.
    func localizedText(_ subject: String, diagnostics: inout DiagnosticCollector) -> LocalizedText? {
        guard case .mapping(let mapping) = content else {
            guard let text = text(subject, diagnostics: &diagnostics) else { return nil }
            return LocalizedText(entries: [.init(locale: "", text: text)], range: range)
        }
        var entries: [LocalizedText.Entry] = []
        for entry in mapping.entries {
            guard Spelling.isLocale(entry.name) else {
                diagnostics.add(
                    .badValue(
                        "`\(entry.name)` is no language tag",
                        help: entry.value.isNull
                            ? "inside braces a comma ends a text; put a text that has one in quotes"
                            : "write a tag such as `en`, `sl` or `pt-BR`",
                        at: entry.key.range))
                continue
            }
            guard let text = entry.value.text(subject, diagnostics: &diagnostics) else { continue }
            entries.append(.init(locale: entry.name, text: text))
        }
        guard !entries.isEmpty else {
            if mapping.entries.isEmpty {
                diagnostics.add(.wrongKind(subject, expected: "a text for at least one language", found: "an empty map", at: range))
            }
            return nil
        }
        return LocalizedText(entries: entries, range: range)
    }
}

/// How names may be spelt.
enum Spelling {
    /// A name of a field or an entity: what CEL can read after a dot.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || isDigit($0) } && !reserved.contains(text)
    }

    /// A name of an action, an event, a pattern or a standard: identifiers with dots and hyphens between.
    static func isDottedName(_ text: String) -> Bool {
        guard !text.isEmpty, text.utf8.count <= 128 else { return false }
        return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            guard let first = part.utf8.first, isLetter(first) || isDigit(first) else { return false }
            return part.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
        }
    }

    /// A BCP 47 tag in its common form: a language, then subtags.
    static func isLocale(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let language = parts.first, (2...3).contains(language.utf8.count),
            language.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            (2...8).contains(part.utf8.count)
                && part.utf8.allSatisfy { (isLetter($0) && $0 != UInt8(ascii: "_")) || isDigit($0) }
        }
    }

    private static let reserved: Set<String> = [
        "in", "true", "false", "null", "and", "or", "not", "as", "break", "const", "continue", "else", "for",
        "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    ]

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
