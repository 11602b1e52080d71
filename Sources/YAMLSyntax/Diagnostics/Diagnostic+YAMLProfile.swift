import SourceText

/// What the profile refuses although libyaml would read it.
extension Diagnostic {
    static func yaml(
        _ code: Code, _ message: String, at range: SourceRange, labels: [Label] = [], help: String? = nil,
        fixIts: [FixIt] = []
    ) -> Diagnostic {
        Diagnostic(
            code: code, severity: .error, message: message, range: range, labels: labels, help: help, fixIts: fixIts)
    }

    /// The text is longer than is read.
    static func textTooLong(_ file: SourceFile, byteCountMax: Int) -> Diagnostic {
        yaml(
            .yamlTextTooLong,
            "the text has \(file.utf8.count) bytes, and at most \(byteCountMax) are read",
            at: file.range(0..<0), help: "split it into several files")
    }

    /// The text is UTF-16 or UTF-32.
    static func wideEncoding(_ encoding: String, in file: SourceFile) -> Diagnostic {
        yaml(
            .yamlWideEncoding, "the text is \(encoding), and UTF-8 was expected", at: file.range(0..<0),
            help: "save the file as UTF-8")
    }

    /// The text holds bytes that are not UTF-8.
    static func invalidUTF8(_ range: SourceRange) -> Diagnostic {
        yaml(
            .yamlInvalidUTF8, "the text is not UTF-8 from byte \(range.lowerBound) on", at: range,
            help: "save the file as UTF-8")
    }

    /// A control character, or an invisible one that readers disagree on.
    static func forbiddenCharacter(_ value: UInt32, at range: SourceRange) -> Diagnostic {
        let digits = String(value, radix: 16, uppercase: true)
        let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        let escape = value <= 0xFF ? "\\x" : "\\u"
        let width = value <= 0xFF ? 2 : 4
        let escaped = escape + String(repeating: "0", count: max(0, width - digits.count)) + digits
        let isByteOrderMark = value == 0xFEFF
        let what = isByteOrderMark ? "a byte order mark inside of the text" : "an invisible character"
        return yaml(
            .yamlForbiddenCharacter, "\(what), \(name), may not stand here", at: range,
            help: isByteOrderMark ? "remove it" : "remove it, or write `\(escaped)` inside of double quotes")
    }

    /// Lists and maps are nested too deep.
    static func tooDeep(_ range: SourceRange, depthMax: Int) -> Diagnostic {
        yaml(.yamlTooDeep, "lists and maps are nested deeper than \(depthMax) levels", at: range)
    }

    /// The text has too many nodes.
    static func tooManyNodes(_ range: SourceRange, nodeCountMax: Int) -> Diagnostic {
        yaml(
            .yamlTooManyNodes, "the text has more than \(nodeCountMax) values", at: range,
            help: "split it into several files")
    }

    /// A scalar is too long.
    static func scalarTooLong(_ range: SourceRange, byteCountMax: Int) -> Diagnostic {
        let head = SourceRange(file: range.file, lowerBound: range.lowerBound, upperBound: range.lowerBound + 1)
        return yaml(
            .yamlScalarTooLong, "the text that begins here has more than \(byteCountMax) bytes", at: head,
            help: "is a quote missing that should end it?")
    }

    /// Aliases stand for too much.
    static func aliasExpansion(_ range: SourceRange, nodeCountMax: Int) -> Diagnostic {
        yaml(
            .yamlAliasExpansion, "the aliases of this text stand for more than \(nodeCountMax) values", at: range,
            help: "write out what is needed, and let no alias stand for other aliases in large numbers")
    }

    /// A map has a key twice.
    static func duplicateKey(_ name: String, at range: SourceRange, first: SourceRange) -> Diagnostic {
        yaml(
            .yamlDuplicateKey, "the key `\(name)` stands in this map twice", at: range,
            labels: [Label(range: first, message: "first here")], help: "remove or rename one of them")
    }

    /// A key is a list or a map.
    static func complexKey(_ range: SourceRange, isMapping: Bool) -> Diagnostic {
        let kind = isMapping ? "map" : "list"
        return yaml(
            .yamlComplexKey, "a key is a text, and this one is a \(kind)", at: range,
            help: "where a text was meant that begins with `\(isMapping ? "{" : "[")`, quote it: '...'")
    }

    /// A colon has no key before it.
    static func emptyKey(_ range: SourceRange) -> Diagnostic {
        yaml(.yamlEmptyKey, "a key is missing before the colon", at: range, help: "write `key: value`")
    }

    /// A merge key.
    static func mergeKey(_ range: SourceRange) -> Diagnostic {
        yaml(
            .yamlMergeKey, "the merge key `<<` is not read, for it hides where a value comes from", at: range,
            help: "write the keys out, or let an alias stand for the whole map")
    }

    /// A second document.
    static func secondDocument(_ range: SourceRange) -> Diagnostic {
        yaml(
            .yamlSecondDocument, "a second document begins here, and a file holds one", at: range,
            help: "move it to a file of its own")
    }

    /// A version of YAML other than 1.2.
    static func otherVersion(_ version: String, at range: SourceRange) -> Diagnostic {
        yaml(
            .yamlDirective, "the text is said to be YAML \(version), and YAML 1.2 is read", at: range,
            help: "remove the line: words such as `no` and `on` are texts here")
    }

    /// A `%TAG` directive.
    static func tagDirective(_ range: SourceRange) -> Diagnostic {
        yaml(.yamlDirective, "tags are not read, so `%TAG` has no use", at: range, help: "remove the line")
    }

    /// An alias without its anchor.
    static func unknownAnchor(
        _ name: String, at range: SourceRange, nearest: String?, help: String?, fixIts: [FixIt]
    ) -> Diagnostic {
        yaml(
            .yamlUnknownAnchor, "no anchor `&\(name)` stands before this alias", at: range,
            help: nearest.map { "did you mean `*\($0)`?" } ?? help, fixIts: nearest == nil ? fixIts : [])
    }

    /// An alias inside of what it stands for.
    static func cyclicAlias(_ name: String, at range: SourceRange, anchor: SourceRange) -> Diagnostic {
        yaml(
            .yamlCyclicAlias, "the alias `*\(name)` stands inside of what it stands for", at: range,
            labels: [Label(range: anchor, message: "`&\(name)` begins here")])
    }
}
