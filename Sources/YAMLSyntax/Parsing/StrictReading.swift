import SourceText

/// Finds what libyaml reads although YAML 1.2 forbids it or means something else by it.
struct StrictReading {
    let layout: NodeLayout
    let file: SourceFile

    /// A scalar: its comment, its anchor's name, its continuation lines.
    func diagnostic(
        scalar range: Range<Int>, text: String, style: YAMLScalar.Style, parentColumn: Int?
    ) -> Diagnostic? {
        switch style {
        case .plain:
            // YAML 1.2.2, section 7.3.3: in brackets, `-` is no text.
            guard text == "-" else { return nil }
            let quoting = CollisionAdvice(layout: layout, file: file).quoting(range, isCertain: true)
            return .reservedStart(file.range(range), quoting: quoting)
        case .singleQuoted, .doubleQuoted:
            if let comment = commentWithoutSpace(at: range.upperBound) { return comment }
            guard let parentColumn, outdentedLine(in: range, parentColumn: parentColumn, isFlow: false) != nil else {
                return nil
            }
            return .unclosedQuote(file.range(range.lowerBound..<(range.lowerBound + 1)))
        case .literal, .folded:
            var index = range.lowerBound + 1
            while index < layout.utf8.count, "+-0123456789".utf8.contains(layout.utf8[index]) { index += 1 }
            if let comment = commentWithoutSpace(at: index) { return comment }
            // `> 5` is refused by libyaml, `>5` is a header that nothing follows: nobody means that.
            let hasIndicator = layout.utf8[(range.lowerBound + 1)..<index].contains { $0 >= UInt8(ascii: "0") }
            guard style == .folded, hasIndicator, text.utf8.allSatisfy({ $0 == 0x0A }) else { return nil }
            let advice = CollisionAdvice(layout: layout, file: file)
            return .blockHeader(
                file.range(range.lowerBound..<(range.lowerBound + 1)),
                quoting: advice.quoting(range, isCertain: parentColumn != nil))
        }
    }

    /// A list or map in brackets that stands in block YAML: its lines must be indented under what holds it.
    ///
    /// A line that begins with the closing bracket may stand further left: people and libyaml write it so.
    func diagnostic(flow range: Range<Int>, parentColumn: Int) -> Diagnostic? {
        guard let line = outdentedLine(in: range, parentColumn: parentColumn, isFlow: true) else { return nil }
        let end = max(line + 1, layout.lineEnd(from: line))
        return .outdentedInBrackets(
            file.range(line..<end), open: file.range(range.lowerBound..<(range.lowerBound + 1)))
    }

    /// A comment right after a comma in brackets, or after the bracket.
    func commentAfterMember(endingAt end: Int) -> Diagnostic? {
        let comma = layout.skipSpaces(from: end)
        return layout.has(",", at: comma) ? commentWithoutSpace(at: comma + 1) : nil
    }

    func commentWithoutSpace(at index: Int) -> Diagnostic? {
        guard layout.has("#", at: index) else { return nil }
        return .commentWithoutSpace(file.range(index..<(index + 1)))
    }

    /// An anchor or alias whose name libyaml ends sooner than YAML 1.2 does (section 6.9.2).
    func diagnostic(nameOf sign: Unicode.Scalar, _ name: String, at start: Int) -> Diagnostic? {
        var index = start
        if sign == "&" {
            // A tag may stand before the anchor.
            while layout.has("!", at: index) { index = layout.skipToContent(from: layout.skipProperty(from: index)) }
        }
        guard layout.has(sign, at: index) else { return nil }
        let end = layout.skipProperty(from: index)
        guard end - index > name.utf8.count + 1 else { return nil }
        return .anchorName(file.range(index..<end))
    }

    private func outdentedLine(in range: Range<Int>, parentColumn: Int, isFlow: Bool) -> Int? {
        var line = layout.nextLine(after: range.lowerBound)
        while line < range.upperBound {
            let indentation = layout.indentation(ofLineAt: line)
            let content = layout.skipSpaces(from: line)
            let isIdle = isFlow ? layout.isIdleLine(at: line) : layout.lineEnd(from: line) == line
            let isClosing = isFlow && (layout.has("]", at: content) || layout.has("}", at: content))
            if !isIdle, !isClosing, indentation <= parentColumn { return min(content, range.upperBound - 1) }
            let next = layout.nextLine(after: line)
            guard next > line else { return nil }
            line = next
        }
        return nil
    }
}
