public import SourceText

/// The codes of what can be wrong with a YAML text. A code never changes its meaning.
extension Diagnostic.Code {
    /// The text is longer than is read.
    public static let yamlTextTooLong = Diagnostic.Code(rawValue: "YA0101")
    /// The text is UTF-16 or UTF-32.
    public static let yamlWideEncoding = Diagnostic.Code(rawValue: "YA0102")
    /// The text holds bytes that are not UTF-8.
    public static let yamlInvalidUTF8 = Diagnostic.Code(rawValue: "YA0103")
    /// A control character, or an invisible one that readers disagree on.
    public static let yamlForbiddenCharacter = Diagnostic.Code(rawValue: "YA0104")
    /// Lists and maps are nested too deep.
    public static let yamlTooDeep = Diagnostic.Code(rawValue: "YA0105")
    /// The text has too many nodes.
    public static let yamlTooManyNodes = Diagnostic.Code(rawValue: "YA0106")
    /// A scalar is too long.
    public static let yamlScalarTooLong = Diagnostic.Code(rawValue: "YA0107")
    /// Aliases stand for too much.
    public static let yamlAliasExpansion = Diagnostic.Code(rawValue: "YA0108")
    /// A map has a key twice.
    public static let yamlDuplicateKey = Diagnostic.Code(rawValue: "YA0110")
    /// A key is a list or a map.
    public static let yamlComplexKey = Diagnostic.Code(rawValue: "YA0111")
    /// A colon has no key before it.
    public static let yamlEmptyKey = Diagnostic.Code(rawValue: "YA0112")
    /// A merge key, `<<`.
    public static let yamlMergeKey = Diagnostic.Code(rawValue: "YA0113")
    /// A tag, such as `!!str`, or a condition that begins with `!`.
    public static let yamlTag = Diagnostic.Code(rawValue: "YA0114")
    /// A second document in one text.
    public static let yamlSecondDocument = Diagnostic.Code(rawValue: "YA0115")
    /// A directive other than `%YAML 1.2`, or a broken one.
    public static let yamlDirective = Diagnostic.Code(rawValue: "YA0116")
    /// An alias without its anchor, or a condition that begins with `*`.
    public static let yamlUnknownAnchor = Diagnostic.Code(rawValue: "YA0117")
    /// An alias inside of what it stands for.
    public static let yamlCyclicAlias = Diagnostic.Code(rawValue: "YA0118")
    /// A quote that is not closed.
    public static let yamlUnclosedQuote = Diagnostic.Code(rawValue: "YA0120")
    /// Text after a closing quote, such as a condition that begins with one.
    public static let yamlTextAfterQuote = Diagnostic.Code(rawValue: "YA0121")
    /// Text after a closing bracket or brace.
    public static let yamlTextAfterBracket = Diagnostic.Code(rawValue: "YA0122")
    /// A bracket or brace that is not closed.
    public static let yamlUnclosedBracket = Diagnostic.Code(rawValue: "YA0123")
    /// A colon with a space inside of an unquoted text.
    public static let yamlColonInText = Diagnostic.Code(rawValue: "YA0124")
    /// An unquoted `a ? b : c`.
    public static let yamlTernary = Diagnostic.Code(rawValue: "YA0125")
    /// A key without a space after its colon.
    public static let yamlMissingSpace = Diagnostic.Code(rawValue: "YA0126")
    /// A line that is neither a key nor a list item.
    public static let yamlNotAKey = Diagnostic.Code(rawValue: "YA0127")
    /// A tab where spaces are expected.
    public static let yamlTab = Diagnostic.Code(rawValue: "YA0128")
    /// An indentation that fits no line above.
    public static let yamlIndentation = Diagnostic.Code(rawValue: "YA0129")
    /// A text that begins with a character that YAML keeps for itself.
    public static let yamlReservedStart = Diagnostic.Code(rawValue: "YA0130")
    /// A list item among keys, or a key among list items.
    public static let yamlMixedCollection = Diagnostic.Code(rawValue: "YA0131")
    /// A list that begins on the line of its key.
    public static let yamlListOnKeyLine = Diagnostic.Code(rawValue: "YA0132")
    /// A member of a list or map in brackets that is not set off by a comma.
    public static let yamlMissingComma = Diagnostic.Code(rawValue: "YA0133")
    /// An escape that double quotes do not know.
    public static let yamlEscape = Diagnostic.Code(rawValue: "YA0134")
    /// A `|` or `>` with something else on its line.
    public static let yamlBlockHeader = Diagnostic.Code(rawValue: "YA0135")
    /// A `#` right after something else.
    public static let yamlComment = Diagnostic.Code(rawValue: "YA0136")
    /// An anchor's name with a character that may not stand in it.
    public static let yamlAnchorName = Diagnostic.Code(rawValue: "YA0137")
    /// A place where a value should stand, and does not.
    public static let yamlMissingValue = Diagnostic.Code(rawValue: "YA0138")
    /// Something that fits no rule of YAML.
    public static let yamlUnreadable = Diagnostic.Code(rawValue: "YA0139")

    /// All of them, in order.
    package static let allYAML: [Diagnostic.Code] = [
        .yamlTextTooLong, .yamlWideEncoding, .yamlInvalidUTF8, .yamlForbiddenCharacter, .yamlTooDeep,
        .yamlTooManyNodes, .yamlScalarTooLong, .yamlAliasExpansion, .yamlDuplicateKey, .yamlComplexKey, .yamlEmptyKey,
        .yamlMergeKey, .yamlTag, .yamlSecondDocument, .yamlDirective, .yamlUnknownAnchor, .yamlCyclicAlias,
        .yamlUnclosedQuote, .yamlTextAfterQuote, .yamlTextAfterBracket, .yamlUnclosedBracket, .yamlColonInText,
        .yamlTernary, .yamlMissingSpace, .yamlNotAKey, .yamlTab, .yamlIndentation, .yamlReservedStart,
        .yamlMixedCollection, .yamlListOnKeyLine, .yamlMissingComma, .yamlEscape, .yamlBlockHeader, .yamlComment,
        .yamlAnchorName, .yamlMissingValue, .yamlUnreadable,
    ]
}
