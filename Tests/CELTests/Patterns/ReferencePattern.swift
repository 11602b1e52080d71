/// A pattern that is looked for in the plainest way: from a set of places to the set of places where it may end.
///
/// Places are numbers of bytes, for RE2 also looks between the bytes of a character; a text has at most 63 bytes, and a
/// set is a bit for each place.
indirect enum ReferencePattern: Sendable {
    case empty
    case literal(Unicode.Scalar)
    /// Any character, a line feed only if it says so.
    case any(evenNewline: Bool)
    case oneOf([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    case place(Place)
    case sequence([ReferencePattern])
    case choice([ReferencePattern])
    case repetition(ReferencePattern, lower: Int, upper: Int?, isLazy: Bool)
    case group(ReferencePattern, opening: String)
    case ignoringCase(ReferencePattern)

    enum Place: String, CaseIterable, Sendable {
        case textBegin = "^"
        case textBeginAlways = #"\A"#
        case textEnd = "$"
        case textEndAlways = #"\z"#
        case lineBegin = "(?m:^)"
        case lineEnd = "(?m:$)"
        case wordBoundary = #"\b"#
        case noWordBoundary = #"\B"#
    }

    /// A text to look in.
    struct Text {
        let bytes: [UInt8]
        /// The character at each byte; `nil` within one.
        let scalars: [Unicode.Scalar?]

        init(_ text: String) {
            bytes = Array(text.utf8)
            scalars = text.unicodeScalars.flatMap { [$0] + Array(repeating: nil, count: UTF8.width($0) - 1) }
        }
    }

    /// Whether the pattern is found somewhere.
    func isFound(in text: Text) -> Bool {
        ends(from: (2 << UInt64(text.bytes.count)) - 1, in: text, ignoresCase: false) != 0
    }

    private func ends(from starts: UInt64, in text: Text, ignoresCase: Bool) -> UInt64 {
        switch self {
        case .empty: return starts
        case .literal(let scalar):
            return advance(starts, in: text) { Self.variants(of: $0, ignoresCase).contains(scalar) }
        case .any(let evenNewline): return advance(starts, in: text) { evenNewline || $0 != "\n" }
        case .oneOf(let ranges, let isNegated):
            return advance(starts, in: text) { scalar in
                let variants = Self.variants(of: scalar, ignoresCase)
                return variants.contains { variant in ranges.contains { $0.contains(variant) } } != isNegated
            }
        case .place(let place):
            var result: UInt64 = 0
            for index in 0...text.bytes.count where starts >> UInt64(index) & 1 == 1 {
                if Self.isPlace(place, index, text.bytes) { result |= 1 << UInt64(index) }
            }
            return result
        case .sequence(let parts):
            return parts.reduce(starts) { $1.ends(from: $0, in: text, ignoresCase: ignoresCase) }
        case .choice(let parts):
            return parts.reduce(0) { $0 | $1.ends(from: starts, in: text, ignoresCase: ignoresCase) }
        case .repetition(let part, let lower, let upper, _):
            var current = starts
            for _ in 0..<lower { current = part.ends(from: current, in: text, ignoresCase: ignoresCase) }
            var result = current
            // More rounds than places cannot lead to a new one.
            for _ in 0..<(upper.map { $0 - lower } ?? text.bytes.count + 1) {
                current = part.ends(from: current, in: text, ignoresCase: ignoresCase)
                result |= current
            }
            return result
        case .group(let part, _): return part.ends(from: starts, in: text, ignoresCase: ignoresCase)
        case .ignoringCase(let part): return part.ends(from: starts, in: text, ignoresCase: true)
        }
    }

    private func advance(_ starts: UInt64, in text: Text, over isTaken: (Unicode.Scalar) -> Bool) -> UInt64 {
        var result: UInt64 = 0
        for index in text.scalars.indices where starts >> UInt64(index) & 1 == 1 {
            guard let scalar = text.scalars[index], isTaken(scalar) else { continue }
            result |= 1 << UInt64(index + UTF8.width(scalar))
        }
        return result
    }

    private static func isPlace(_ place: Place, _ index: Int, _ bytes: [UInt8]) -> Bool {
        func isWord(_ index: Int) -> Bool {
            guard bytes.indices.contains(index) else { return false }
            let scalar = Unicode.Scalar(bytes[index])
            return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
                || scalar == "_"
        }
        return switch place {
        case .textBegin, .textBeginAlways: index == 0
        case .textEnd, .textEndAlways: index == bytes.count
        case .lineBegin: index == 0 || bytes[index - 1] == 0x0A
        case .lineEnd: index == bytes.count || bytes[index] == 0x0A
        case .wordBoundary: isWord(index - 1) != isWord(index)
        case .noWordBoundary: isWord(index - 1) == isWord(index)
        }
    }

    /// A character and those of the tests' alphabet that differ from it only in case.
    private static func variants(of scalar: Unicode.Scalar, _ ignoresCase: Bool) -> [Unicode.Scalar] {
        guard ignoresCase else { return [scalar] }
        switch scalar {
        case "k", "K", "\u{212A}": return ["k", "K", "\u{212A}"]
        case "s", "S", "\u{17F}": return ["s", "S", "\u{17F}"]
        case "é", "É": return ["é", "É"]
        case "a"..."z", "A"..."Z": return [scalar, Unicode.Scalar(UInt8(scalar.value) ^ 0x20)]
        default: return [scalar]
        }
    }
}

extension ReferencePattern: CustomStringConvertible {
    /// The pattern in RE2's syntax.
    var description: String {
        switch self {
        case .empty: return ""
        case .literal(let scalar): return Self.escaped(scalar)
        case .any(let evenNewline): return evenNewline ? "(?s:.)" : "."
        case .oneOf(let ranges, let isNegated):
            let parts = ranges.map { Self.escaped($0.lowerBound) + "-" + Self.escaped($0.upperBound) }
            return "[" + (isNegated ? "^" : "") + parts.joined() + "]"
        case .place(let place): return place.rawValue
        case .sequence(let parts):
            return parts.map { part in
                if case .choice = part { return "(?:\(part))" }
                return part.description
            }.joined()
        case .choice(let parts): return parts.map(\.description).joined(separator: "|")
        case .repetition(let part, let lower, let upper, let isLazy):
            return "(?:\(part))" + Self.bounds(lower, upper) + (isLazy ? "?" : "")
        case .group(let part, let opening): return opening + part.description + ")"
        case .ignoringCase(let part): return "(?i:\(part))"
        }
    }

    private static func bounds(_ lower: Int, _ upper: Int?) -> String {
        switch (lower, upper) {
        case (0, nil): "*"
        case (1, nil): "+"
        case (0, 1): "?"
        case (_, nil): "{\(lower),}"
        case (_, let upper?): upper == lower ? "{\(lower)}" : "{\(lower),\(upper)}"
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": #"\n"#
        case "-", ".": "\\\(scalar)"
        case "日": #"\x{65E5}"#
        default: String(scalar)
        }
    }
}

extension ReferencePattern {
    /// The characters of random patterns and texts, some more often than others.
    static let alphabet: [Unicode.Scalar] = [
        "a", "a", "a", "b", "b", "c", "A", "k", "K", "\u{212A}", "s", "S", "\u{17F}", "é", "É", "日", "😀", "_", "0",
        " ", "-", ".", "\n",
    ]

    /// A random pattern no deeper than a number of levels.
    static func random(depth: Int, using generator: inout some RandomNumberGenerator) -> ReferencePattern {
        let scalar = alphabet.randomElement(using: &generator) ?? "a"
        func inner(_ generator: inout some RandomNumberGenerator) -> ReferencePattern {
            random(depth: depth - 1, using: &generator)
        }
        switch Int.random(in: 0..<(depth > 0 ? 16 : 6), using: &generator) {
        case 0, 1, 2: return .literal(scalar)
        case 3: return .any(evenNewline: Bool.random(using: &generator))
        case 4:
            let ranges = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
                let other = alphabet.randomElement(using: &generator) ?? "b"
                return min(scalar, other)...max(scalar, other)
            }
            return .oneOf(ranges, isNegated: Int.random(in: 0..<3, using: &generator) == 0)
        case 5: return .place(Place.allCases.randomElement(using: &generator) ?? .textEnd)
        case 6, 7, 8, 9: return .sequence((0..<Int.random(in: 1...4, using: &generator)).map { _ in inner(&generator) })
        case 10, 11: return .choice((0..<Int.random(in: 2...3, using: &generator)).map { _ in inner(&generator) })
        case 12, 13:
            let lower = Int.random(in: 0...3, using: &generator)
            let upper = Bool.random(using: &generator) ? nil : lower + Int.random(in: 0...2, using: &generator)
            return .repetition(
                inner(&generator), lower: lower, upper: upper, isLazy: Bool.random(using: &generator))
        case 14: return .group(inner(&generator), opening: Bool.random(using: &generator) ? "(" : "(?U:")
        default: return Bool.random(using: &generator) ? .empty : .ignoringCase(inner(&generator))
        }
    }
}
