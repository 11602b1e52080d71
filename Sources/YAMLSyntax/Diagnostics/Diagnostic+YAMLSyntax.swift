import SourceText

/// What no reader of YAML could make sense of.
extension Diagnostic {
    /// A quote that is not closed.
    static func unclosedQuote(_ range: SourceRange) -> Diagnostic {
        yaml(
            .yamlUnclosedQuote, "the text that this quote opens is not closed where it should be", at: range,
            help: "close it at its end; inside of '...' a quote is written twice, inside of \"...\" as `\\\"`")
    }

    /// Text after a closing quote.
    static func textAfterQuote(
        _ quoted: SourceRange, rest: SourceRange, quoting: CollisionAdvice.Quoting
    ) -> Diagnostic {
        yaml(
            .yamlTextAfterQuote, "a text in quotes ends with its quote, and more follows", at: rest,
            labels: [Label(range: quoted, message: "the text is only this")], help: quoting.help,
            fixIts: quoting.fixIts)
    }

    /// Text after a closing bracket.
    static func textAfterBracket(
        _ open: SourceRange, rest: SourceRange, quoting: CollisionAdvice.Quoting
    ) -> Diagnostic {
        let kind = open.text == "{" ? "map" : "list"
        return yaml(
            .yamlTextAfterBracket, "a text that begins with `\(open.text)` is a \(kind), and more follows its end",
            at: rest, labels: [Label(range: open, message: "the \(kind) begins here")], help: quoting.help,
            fixIts: quoting.fixIts)
    }

    /// A bracket that is not closed.
    static func unclosedBracket(_ open: SourceRange) -> Diagnostic {
        let close = open.text == "{" ? "}" : "]"
        return yaml(
            .yamlUnclosedBracket, "the `\(open.text)` is not closed", at: open, help: "close it with `\(close)`")
    }

    /// A colon with a space inside of an unquoted text.
    static func colonInText(_ range: SourceRange, quoting: CollisionAdvice.Quoting) -> Diagnostic {
        yaml(
            .yamlColonInText, "a colon with a space after it makes a key, and a key cannot stand inside of a text",
            at: range, help: quoting.help, fixIts: quoting.fixIts)
    }

    /// An unquoted `a ? b : c` as a value.
    static func ternaryValue(_ range: SourceRange, quoting: CollisionAdvice.Quoting) -> Diagnostic {
        yaml(
            .yamlTernary, "`a ? b : c` without quotes is read as a key and its value", at: range,
            help: quoting.help, fixIts: quoting.fixIts)
    }

    /// A key below a value that is already complete.
    static func nestedTooEarly(_ range: SourceRange) -> Diagnostic {
        yaml(
            .yamlIndentation, "this key is indented as if it belonged to the value above, which is a text", at: range,
            help: "indent it like the keys it belongs to, or leave the value above empty")
    }

    /// A key without a space after its colon.
    static func missingSpace(_ colon: SourceRange) -> Diagnostic {
        let after = SourceRange(file: colon.file, lowerBound: colon.upperBound, upperBound: colon.upperBound)
        return yaml(
            .yamlMissingSpace, "a space is missing after the colon", at: colon, help: "write `key: value`",
            fixIts: [FixIt(range: after, replacement: " ")])
    }

    /// A line that is neither a key nor a list item.
    static func notAKey(_ range: SourceRange) -> Diagnostic {
        yaml(
            .yamlNotAKey, "this line is no key with a colon, and `key: value` was expected", at: range,
            help: "add a colon, or indent it so that it continues the text above")
    }

    /// A key that is longer than YAML allows.
    static func keyTooLong(_ range: SourceRange) -> Diagnostic {
        yaml(.yamlNotAKey, "a key has at most 1024 characters, and this one has more", at: range)
    }

    /// A tab where spaces are expected.
    static func tabIndentation(_ range: SourceRange) -> Diagnostic {
        yaml(.yamlTab, "a tab cannot indent a line", at: range, help: "use spaces")
    }

    /// An indentation that fits no line above.
    static func indentation(
        _ range: SourceRange, columns: Int, parent: SourceRange?, parentColumns: Int
    ) -> Diagnostic {
        yaml(
            .yamlIndentation,
            "this line is indented by \(columns), and fits no line above it", at: range,
            labels: parent.map { [Label(range: $0, message: "what is read here is indented by \(parentColumns)")] }
                ?? [],
            help: "indent it like the lines that it belongs to")
    }

    /// A text that begins with a character that YAML keeps for itself.
    static func reservedStart(_ range: SourceRange, quoting: CollisionAdvice.Quoting) -> Diagnostic {
        let role =
            switch range.text {
            case "&": "an anchor in YAML"
            case "*": "an alias in YAML"
            default: "kept for YAML itself"
            }
        return yaml(
            .yamlReservedStart, "a text cannot begin with `\(range.text)` without quotes: it is \(role)", at: range,
            help: quoting.help, fixIts: quoting.fixIts)
    }

    /// A condition that begins with `!` and is no tag either.
    static func tagLike(_ range: SourceRange, quoting: CollisionAdvice.Quoting) -> Diagnostic {
        yaml(
            .yamlTag, "a text that begins with `!` is a tag in YAML, and tags are not read", at: range,
            help: quoting.help, fixIts: quoting.fixIts)
    }

    /// A list item among keys, or the other way round.
    static func mixedCollection(_ range: SourceRange, isItemAmongKeys: Bool) -> Diagnostic {
        yaml(
            .yamlMixedCollection,
            isItemAmongKeys
                ? "a list item stands where a key was expected" : "a list item was expected, beginning with `- `",
            at: range,
            help: isItemAmongKeys
                ? "indent it under the key that the list belongs to" : "begin it with `- `, or indent it otherwise")
    }

    /// A list that begins on the line of its key.
    static func listOnKeyLine(_ range: SourceRange, quoting: CollisionAdvice.Quoting) -> Diagnostic {
        yaml(
            .yamlListOnKeyLine, "a list cannot begin with `- ` on the line of its key", at: range,
            help: "begin it on the next line; where a text was meant, \(quoting.help)")
    }

    /// A member in brackets that is not set off by a comma.
    static func missingComma(_ range: SourceRange, open: SourceRange) -> Diagnostic {
        let close = open.text == "{" ? "}" : "]"
        return yaml(
            .yamlMissingComma, "`,` or `\(close)` was expected here", at: range,
            labels: [Label(range: open, message: "opened here")],
            help: "separate the members with commas, and quote those that hold `,`, `: ` or brackets")
    }

    /// An escape that double quotes do not know.
    static func badEscape(_ range: SourceRange) -> Diagnostic {
        yaml(
            .yamlEscape, "`\(range.text)` is no escape that double quotes know", at: range,
            help: "write `\\\\` for a backslash, or use single quotes, where it means itself")
    }

    /// A block scalar's first line with something else on it.
    static func blockHeader(_ range: SourceRange, quoting: CollisionAdvice.Quoting) -> Diagnostic {
        yaml(
            .yamlBlockHeader, "after `\(range.text)` a text begins on the next line, and more stands on this one",
            at: range, help: "where the text begins with it, \(quoting.help)", fixIts: quoting.fixIts)
    }

    /// A broken directive.
    static func badDirective(_ range: SourceRange) -> Diagnostic {
        yaml(
            .yamlDirective, "a line that begins with `%` is a directive, and only `%YAML 1.2` is read", at: range,
            help: "remove it, or quote the text")
    }

    /// A line in brackets that is not indented under what holds the brackets.
    static func outdentedInBrackets(_ range: SourceRange, open: SourceRange) -> Diagnostic {
        yaml(
            .yamlIndentation, "this line stands inside of brackets, and is not indented under the line of its key",
            at: range, labels: [Label(range: open, message: "opened here")],
            help: "indent it, or close the bracket before it")
    }

    /// A `#` right after something else.
    static func commentWithoutSpace(_ range: SourceRange) -> Diagnostic {
        yaml(
            .yamlComment, "a comment begins with a space before its `#`", at: range,
            help: "write a space before it, or quote the text",
            fixIts: [
                FixIt(
                    range: SourceRange(
                        file: range.file, lowerBound: range.lowerBound, upperBound: range.lowerBound),
                    replacement: " ")
            ])
    }

    /// An anchor or alias with a character in its name that libyaml does not take for a part of it.
    static func anchorName(_ range: SourceRange) -> Diagnostic {
        yaml(
            .yamlAnchorName, "the name of an anchor holds letters, digits, `-` and `_`, and `\(range.text)` more",
            at: range, help: "where no anchor was meant, quote the whole text: '...'")
    }

    /// A place where a value should stand.
    static func missingValue(_ range: SourceRange) -> Diagnostic {
        yaml(
            .yamlMissingValue,
            "a value was expected here" + (range.text.isEmpty ? "" : ", and `\(range.text)` stands here"),
            at: range, help: "write the value, or remove what asks for it; a text with such a sign is quoted: '...'")
    }

    /// Something that fits no rule.
    static func unreadable(_ range: SourceRange) -> Diagnostic {
        yaml(
            .yamlUnreadable, "this fits no rule of YAML: a key, a list item or a text was expected", at: range,
            help: "where a text was meant, quote it: '...'")
    }
}
