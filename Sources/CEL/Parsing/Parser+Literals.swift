extension Parser {
    /// Reads a number, text, bytes, `true`, `false` or `null`.
    mutating func literal() throws(Halt) -> Operand {
        switch token.kind {
        case .int, .uint, .double: return try number(negatedBy: nil)
        case .string, .bytes: return try string()
        case .true: return try constant(.bool(true))
        case .false: return try constant(.bool(false))
        case .null: return try constant(.null)
        default: throw unexpected("an expression")
        }
    }

    private mutating func constant(_ value: CELValue) throws(Halt) -> Operand {
        let range = token.range
        try advance()
        return Operand(expression: try make(.literal(value), range), range: range)
    }

    /// Reads a number; a minus before it becomes part of it.
    mutating func number(negatedBy minus: Range<Int>?) throws(Halt) -> Operand {
        let kind = token.kind
        let range = (minus?.lowerBound ?? token.range.lowerBound)..<token.range.upperBound
        if kind == .int, let small = Self.smallInteger(slice(token.range)) {
            try advance()
            return Operand(expression: try make(.literal(.int(minus == nil ? small : -small)), range), range: range)
        }
        let digits = text(token.range)
        let value: CELValue?
        switch kind {
        case .double: value = double((minus == nil ? "" : "-") + digits)
        case .uint: value = integer(digits.dropLast(), as: UInt64.self).map(CELValue.uint)
        default: value = integer((minus == nil ? "" : "-") + digits, as: Int64.self).map(CELValue.int)
        }
        guard let value else {
            let name = kind == .double ? "a double" : kind == .uint ? "a uint" : "an int"
            throw halt(CELIssue(.malformedNumber, "the number is too large for \(name)", range: range))
        }
        try advance()
        return Operand(expression: try make(.literal(value), range), range: range)
    }

    /// A number of a few decimal digits, as nearly all are; nil for any other.
    private static func smallInteger(_ digits: ArraySlice<UInt8>) -> Int64? {
        guard digits.count <= 18 else { return nil }
        var number: Int64 = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            number = number * 10 + Int64(byte - 0x30)
        }
        return number
    }

    private func double(_ text: String) -> CELValue? {
        guard let value = Double(text.first == "." ? "0" + text : text), value.isFinite else { return nil }
        return .double(value)
    }

    private func integer<Number: FixedWidthInteger>(_ text: some StringProtocol, as type: Number.Type) -> Number? {
        let isNegative = text.hasPrefix("-")
        let digits = isNegative ? text.dropFirst() : text[...]
        guard digits.hasPrefix("0x") || digits.hasPrefix("0X") else { return Number(text) }
        return Number((isNegative ? "-" : "") + digits.dropFirst(2), radix: 16)
    }

    private mutating func string() throws(Halt) -> Operand {
        let range = token.range
        let isBytes = token.kind == .bytes
        let decoded: [UInt8]
        do {
            decoded = try StringDecoder.decode(slice(range), isBytes: isBytes)
        } catch {
            let place = range.lowerBound + error.range.lowerBound..<range.lowerBound + error.range.upperBound
            throw halt(CELIssue(.malformedEscape, error.message, range: place, help: error.help))
        }
        try advance()
        let value = isBytes ? CELValue.bytes(CELBytes(decoded)) : .text(String(decoding: decoded, as: UTF8.self))
        return Operand(expression: try make(.literal(value), range), range: range)
    }
}
