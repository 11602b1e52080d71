/// Why a text is not JSON as Leeway reads it, and where.
public struct JSONParsingError: Error, Sendable, Hashable {
    /// What kind of fault it is; the raw value never changes its meaning.
    public let code: Code
    /// The bytes at fault, within the text; empty where the text ends too early.
    public let utf8Range: Range<Int>
    /// The line of the first byte at fault, from 1.
    public let line: Int
    /// Its column in Unicode scalars, from 1.
    public let column: Int
    /// What is wrong.
    public let message: String
    /// How to mend it, if there is advice.
    public let help: String?

    /// The first byte at fault.
    public var utf8Offset: Int { utf8Range.lowerBound }

    /// Words a failure and finds its line and column.
    init(_ failure: ParsingFailure, in utf8: [UInt8], limits: JSONLimits) {
        let lower = min(failure.range.lowerBound, utf8.count)
        let range = lower..<max(lower, min(failure.range.upperBound, utf8.count))
        code = failure.code
        utf8Range = range
        var line = 1
        var column = 1
        for byte in utf8[..<lower] {
            if byte == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        self.line = line
        self.column = column
        (message, help) = failure.code.wording(for: utf8[range], limits: limits)
    }
}

extension JSONParsingError: CustomStringConvertible {
    /// `line:column: message; help`.
    public var description: String {
        "\(line):\(column): \(message)\(help.map { "; \($0)" } ?? "")"
    }
}
