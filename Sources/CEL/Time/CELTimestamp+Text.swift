extension CELTimestamp: CustomStringConvertible {
    /// Reads an instant as RFC 3339 writes it, with `T` or `t`, `Z` or `z` or an offset below 24 hours, and up to
    /// nine digits after a point.
    ///
    /// Strict: no comma, no one-digit hour, no leap second, no day that does not exist.
    public init?(parsing text: String) {
        var text = text
        guard let parsed = text.withUTF8({ CELTimestamp(parsing: $0.span) }) else { return nil }
        self = parsed
    }

    /// Reads an instant as RFC 3339 writes it, from UTF-8.
    public init?(parsing utf8: Span<UInt8>) {
        let parsed = utf8.withUnsafeBufferPointer { bytes in
            var reader = TimestampReader(bytes: bytes)
            return reader.read()
        }
        guard let parsed else { return nil }
        self = parsed
    }

    /// The instant in UTC as RFC 3339 writes it, with no more digits after the point than it needs.
    public var description: String {
        let day = seconds.flooredQuotient(by: 86_400)
        let second = Int(seconds - day * 86_400)
        let date = CivilDate(daysSince1970: Int(day))
        return String(unsafeUninitializedCapacity: 30) { text in
            var end = 0
            func append(_ number: Int, digitCount: Int) {
                var rest = number
                for place in (end..<end + digitCount).reversed() {
                    text[place] = UInt8(ascii: "0") + UInt8(rest % 10)
                    rest /= 10
                }
                end += digitCount
            }
            func append(_ mark: Unicode.Scalar) {
                text[end] = UInt8(ascii: mark)
                end += 1
            }
            append(date.year, digitCount: 4)
            append("-")
            append(date.month, digitCount: 2)
            append("-")
            append(date.day, digitCount: 2)
            append("T")
            append(second / 3_600, digitCount: 2)
            append(":")
            append(second / 60 % 60, digitCount: 2)
            append(":")
            append(second % 60, digitCount: 2)
            if nanoseconds > 0 {
                append(".")
                append(Int(nanoseconds), digitCount: 9)
                while text[end - 1] == UInt8(ascii: "0") { end -= 1 }
            }
            append("Z")
            return end
        }
    }
}

/// A point and the digits of a part of a second, without zeros at the end; empty for none.
func fractionText(nanoseconds: Int) -> String {
    guard nanoseconds > 0 else { return "" }
    var digits = padded(nanoseconds, to: 9)
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
}

/// Reads an instant from bytes.
private struct TimestampReader {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func read() -> CELTimestamp? {
        guard let year = number(4), skip("-"), let month = number(2), skip("-"), let day = number(2),
            let date = CivilDate(year: year, month: month, day: day),
            skip("T") || skip("t"),
            let hour = number(2), hour < 24, skip(":"), let minute = number(2), minute < 60, skip(":"),
            let second = number(2), second < 60, let nanoseconds = fraction(), let offset = offsetSeconds(),
            position == bytes.count
        else { return nil }
        let seconds = date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second - offset
        return CELTimestamp(seconds: Int64(seconds), nanoseconds: nanoseconds)
    }

    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    private mutating func number(_ digitCount: Int) -> Int? {
        guard position + digitCount <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[position..<position + digitCount] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        position += digitCount
        return value
    }

    private mutating func fraction() -> Int32? {
        guard skip(".") else { return 0 }
        var value: Int32 = 0
        var digitCount = 0
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
            digitCount += 1
            guard digitCount <= 9 else { return nil }
            value = value * 10 + Int32(bytes[position] - 0x30)
            position += 1
        }
        guard digitCount > 0 else { return nil }
        for _ in digitCount..<9 { value *= 10 }
        return value
    }

    private mutating func offsetSeconds() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign: Int
        if skip("+") {
            sign = 1
        } else if skip("-") {
            sign = -1
        } else {
            return nil
        }
        guard let hours = number(2), hours < 24, skip(":"), let minutes = number(2), minutes < 60 else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }
}
