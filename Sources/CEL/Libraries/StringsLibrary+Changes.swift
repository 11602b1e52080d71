extension StringsLibrary {
    /// What makes another string of one.
    static let changes: [(String, [CELOverload])] = [
        ("lowerAscii", [member("lowerAscii", "string_lower_ascii") { folded($0, 0x41...0x5A) }]),
        ("upperAscii", [member("upperAscii", "string_upper_ascii") { folded($0, 0x61...0x7A) }]),
        ("reverse", [member("reverse", "string_reverse", .string, reversed)]),
        ("trim", [member("trim", "string_trim", .string, trimmed)]),
        (
            "strings.quote",
            [
                .unary("strings_quote", .string, .string) { value in
                    guard case .string(let text) = value else {
                        return StandardFunctions.noSuchOverload("strings.quote", value)
                    }
                    return quoted(text)
                }
            ]
        ),
        (
            "replace",
            [
                .variadic("string_replace_string_string", [.string, .string, .string], .string, style: .member) {
                    replace($0 + [.int(-1)])
                },
                .variadic(
                    "string_replace_string_string_int", [.string, .string, .string, .int], .string, style: .member
                ) { replace($0) },
            ]
        ),
    ]

    /// The letters of one case of ASCII, in the other.
    private static func folded(_ text: CELString, _ letters: ClosedRange<UInt8>) -> CELValue {
        let bytes = text.text.utf8.map { letters.contains($0) ? $0 ^ 0x20 : $0 }
        return .text(String(decoding: bytes, as: UTF8.self))
    }

    @Sendable private static func reversed(_ text: CELString) -> CELValue {
        var scalars = String.UnicodeScalarView()
        for scalar in text.text.unicodeScalars.reversed() { scalars.append(scalar) }
        return .text(String(scalars))
    }

    @Sendable private static func trimmed(_ text: CELString) -> CELValue {
        var scalars = text.text.unicodeScalars[...]
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return .text(String(scalars))
    }

    private static func quoted(_ text: CELString) -> CELValue {
        var bytes: [UInt8] = [0x22]
        bytes.reserveCapacity(text.byteCount + 2)
        for byte in text.text.utf8 {
            if let letter = escapes[byte] {
                bytes.append(0x5C)
                bytes.append(letter)
            } else {
                bytes.append(byte)
            }
        }
        bytes.append(0x22)
        guard bytes.count <= createdCountMax else { return tooLong("strings.quote") }
        return .text(String(decoding: bytes, as: UTF8.self))
    }

    /// What stands after the backslash for a byte that is escaped.
    private static let escapes: [UInt8: UInt8] = [
        0x07: 0x61, 0x08: 0x62, 0x09: 0x74, 0x0A: 0x6E, 0x0B: 0x76, 0x0C: 0x66, 0x0D: 0x72, 0x22: 0x22, 0x5C: 0x5C,
    ]

    private static func replace(_ values: [CELValue]) -> CELValue {
        guard values.count == 4, case .string(let text) = values[0], case .string(let old) = values[1],
            case .string(let new) = values[2], case .int(let limit) = values[3]
        else { return StandardFunctions.noSuchOverload("replace", values) }
        let points = CodePoints(text)
        let countMax = limit < 0 ? Int.max : Int(limit)
        let starts =
            old.byteCount == 0
            ? boundaries(of: points, countMax: countMax)
            : TextSearch(Array(old.text.utf8)).all(in: points.bytes, countMax: countMax)
        guard !starts.isEmpty else { return .string(text) }
        let (added, overflowed) = starts.count.multipliedReportingOverflow(by: new.byteCount - old.byteCount)
        guard !overflowed, added <= createdCountMax - points.bytes.count else { return tooLong("replace") }

        let newBytes = Array(new.text.utf8)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(points.bytes.count + added)
        var end = 0
        for start in starts {
            bytes += points.bytes[end..<start]
            bytes += newBytes
            end = start + old.byteCount
        }
        bytes += points.bytes[end...]
        return .text(String(decoding: bytes, as: UTF8.self))
    }

    /// The offsets before each code point and at the end, no more than so many from the front.
    private static func boundaries(of points: CodePoints, countMax: Int) -> [Int] {
        var offsets = Array(
            points.bytes.indices.lazy.filter { CodePoints.isStart(points.bytes[$0]) }.prefix(countMax))
        if offsets.count < countMax { offsets.append(points.bytes.count) }
        return offsets
    }
}
