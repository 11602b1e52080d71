extension SuiteValue: CustomStringConvertible {
    /// The value as people read it, in the language's notation where it has one.
    package var description: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .int(let value): String(value)
        case .uint(let value): "\(value)u"
        case .double(let value): Self.text(value)
        case .string(let value): Self.quoted(value)
        case .bytes(let value): "b\"" + value.map(Self.escaped).joined() + "\""
        case .list(let elements): "[" + elements.map(\.description).joined(separator: ", ") + "]"
        case .map(let entries):
            "{" + entries.map { "\($0.key): \($0.value)" }.sorted().joined(separator: ", ") + "}"
        case .type(let name): "type \(name)"
        case .timestamp(let seconds, let nanoseconds): "timestamp \(Self.instant(seconds, nanoseconds))"
        case .duration(let seconds, let nanoseconds): "duration \(Self.length(seconds, nanoseconds))"
        case .enumeration(let type, let value): "\(type)(\(value))"
        case .message(let message): "\(message.type){…}"
        case .error(let message): message.isEmpty ? "an error" : "an error: \(message)"
        case .unknown(let paths): paths.isEmpty ? "an unknown" : "an unknown: \(paths)"
        case .other(let text): text
        }
    }

    private static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        return "\(value)"
    }

    private static func quoted(_ text: String) -> String {
        let shown = text.unicodeScalars.map { scalar in
            scalar == "\"" || scalar == "\\" ? "\\\(scalar)" : ShownText.shown(scalar)
        }
        return "\"" + shown.joined() + "\""
    }

    private static func escaped(_ byte: UInt8) -> String {
        let isPlain = (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
        return isPlain ? String(Unicode.Scalar(byte)) : "\\x" + padded(String(byte, radix: 16), to: 2)
    }

    private static func length(_ seconds: Int64, _ nanoseconds: Int32) -> String {
        let sign = seconds < 0 || nanoseconds < 0 ? "-" : ""
        return "\(sign)\(seconds.magnitude)\(fraction(nanoseconds))s"
    }

    /// An instant as RFC 3339 writes it.
    private static func instant(_ seconds: Int64, _ nanoseconds: Int32) -> String {
        let day = Int64((Double(seconds) / 86_400).rounded(.down))
        guard (-1_000_000...10_000_000).contains(day) else { return "\(seconds)\(fraction(nanoseconds)) s" }
        let rest = seconds - day * 86_400
        // Days are counted from 1 March of year 0 in eras of 400 years (Hinnant, "chrono-compatible date algorithms").
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let date = [(year, 4), (month, 2), (dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2)]
        let time = [(rest / 3_600, 2), (rest / 60 % 60, 2), (rest % 60, 2)]
        return date.map { padded(String($0.0), to: $0.1) }.joined(separator: "-") + "T"
            + time.map { padded(String($0.0), to: $0.1) }.joined(separator: ":") + fraction(nanoseconds) + "Z"
    }

    private static func fraction(_ nanoseconds: Int32) -> String {
        guard nanoseconds != 0 else { return "" }
        var digits = padded(String(nanoseconds.magnitude), to: 9)
        while digits.hasSuffix("0") { digits.removeLast() }
        return "." + digits
    }

    private static func padded(_ digits: String, to width: Int) -> String {
        String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
