extension JSONParsingError {
    /// The kinds of fault.
    public enum Code: String, Sendable, CaseIterable {
        /// Nothing but white space.
        case emptyText = "empty-text"
        /// The text ends inside a value.
        case unexpectedEnd = "unexpected-end"
        /// A character that begins no value.
        case expectedValue = "expected-value"
        /// Something other than a quoted name in an object.
        case expectedName = "expected-name"
        /// A name without a colon after it.
        case expectedColon = "expected-colon"
        /// Two elements of a list without a comma, or a list closed as an object.
        case expectedCommaOrBracket = "expected-comma-or-bracket"
        /// Two members of an object without a comma, or an object closed as a list.
        case expectedCommaOrBrace = "expected-comma-or-brace"
        /// A comma before the end of a list or object.
        case trailingComma = "trailing-comma"
        /// A bare word other than `true`, `false` and `null`.
        case unknownWord = "unknown-word"
        /// A comment.
        case comment = "comment"
        /// A string in single quotes.
        case singleQuotes = "single-quotes"
        /// A number with a sign, zero, point or exponent where JSON has none.
        case malformedNumber = "malformed-number"
        /// A raw character below U+0020 in a string.
        case controlCharacter = "control-character"
        /// A backslash before a character that has no escape.
        case unknownEscape = "unknown-escape"
        /// `\u` without four hexadecimal digits.
        case malformedUnicodeEscape = "malformed-unicode-escape"
        /// Half of a surrogate pair in `\u` notation.
        case loneSurrogate = "lone-surrogate"
        /// Bytes that are not UTF-8.
        case invalidUTF8 = "invalid-utf8"
        /// A text in UTF-16 or UTF-32.
        case wrongEncoding = "wrong-encoding"
        /// A byte order mark where the reader takes none.
        case byteOrderMark = "byte-order-mark"
        /// A name that the object already has.
        case duplicateName = "duplicate-name"
        /// More text after the value.
        case textAfterValue = "text-after-value"
        /// Nesting over ``JSONLimits/depthMax``.
        case tooDeep = "too-deep"
        /// More bytes than ``JSONLimits/byteCountMax``.
        case tooLong = "too-long"
        /// More members than ``JSONLimits/memberCountMax``.
        case tooManyMembers = "too-many-members"
        /// More values than ``JSONLimits/nodeCountMax``.
        case tooManyNodes = "too-many-nodes"
    }
}

extension JSONParsingError.Code {
    /// The message and the advice for a fault in these bytes.
    func wording(for bytes: ArraySlice<UInt8>, limits: JSONLimits) -> (message: String, help: String?) {
        let quoted = Excerpt(bytes).quoted
        switch self {
        case .emptyText: return ("the text is empty; a JSON value was expected", nil)
        case .unexpectedEnd: return ("the text ends inside a value", "it may have been cut off")
        case .expectedValue: return ("\(quoted) stands where a value was expected", nil)
        case .expectedName:
            return ("\(quoted) stands where a member name was expected", "write names as strings in double quotes")
        case .expectedColon: return ("\(quoted) stands where `:` was expected after a member name", nil)
        case .expectedCommaOrBracket: return ("\(quoted) stands where `,` or `]` was expected in a list", nil)
        case .expectedCommaOrBrace: return ("\(quoted) stands where `,` or `}` was expected in an object", nil)
        case .trailingComma: return ("a comma stands before the closing \(quoted)", "remove the comma")
        case .unknownWord:
            return (
                "\(quoted) is not a JSON value",
                "the words are `true`, `false` and `null`; write other words as strings in double quotes"
            )
        case .comment: return ("a comment stands in the text, but JSON has none", "remove the comment")
        case .singleQuotes: return ("a string begins with a single quote", "write strings in double quotes")
        case .malformedNumber:
            return ("\(quoted) is not a JSON number", "write it like `-12.5` or `2e3`, without `+` or leading zeros")
        case .controlCharacter:
            return ("\(quoted) stands unescaped in a string", "write it as an escape, such as `\\n` or `\\u0000`")
        case .unknownEscape:
            return (
                "\(quoted) is not an escape",
                "the escapes are `\\\"`, `\\\\`, `\\/`, `\\b`, `\\f`, `\\n`, `\\r`, `\\t` and `\\u` with four digits"
            )
        case .malformedUnicodeEscape:
            return ("\(quoted) is not an escape", "`\\u` is followed by four hexadecimal digits")
        case .loneSurrogate:
            return (
                "\(quoted) is half of a surrogate pair and no character",
                "write the character itself or both halves"
            )
        case .invalidUTF8: return ("\(quoted) is not valid UTF-8", "save the text as UTF-8")
        case .wrongEncoding: return ("the text looks like UTF-16 or UTF-32", "save it as UTF-8")
        case .byteOrderMark: return ("the text begins with a byte order mark", "save it as UTF-8 without the mark")
        case .duplicateName: return ("the name \(quoted) stands twice in one object", "keep one of the members")
        case .textAfterValue: return ("\(quoted) stands after the end of the value", "one text holds one value")
        case .tooDeep: return ("lists and objects are nested deeper than \(limits.depthMax) levels", nil)
        case .tooLong: return ("the text is longer than \(limits.byteCountMax) bytes", nil)
        case .tooManyMembers: return ("an object has more than \(limits.memberCountMax) members", nil)
        case .tooManyNodes: return ("the text holds more than \(limits.nodeCountMax) values", nil)
        }
    }
}
