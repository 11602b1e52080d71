import SourceText

/// Errors of structure: quotes and brackets that end too early or never, colons, indentation.
extension SyntaxErrorTranslator {
    /// An open bracket, when the line of the error cannot belong to it: it is not indented under the bracket's line.
    func unclosedBracket(_ failure: ParserFailure) -> Translation? {
        guard let start = openFlowStart ?? flowContext(failure), start < layout.utf8.count else { return nil }
        let isAtEnd = layout.skipToContent(from: failure.problemOffset) >= layout.utf8.count
        let bracketLine = LineShape(at: start, in: layout)
        let errorLine = LineShape(at: failure.problemOffset, in: layout)
        let isBelow = errorLine.line.lowerBound > bracketLine.line.lowerBound
        let isOutdented = isBelow && errorLine.indentation <= bracketLine.indentation
        guard isAtEnd || isOutdented else { return nil }
        // A bracket that opens a condition, such as `[1, 2` ... is explained the same way.
        return Translation(.unclosedBracket(character(at: start)))
    }

    private func flowContext(_ failure: ParserFailure) -> Int? {
        failure.context.hasPrefix("while parsing a flow") && failure.contextOffset < failure.problemOffset
            ? failure.contextOffset : nil
    }

    func unclosedQuote(at offset: Int) -> Translation {
        Translation(.unclosedQuote(character(at: offset)))
    }

    /// A `: ` where no key can stand.
    func colon(at offset: Int) -> Translation {
        let shape = LineShape(at: offset, in: layout)
        guard shape.key != nil, shape.value.contains(offset) else {
            if let key = shape.key, key.count > SyntaxErrorTranslator.keyCharacterCountMax {
                return Translation(.keyTooLong(file.range(key)), spoilsLine: true)
            }
            let before = file.text(in: file.range(shape.line.lowerBound..<max(shape.line.lowerBound, offset)))
            if before.contains(" ? ") {
                // The condition goes on from the line above, so nobody knows where quotes would begin.
                let quoting = advice.quoting(offset..<offset, isCertain: false)
                return Translation(.ternaryValue(line(at: offset), quoting: quoting), spoilsLine: true)
            }
            return Translation(.nestedTooEarly(line(at: offset)), spoilsLine: true)
        }
        let quoting = advice.quotingValue(of: shape)
        let before = file.text(in: file.range(shape.value.lowerBound..<offset))
        let diagnostic: Diagnostic =
            before.contains(" ? ")
            ? .ternaryValue(file.range(shape.value), quoting: quoting)
            : .colonInText(character(at: offset), quoting: quoting)
        return Translation(diagnostic, culprit: shape.line.lowerBound)
    }

    /// YAML 1.2.2, section 7.4.2: a key without `?` has at most so many characters.
    private static let keyCharacterCountMax = 1024

    /// A line that should be `key: value` and is not.
    func notAKey(at offset: Int) -> Translation {
        guard offset < layout.utf8.count else {
            return Translation(.unreadable(character(at: offset)), spoilsLine: true)
        }
        if layout.has("\"", at: offset) || layout.has("'", at: offset) {
            let close = layout.closingQuote(of: offset)
            if close == nil || (close ?? 0) > layout.lineEnd(from: offset) { return unclosedQuote(at: offset) }
        }
        let range = line(at: offset)
        let bytes = range.lowerBound..<range.upperBound
        let colon = bytes.first { layout.has(":", at: $0) && $0 > bytes.lowerBound && $0 + 1 < bytes.upperBound }
        let isSingleWord = colon.map { !file.text(in: file.range(bytes.lowerBound..<$0)).contains(" ") } ?? false
        if let colon, isSingleWord, openFlowStart == nil {
            return Translation(.missingSpace(file.range(colon..<(colon + 1))), spoilsLine: true)
        }
        return Translation(.notAKey(range), spoilsLine: true)
    }

    /// Something that does not continue the list or map that is being read.
    func unexpected(_ failure: ParserFailure) -> Translation {
        let offset = failure.problemOffset
        let shape = LineShape(at: offset, in: layout)
        if let early = textAfterClosing(shape, offset: offset) ?? quoteFromAbove(offset) { return early }
        if layout.has(":", at: offset) { return Translation(.emptyKey(character(at: offset)), spoilsLine: true) }
        if layout.has("-", at: offset), failure.problem == "did not find expected key" {
            return Translation(.mixedCollection(character(at: offset), isItemAmongKeys: true), spoilsLine: true)
        }
        let isSameColumn = column(of: offset) == column(of: failure.contextOffset)
        if failure.problem == "did not find expected '-' indicator", isSameColumn {
            return Translation(.mixedCollection(line(at: offset), isItemAmongKeys: false), spoilsLine: true)
        }
        return Translation(
            .indentation(
                line(at: offset), columns: column(of: offset),
                parent: failure.context.isEmpty ? nil : character(at: failure.contextOffset),
                parentColumns: column(of: failure.contextOffset)),
            culprit: shape.line.lowerBound, spoilsLine: true)
    }

    private func column(of offset: Int) -> Int { file.position(atOffset: offset).column - 1 }

    /// `"gold" == tier` and `[1, 2].size()`: a value that ends before its text does.
    private func textAfterClosing(_ shape: LineShape, offset: Int) -> Translation? {
        guard shape.value.contains(offset), offset > shape.value.lowerBound else { return nil }
        let first = shape.value.lowerBound
        let rest = file.range(offset..<max(offset, shape.value.upperBound))
        let quoting = advice.quotingValue(of: shape)
        if layout.has("\"", at: first) || layout.has("'", at: first) {
            guard let close = layout.closingQuote(of: first, before: offset) else { return nil }
            let apostrophe = advice.escapingQuote(in: shape.value, at: close)
            return Translation(
                .textAfterQuote(file.range(first..<(close + 1)), rest: rest, quoting: apostrophe ?? quoting),
                culprit: first)
        }
        if layout.has("[", at: first) || layout.has("{", at: first) {
            return Translation(
                .textAfterBracket(character(at: first), rest: rest, quoting: quoting), culprit: first)
        }
        return nil
    }

    /// How far above an error a quote may have been left open.
    private static let quoteByteCountMax = 8192

    /// A quote that was left open above and closed by the one that should open the next text.
    private func quoteFromAbove(_ offset: Int) -> Translation? {
        var lineStart = layout.lineStart(of: offset)
        while lineStart > 0, offset - lineStart <= SyntaxErrorTranslator.quoteByteCountMax {
            lineStart = layout.lineStart(of: lineStart - 1)
            let value = LineShape(at: lineStart, in: layout).value
            guard !value.isEmpty else { continue }
            let first = value.lowerBound
            guard layout.has("\"", at: first) || layout.has("'", at: first) else { continue }
            guard let close = layout.closingQuote(of: first, before: offset), close >= value.upperBound else {
                continue
            }
            return layout.skipToContent(from: close + 1) == offset ? unclosedQuote(at: first) : nil
        }
        return nil
    }
}
