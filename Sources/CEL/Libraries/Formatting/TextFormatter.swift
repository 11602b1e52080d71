/// Puts values into a pattern: the function `format`.
///
/// Each clause takes the next argument; `%%` is a percent sign. More clauses than arguments are an error, arguments
/// left over are not. As cel-go's `ext/formatting_v2.go` has it, but that durations keep all their digits and that
/// bytes that are no UTF-8 are an error, for a string cannot hold them.
struct TextFormatter {
    /// How deep the values that are written may be nested.
    static let depthMax = 250

    /// Why there is no text: an error, or an unknown part of an argument.
    private struct Stop: Error {
        let value: CELValue

        init(_ value: CELValue) { self.value = value }

        init(_ code: CELError.Code, _ message: String) { value = .failure(code, message) }
    }

    private var text: [UInt8] = []

    /// The pattern with its clauses replaced.
    static func format(_ pattern: CELString, _ arguments: [CELValue]) -> CELValue {
        // A host's list may have gaps.
        guard arguments.allSatisfy(\.isKnown) else { return Strictness.merged(arguments) }
        var formatter = TextFormatter()
        do throws(Stop) {
            try formatter.write(pattern, arguments[...])
        } catch {
            return error.value
        }
        return .text(String(decoding: formatter.text, as: UTF8.self))
    }

    private mutating func write(_ pattern: CELString, _ arguments: ArraySlice<CELValue>) throws(Stop) {
        var arguments = arguments
        var rest = Array(pattern.text.utf8)[...]
        while !rest.isEmpty {
            let plain = rest.prefix { $0 != 0x25 }
            try write(bytes: plain)
            rest = rest[plain.endIndex...]
            guard rest.popFirst() != nil else { return }
            if rest.first == 0x25 {
                rest.removeFirst()
                try write(bytes: [0x25])
                continue
            }
            let clause: FormatClause
            do { clause = try FormatClause.read(&rest) } catch { throw Stop(.error(error)) }
            guard let argument = arguments.popFirst() else {
                throw Stop(
                    .invalidArgument, "the pattern has more clauses than the \(arguments.startIndex) arguments")
            }
            try write(argument, clause)
        }
    }

    // MARK: Writing

    private mutating func write(bytes: some Collection<UInt8>) throws(Stop) {
        guard bytes.count <= StringsLibrary.createdCountMax - text.count else {
            throw Stop(StringsLibrary.tooLong("format"))
        }
        text += bytes
    }

    private mutating func write(_ text: String) throws(Stop) { try write(bytes: text.utf8) }

    private mutating func write(_ value: CELValue, _ clause: FormatClause) throws(Stop) {
        switch clause.conversion {
        case .string: try write(any: value, depth: 0)
        case .decimal: try write(decimal: value)
        case .fixed:
            let number = try double(value, clause.conversion)
            try write(
                number.isFinite
                    ? DecimalExpansion.fixed(number, fractionDigitCount: clause.precision) : NumberText.plain(number))
        case .scientific:
            let number = try double(value, clause.conversion)
            try write(
                number.isFinite
                    ? DecimalExpansion.scientific(number, fractionDigitCount: clause.precision)
                    : NumberText.plain(number))
        case .binary:
            if case .bool(let truth) = value { return try write(truth ? "1" : "0") }
            try write(whole: value, radix: 2, clause.conversion, "bool, int or uint")
        case .octal: try write(whole: value, radix: 8, clause.conversion, "int or uint")
        case .lowerHexadecimal, .upperHexadecimal: try write(hexadecimal: value, clause.conversion)
        }
    }

    private mutating func write(decimal value: CELValue) throws(Stop) {
        switch value {
        case .double(let number): try write(NumberText.withoutExponent(number))
        default: try write(whole: value, radix: 10, .decimal, "int, uint or double")
        }
    }

    private func double(_ value: CELValue, _ conversion: FormatClause.Conversion) throws(Stop) -> Double {
        switch value {
        case .double(let number): return number
        case .int(let number): return Double(number)
        case .uint(let number): return Double(number)
        default: throw Self.mismatch(value, conversion, "int, uint or double")
        }
    }

    private mutating func write(
        whole value: CELValue, radix: Int, isUppercase: Bool = false, _ conversion: FormatClause.Conversion,
        _ types: String
    ) throws(Stop) {
        switch value {
        case .int(let number): try write(String(number, radix: radix, uppercase: isUppercase))
        case .uint(let number): try write(String(number, radix: radix, uppercase: isUppercase))
        default: throw Self.mismatch(value, conversion, types)
        }
    }

    private mutating func write(
        hexadecimal value: CELValue, _ conversion: FormatClause.Conversion
    ) throws(Stop) {
        let isUppercase = conversion == .upperHexadecimal
        let bytes: [UInt8]
        switch value {
        case .string(let text): bytes = Array(text.text.utf8)
        case .bytes(let value): bytes = value.bytes
        default:
            return try write(
                whole: value, radix: 16, isUppercase: isUppercase, conversion, "int, uint, string or bytes")
        }
        guard bytes.count <= (StringsLibrary.createdCountMax - text.count) / 2 else {
            throw Stop(StringsLibrary.tooLong("format"))
        }
        let digits = Array((isUppercase ? "0123456789ABCDEF" : "0123456789abcdef").utf8)
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 0xF)])
        }
    }

    private static func mismatch(
        _ value: CELValue, _ conversion: FormatClause.Conversion, _ types: String
    ) -> Stop {
        Stop(.invalidArgument, "\(conversion.name) takes \(types), not \(value.typeName)")
    }

    // MARK: Values of any type

    private mutating func write(any value: CELValue, depth: Int) throws(Stop) {
        switch value {
        case .null: try write("null")
        case .bool(let truth): try write(truth ? "true" : "false")
        case .int(let number): try write(String(number))
        case .uint(let number): try write(String(number))
        case .double(let number): try write(NumberText.withoutExponent(number))
        case .string(let text): try write(text.text)
        case .bytes(let bytes):
            guard let text = String(validating: bytes.bytes, as: UTF8.self) else {
                throw Stop(.invalidArgument, "the bytes for `%s` are no UTF-8; `%x` writes any bytes")
            }
            try write(text)
        case .timestamp(let instant): try write(instant.description)
        case .duration(let length): try write(length.description)
        case .type(let type): try write(type.name)
        case .list(let list):
            try write("[")
            for (position, element) in list.elements.enumerated() {
                if position > 0 { try write(", ") }
                try write(any: element, depth: deeper(depth))
            }
            try write("]")
        case .map(let map): try write(map, depth: depth)
        case .scalar:
            throw Stop(.invalidArgument, "`%s` does not take a value of the host's types; try `string(...)` of it")
        case .record, .optional, .opaque:
            throw Self.mismatch(value, .string, "a value of the language's own types")
        case .error, .unknown: throw Stop(value)
        }
    }

    /// Writes the entries in the order of the texts of their keys.
    private mutating func write(_ map: CELMap, depth: Int) throws(Stop) {
        var entries: [(key: [UInt8], position: Int)] = []
        for (position, key) in map.keys.enumerated() {
            var formatter = TextFormatter()
            try formatter.write(any: key, depth: 0)
            entries.append((formatter.text, position))
        }
        entries.sort { left, right in
            left.key == right.key ? left.position < right.position : left.key.lexicographicallyPrecedes(right.key)
        }
        try write("{")
        for (count, entry) in entries.enumerated() {
            if count > 0 { try write(", ") }
            try write(bytes: entry.key)
            try write(": ")
            try write(any: map.values[entry.position], depth: deeper(depth))
        }
        try write("}")
    }

    private func deeper(_ depth: Int) throws(Stop) -> Int {
        guard depth < Self.depthMax else {
            throw Stop(.limitExceeded, "`format` writes values of at most \(Self.depthMax) levels")
        }
        return depth + 1
    }
}
