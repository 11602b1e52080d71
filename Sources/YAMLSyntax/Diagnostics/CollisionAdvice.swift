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
    func quoting(_ value: Range<Int>, isCertain: Bool) -> Quoting {
        let text = file.text(in: file.range(value))
        let quoted = "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        // After ` #` nobody knows whether a comment was meant.
        guard isCertain, !text.contains(" #"), !text.contains("\n"), !text.contains("\r"),
            value.count <= CollisionAdvice.quotedByteCountMax
        else { return Quoting(help: "quote the whole text: '...'", fixIts: []) }
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
        let shape = LineShape(at: tag.lowerBound, in: layout)
        let isValue = !isInFlow && shape.value.lowerBound == tag.lowerBound
        let advice: Quoting
        if isValue {
            let value = tag.lowerBound..<max(tag.upperBound, nodeEnd)
            advice = quoting(value, isCertain: value.upperBound == shape.value.upperBound)
        } else {
            advice = Quoting(help: "quote the whole text: '...'", fixIts: [])
        }
        return .yaml(.yamlTag, message, at: range, help: advice.help, fixIts: advice.fixIts)
    }

    /// A key that is the beginning of an unquoted `a ? b : c`, or nil.
    func ternary(key: YAMLScalar, isInFlow: Bool) -> Diagnostic? {
        guard key.text.contains(" ? ") else { return nil }
        let shape = LineShape(at: key.range.lowerBound, in: layout)
        let isWholeLine = !isInFlow && shape.entryStart == key.range.lowerBound && !shape.value.isEmpty
        let whole = shape.entryStart..<max(shape.entryStart, shape.line.upperBound)
        let advice =
            isWholeLine
            ? quoting(whole, isCertain: !goesOn(after: shape))
            : Quoting(help: "quote the whole text: '...'", fixIts: [])
        return .yaml(
            .yamlTernary, "`a ? b : c` without quotes is read as a key and its value", at: key.range,
            help: advice.help, fixIts: advice.fixIts)
    }

    /// An alias without anchor, such as a condition that begins with `*`.
    func unknownAnchor(_ name: String, at range: SourceRange, nearest: String?, isInFlow: Bool) -> Diagnostic {
        let shape = LineShape(at: range.lowerBound, in: layout)
        let isValue = !isInFlow && shape.value.lowerBound == range.lowerBound
        let advice = isValue ? quotingValue(of: shape) : Quoting(help: "quote the whole text: '...'", fixIts: [])
        return .unknownAnchor(
            name, at: range, nearest: nearest, help: "where no alias was meant, " + advice.help, fixIts: [])
    }
}
