import SourceText

/// What to say where a condition looks like YAML: the quoted form is offered, and where it is certain also made.
struct CollisionAdvice {
    let layout: NodeLayout
    let file: SourceFile

    /// The help that offers quotes, and the change that adds them.
    struct Quoting {
        let help: String
        let fixIts: [Diagnostic.FixIt]
    }

    /// A longer text is not repeated in a help.
    private static let quotedByteCountMax = 100

    /// Offers to quote a value.
    ///
    /// - Parameters:
    ///   - value: what would stand in the quotes.
    ///   - isCertain: whether the value's end is known, so that a change can be offered.
    /// - Returns: the help, and the change where it is certain.
    func quoting(_ value: Range<Int>, isCertain: Bool) -> Quoting {
        let text = file.text(in: file.range(value))
        let quoted = "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        // After ` #` nobody knows whether a comment was meant.
        guard isCertain, !text.contains(" #"), !text.contains("\n"), !text.contains("\r"),
            value.count <= CollisionAdvice.quotedByteCountMax
        else { return uncertain }
        return Quoting(
            help: "quote the whole text: \(quoted)",
            fixIts: [Diagnostic.FixIt(range: file.range(value), replacement: quoted)])
    }

    /// Offers to quote the value of a line of block YAML.
    func quotingValue(of shape: LineShape) -> Quoting {
        quoting(shape.value, isCertain: !goesOn(after: shape))
    }

    /// Whether deeper lines follow that may belong to the value.
    func goesOn(after shape: LineShape) -> Bool {
        var next = layout.nextLine(after: shape.line.upperBound)
        while next < layout.utf8.count, layout.isIdleLine(at: next) {
            let after = layout.nextLine(after: next)
            guard after > next else { return false }
            next = after
        }
        guard next < layout.utf8.count else { return false }
        return layout.indentation(ofLineAt: next) > shape.entryStart - shape.line.lowerBound
    }

    private var uncertain: Quoting { Quoting(help: "quote the whole text: '...'", fixIts: []) }

    /// The line's shape; nil in brackets, where lines tell nothing and may be as long as the text.
    private func blockShape(at offset: Int, isInFlow: Bool) -> LineShape? {
        isInFlow ? nil : LineShape(at: offset, in: layout)
    }

    /// Offers to escape a quote in the middle of a word, such as the apostrophe of `'I can't'`; nil where it is none.
    func escapingQuote(in value: Range<Int>, at close: Int) -> Quoting? {
        func isLetter(_ index: Int) -> Bool {
            guard value.contains(index) else { return false }
            let byte = layout.utf8[index]
            return byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
        }
        guard isLetter(close - 1), isLetter(close + 1) else { return nil }
        let quote: Unicode.Scalar = layout.has("'", at: close) ? "'" : "\""
        let isCertain = layout.has(quote, at: value.upperBound - 1) && value.upperBound - 1 > close
        let escaped = quote == "'" ? "''" : "\\\""
        return Quoting(
            help: "inside of the text, write the quote as `\(escaped)`",
            fixIts: isCertain
                ? [Diagnostic.FixIt(range: file.range(close..<(close + 1)), replacement: escaped)] : [])
    }

    /// A node with a tag, such as a condition that begins with `!`.
    func tag(_ tag: Range<Int>, nodeEnd: Int, isInFlow: Bool) -> Diagnostic {
        let name = file.text(in: file.range(tag))
        let range = file.range(tag)
        let message = "a text that begins with `!` is a tag in YAML, and tags are not read"
        if name.hasPrefix("!!") || name.hasPrefix("!<") {
            return .yaml(
                .yamlTag, "the tag `\(name)` is not read", at: range,
                help: "remove it: quotes make a text, and a bare number is a number")
        }
        let value = tag.lowerBound..<max(tag.upperBound, nodeEnd)
        let shape = blockShape(at: tag.lowerBound, isInFlow: isInFlow)
        let advice =
            shape?.value.lowerBound == tag.lowerBound
            ? quoting(value, isCertain: value.upperBound == shape?.value.upperBound) : uncertain
        return .yaml(.yamlTag, message, at: range, help: advice.help, fixIts: advice.fixIts)
    }

    /// A key that is the beginning of an unquoted `a ? b : c`, or nil.
    func ternary(key: YAMLScalar, isInFlow: Bool) -> Diagnostic? {
        // Looking for one byte spares nearly every key the search for a text.
        guard key.text.utf8.contains(UInt8(ascii: "?")), key.text.contains(" ? ") else { return nil }
        var advice = uncertain
        if let shape = blockShape(at: key.range.lowerBound, isInFlow: isInFlow),
            shape.entryStart == key.range.lowerBound, !shape.value.isEmpty
        {
            let whole = shape.entryStart..<max(shape.entryStart, shape.line.upperBound)
            advice = quoting(whole, isCertain: !goesOn(after: shape))
        }
        return .yaml(
            .yamlTernary, "`a ? b : c` without quotes is read as a key and its value", at: key.range,
            help: advice.help, fixIts: advice.fixIts)
    }

    /// An alias without anchor, such as a condition that begins with `*`.
    func unknownAnchor(_ name: String, at range: SourceRange, nearest: String?, isInFlow: Bool) -> Diagnostic {
        var advice = uncertain
        if let shape = blockShape(at: range.lowerBound, isInFlow: isInFlow),
            shape.value.lowerBound == range.lowerBound
        {
            advice = quotingValue(of: shape)
        }
        return .unknownAnchor(
            name, at: range, nearest: nearest, help: "where no alias was meant, " + advice.help, fixIts: [])
    }
}
