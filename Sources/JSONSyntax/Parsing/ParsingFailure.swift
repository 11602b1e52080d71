/// What stopped the parser and where, before line, column and wording are worked out.
struct ParsingFailure: Error, Equatable {
    let code: JSONParsingError.Code
    let range: Range<Int>

    init(_ code: JSONParsingError.Code, _ range: Range<Int>) {
        self.code = code
        self.range = range
    }

    /// A failure at one byte, or at the end of the text.
    init(_ code: JSONParsingError.Code, at offset: Int) {
        self.init(code, offset..<offset + 1)
    }
}
