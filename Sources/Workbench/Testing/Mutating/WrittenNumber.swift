/// The last number in a text, to be moved by one in its last place: `20 EUR`, `1h 30min`, `"08:00"`, `6.46 GBP`.
enum WrittenNumber {
    /// Moves the last number of a text; nil where it has none, or where it would fall below zero.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - step: 1 or -1.
    /// - Returns: the text with another number.
    static func moved(_ text: String, by step: Int) -> String? {
        var characters = Array(text)
        guard let end = characters.lastIndex(where: \.isASCIIDigit) else { return nil }
        var start = end
        while start > 0, characters[start - 1].isASCIIDigit { start -= 1 }
        var digits = characters[start...end].compactMap(\.wholeNumberValue)
        // The digits before a point belong to the same number.
        var wholeStart = start
        if start > 1, characters[start - 1] == ".", characters[start - 2].isASCIIDigit {
            wholeStart = start - 2
            while wholeStart > 0, characters[wholeStart - 1].isASCIIDigit { wholeStart -= 1 }
            digits = characters[wholeStart..<(start - 1)].compactMap(\.wholeNumberValue) + digits
        }
        let fractionCount = wholeStart == start ? 0 : end - start + 1
        guard digits.count <= 17 else { return nil }
        let width = digits.count
        var number = digits.reduce(0) { $0 * 10 + $1 } + step
        guard number >= 0 else { return nil }
        var moved: [Character] = []
        while number > 0 || moved.count < max(fractionCount + 1, isPadded(digits) ? width : 1) {
            moved.append(Character("\(number % 10)"))
            number /= 10
        }
        if fractionCount > 0 { moved.insert(".", at: fractionCount) }
        characters.replaceSubrange(wholeStart...end, with: moved.reversed())
        return String(characters)
    }

    /// Whether zeros stand before the number, as in times and dates.
    private static func isPadded(_ digits: [Int]) -> Bool { digits.count > 1 && digits[0] == 0 }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
