extension CELIssue.Code {
    /// The source is longer than the limit.
    public static let sourceTooLong = CELIssue.Code(rawValue: "CE0001")
    /// Parts are nested deeper than the limit.
    public static let nestingTooDeep = CELIssue.Code(rawValue: "CE0002")
    /// Something else should stand here.
    public static let unexpectedToken = CELIssue.Code(rawValue: "CE0003")
    /// A character that means nothing here.
    public static let unexpectedCharacter = CELIssue.Code(rawValue: "CE0004")
    /// A number that cannot be read or is out of range.
    public static let malformedNumber = CELIssue.Code(rawValue: "CE0005")
    /// A string or bytes literal that does not end.
    public static let unterminatedString = CELIssue.Code(rawValue: "CE0006")
    /// A backslash that is followed by something it cannot escape.
    public static let malformedEscape = CELIssue.Code(rawValue: "CE0007")
    /// A word that the language keeps for itself.
    public static let reservedWord = CELIssue.Code(rawValue: "CE0008")
    /// A macro whose arguments have the wrong form.
    public static let malformedMacro = CELIssue.Code(rawValue: "CE0009")

    /// A form of a library that the environment does not switch on.
    public static let libraryIsOff = CELIssue.Code(rawValue: "CE0010")

    /// A name that nobody declared.
    public static let unknownName = CELIssue.Code(rawValue: "CE0101")
    /// A field that the record type does not have.
    public static let unknownField = CELIssue.Code(rawValue: "CE0102")
    /// A function that nobody declared.
    public static let unknownFunction = CELIssue.Code(rawValue: "CE0103")
    /// No form of the function or operator takes these types.
    public static let noMatchingOverload = CELIssue.Code(rawValue: "CE0104")
    /// A string literal that its type does not accept.
    public static let rejectedLiteral = CELIssue.Code(rawValue: "CE0105")
    /// A string literal that several types accept.
    public static let ambiguousLiteral = CELIssue.Code(rawValue: "CE0106")
    /// A field is selected from something that has none.
    public static let noFields = CELIssue.Code(rawValue: "CE0107")
    /// Something is looped over that has no elements.
    public static let notIterable = CELIssue.Code(rawValue: "CE0108")
    /// The expression has another type than its place asks for.
    public static let unexpectedType = CELIssue.Code(rawValue: "CE0110")
    /// A value of this type cannot be the key of a map.
    public static let invalidMapKey = CELIssue.Code(rawValue: "CE0111")
    /// The expression may take more steps than the limit.
    public static let tooCostly = CELIssue.Code(rawValue: "CE0112")
    /// A pattern that is none.
    public static let malformedPattern = CELIssue.Code(rawValue: "CE0113")
    /// There were more issues than are reported.
    public static let tooManyIssues = CELIssue.Code(rawValue: "CE0199")
}
