import SourceText

/// Says in our own words what libyaml stumbled over, and what was probably meant.
struct SyntaxErrorTranslator {
    /// A syntax error with what has to go before the rest can be read.
    struct Translation {
        let diagnostic: Diagnostic
        /// An offset in the line that is at fault.
        let culprit: Int
        /// Whether the whole line is at fault, and not only its value.
        let spoilsLine: Bool

        init(_ diagnostic: Diagnostic, culprit: Int? = nil, spoilsLine: Bool = false) {
            self.diagnostic = diagnostic
            self.culprit = culprit ?? diagnostic.range.lowerBound
            self.spoilsLine = spoilsLine
        }
    }

    let layout: NodeLayout
    let file: SourceFile
    /// The bracket or brace that is open where reading stopped.
    let openFlowStart: Int?

    var advice: CollisionAdvice { CollisionAdvice(layout: layout, file: file) }

    /// Explains a failure.
    func translate(_ failure: ParserFailure) -> Translation {
        if let unclosed = unclosedBracket(failure) { return unclosed }
        switch failure.problem {
        case "found unexpected end of stream" where failure.context.contains("quoted scalar"),
            "found unexpected document indicator":
            return unclosedQuote(at: failure.contextOffset)
        case "found unknown escape character", "did not find expected hexdecimal number",
            "found invalid Unicode character escape code":
            return Translation(.badEscape(escape(at: failure.problemOffset)), culprit: failure.contextOffset)
        case "mapping values are not allowed in this context":
            return colon(at: failure.problemOffset)
        case "could not find expected ':'":
            return notAKey(at: failure.contextOffset)
        case "found character that cannot start any token":
            return badStart(at: failure.problemOffset)
        case "block sequence entries are not allowed in this context":
            return misplacedDash(at: failure.problemOffset)
        case "did not find expected key", "did not find expected '-' indicator",
            "did not find expected <document start>":
            return unexpected(failure)
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            return Translation(
                .missingComma(character(at: failure.problemOffset), open: character(at: failure.contextOffset)),
                culprit: openFlowStart ?? failure.contextOffset)
        case "did not find expected node content":
            return Translation(.missingValue(character(at: failure.problemOffset)), spoilsLine: openFlowStart == nil)
        case "found a tab character that violates indentation":
            return badStart(at: failure.problemOffset)
        case "did not find expected comment or line break", "found an indentation indicator equal to 0",
            "found a tab character where an indentation space is expected":
            return blockHeader(failure)
        default:
            return byContext(failure)
        }
    }

    // MARK: By what was being read

    private func byContext(_ failure: ParserFailure) -> Translation {
        switch failure.context {
        case "while scanning an anchor", "while scanning an alias":
            return reservedValue(at: failure.contextOffset)
        case "while scanning a tag", "while parsing a tag", "while parsing a node":
            return reservedValue(at: failure.contextOffset)
        case let context where context.contains("directive"):
            return Translation(.badDirective(line(at: failure.contextOffset)), spoilsLine: true)
        default:
            return Translation(.unreadable(character(at: failure.problemOffset)), spoilsLine: true)
        }
    }

    /// A value with a character in it that YAML keeps for itself, at its start or behind a tag.
    private func reservedValue(at offset: Int) -> Translation {
        let shape = LineShape(at: offset, in: layout)
        guard openFlowStart == nil, shape.value.contains(offset),
            "!&*%@`".utf8.contains(layout.utf8[shape.value.lowerBound])
        else {
            return Translation(
                .reservedStart(character(at: offset), quoting: advice.quoting(offset..<offset, isCertain: false)),
                culprit: openFlowStart ?? offset)
        }
        let first = shape.value.lowerBound
        let quoting = advice.quotingValue(of: shape)
        if layout.has("!", at: first) { return Translation(.tagLike(character(at: first), quoting: quoting)) }
        return Translation(.reservedStart(character(at: first), quoting: quoting))
    }

    private func badStart(at offset: Int) -> Translation {
        guard !layout.has("\t", at: offset) else {
            let end = layout.skipSpaces(from: offset)
            return Translation(.tabIndentation(file.range(offset..<end)), spoilsLine: true)
        }
        return reservedValue(at: offset)
    }

    private func blockHeader(_ failure: ParserFailure) -> Translation {
        if failure.context.contains("directive") { return byContext(failure) }
        if failure.problem.hasPrefix("found a tab") {
            let range = character(at: failure.problemOffset)
            return Translation(.tabIndentation(range), culprit: failure.contextOffset)
        }
        let shape = LineShape(at: failure.contextOffset, in: layout)
        // `!a || b`: a tag, and a `|` that seems to begin a text.
        if layout.has("!", at: shape.value.lowerBound) { return reservedValue(at: failure.contextOffset) }
        let isValue = shape.value.lowerBound == failure.contextOffset
        return Translation(
            .blockHeader(
                character(at: failure.contextOffset),
                quoting: isValue
                    ? advice.quotingValue(of: shape) : advice.quoting(shape.value, isCertain: false)))
    }

    private func misplacedDash(at offset: Int) -> Translation {
        let shape = LineShape(at: offset, in: layout)
        let range = character(at: offset)
        guard shape.key != nil, shape.value.lowerBound == offset else {
            return Translation(.mixedCollection(range, isItemAmongKeys: true), spoilsLine: true)
        }
        return Translation(.listOnKeyLine(range, quoting: advice.quotingValue(of: shape)))
    }

    // MARK: Places

    func character(at offset: Int) -> SourceRange {
        var end = min(offset + 1, layout.utf8.count)
        while end < layout.utf8.count, layout.utf8[end] & 0xC0 == 0x80 { end += 1 }
        if offset < layout.utf8.count, layout.isBreak(at: offset) { end = offset }
        return file.range(min(offset, end)..<end)
    }

    func line(at offset: Int) -> SourceRange {
        let shape = LineShape(at: offset, in: layout)
        return file.range(
            (shape.line.lowerBound + shape.indentation)..<max(
                shape.line.upperBound, shape.line.lowerBound + shape.indentation))
    }

    private func escape(at offset: Int) -> SourceRange {
        var start = offset
        // libyaml points at the backslash, or at the digit that is none.
        while start > 0, start > offset - 10, !layout.has("\\", at: start) { start -= 1 }
        let end = character(at: max(start + 1, offset)).upperBound
        return file.range((layout.has("\\", at: start) ? start : offset)..<end)
    }
}
