package import SourceText
package import YAMLSyntax

extension YAMLNode {
    /// Reads a map whose keys are fixed words; unknown and not yet supported keys are reported.
    ///
    /// Most maps are as they should be: the subject is put into words where they are not.
    package func map(
        _ subject: @autoclosure () -> String, keys: KnownKeys, diagnostics: inout DiagnosticCollector
    ) -> YAMLMapping? {
        guard let mapping = anyMap(subject(), diagnostics: &diagnostics) else { return nil }
        for entry in mapping.entries(where: { !keys.names.contains($0) }) {
            if let what = keys.notYet[entry.name] {
                diagnostics.add(.notYet(what, at: entry.key.range))
            } else if entry.value.isNull, entry.name.contains(" ") {
                diagnostics.add(.textAfterComma(entry.name, in: subject(), at: entry.key.range))
            } else {
                diagnostics.add(
                    .unknownKey(
                        entry.name, in: subject(), keys: keys.names, alsoKnown: keys.notYet.keys.sorted(),
                        at: entry.key.range))
            }
        }
        return mapping
    }

    /// Reads a map whose keys are names that the author chose.
    package func anyMap(
        _ subject: @autoclosure () -> String, diagnostics: inout DiagnosticCollector
    ) -> YAMLMapping? {
        if let mapping { return mapping }
        refuse(subject(), expected: "a map", diagnostics: &diagnostics)
        return nil
    }

    /// Reads a list, or a single value that stands for a list of one.
    package var oneOrMore: [YAMLNode] { sequence ?? [self] }

    /// Reads a text; numbers and words count as the text that was written, null does not.
    package func text(_ subject: @autoclosure () -> String, diagnostics: inout DiagnosticCollector) -> String? {
        textScalar(subject(), diagnostics: &diagnostics)?.text
    }

    /// Reads a text as ``text(_:diagnostics:)`` does, with its place.
    private func textScalar(
        _ subject: @autoclosure () -> String, diagnostics: inout DiagnosticCollector
    ) -> YAMLScalar? {
        if !isNull, let scalar {
            // A first byte that is no blank spares nearly every text the look at its characters.
            let isShown = scalar.text.utf8.first.map { (0x21..<0x7F).contains($0) } ?? false
            if isShown || scalar.text.contains(where: { !$0.isWhitespace }) { return scalar }
            refuse(subject(), expected: "a text", found: "an empty one", diagnostics: &diagnostics)
        } else {
            refuse(subject(), expected: "a text", diagnostics: &diagnostics)
        }
        return nil
    }

    /// Reports that this is something else than its place asks for, unless something was reported here already.
    package func refuse(
        _ subject: @autoclosure () -> String, expected: String, found: String? = nil,
        diagnostics: inout DiagnosticCollector
    ) {
        if isBroken { return }
        diagnostics.add(.wrongKind(subject(), expected: expected, found: found ?? kindName, at: range))
    }

    /// Reads `true` or `false`.
    package func bool(_ subject: String, diagnostics: inout DiagnosticCollector) -> Bool? {
        if case .scalar(let scalar) = content, case .bool(let value) = scalar.core { return value }
        refuse(subject, expected: "`true` or `false`", diagnostics: &diagnostics)
        return nil
    }

    /// Reads `{escalate: ROLE}`; the role's node, or nil where something was reported.
    package func escalation(_ subject: String, diagnostics: inout DiagnosticCollector) -> YAMLNode? {
        guard let mapping = map(subject, keys: KnownKeys(["escalate"]), diagnostics: &diagnostics) else { return nil }
        guard let role = mapping["escalate"] else {
            if mapping.entries.isEmpty {
                diagnostics.add(
                    .missingKey("escalate", in: subject, help: "write `{escalate: supervisor}`", at: range))
            }
            return nil
        }
        return role
    }

    /// Reads how long a reason must be at least: `{reason: {at_least: 20}}`, the number of characters; nil where
    /// something was reported.
    func reasonDemand(_ subject: String, key: String, diagnostics: inout DiagnosticCollector) -> Int? {
        guard let mapping = map(subject, keys: KnownKeys([key]), diagnostics: &diagnostics) else { return nil }
        let help = "write `{\(key): {at_least: 20}}`, in characters"
        guard let demand = mapping[key] else {
            if mapping.entries.isEmpty { diagnostics.add(.missingKey(key, in: subject, help: help, at: range)) }
            return nil
        }
        guard let inner = demand.map("`\(key)`", keys: KnownKeys(["at_least"]), diagnostics: &diagnostics) else {
            return nil
        }
        guard let length = inner["at_least"] else {
            if inner.entries.isEmpty {
                diagnostics.add(.missingKey("at_least", in: "`\(key)`", help: help, at: demand.range))
            }
            return nil
        }
        guard case .scalar(let scalar) = length.content, case .integer(let number?) = scalar.core,
            (1...Self.reasonLengthMax).contains(number)
        else {
            length.refuse(
                "the least length of a reason", expected: "a number of characters from 1 to \(Self.reasonLengthMax)",
                diagnostics: &diagnostics)
            return nil
        }
        return Int(number)
    }

    /// The most characters that a rulebook may ask for in a reason.
    static let reasonLengthMax: Int64 = 2_000

    /// Reads one of a few words.
    package func word<Word: RawRepresentable & CaseIterable>(
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
    package func localizedText(_ subject: String, diagnostics: inout DiagnosticCollector) -> LocalizedText? {
        guard let mapping else {
            guard let scalar = textScalar(subject, diagnostics: &diagnostics) else { return nil }
            return LocalizedText(scalar, at: range)
        }
        var entries: [LocalizedText.Entry] = []
        for entry in mapping.entries {
            guard Spelling.isLocale(entry.name) else {
                diagnostics.add(
                    .badValue(
                        "`\(entry.name)` is no language tag",
                        help: entry.value.isNull
                            ? Diagnostic.commaAdvice
                            : "write a tag such as `en`, `sl` or `pt-BR`",
                        at: entry.key.range))
                continue
            }
            guard let scalar = entry.value.textScalar(subject, diagnostics: &diagnostics) else { continue }
            entries.append(.init(locale: entry.name, text: scalar.text, scalar: scalar))
        }
        guard !entries.isEmpty else {
            if mapping.entries.isEmpty {
                refuse(
                    subject, expected: "a text for at least one language", found: "an empty map",
                    diagnostics: &diagnostics)
            }
            return nil
        }
        return LocalizedText(entries: entries, range: range)
    }
}
