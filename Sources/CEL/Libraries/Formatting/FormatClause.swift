/// One clause of a pattern, such as `%s` or `%.2f`.
struct FormatClause: Hashable, Sendable {
    /// How the argument is written; the raw value is the letter.
    enum Conversion: UInt8, Sendable {
        /// `%s`: any value of the language's own types.
        case string = 0x73
        /// `%d`: a number.
        case decimal = 0x64
        /// `%f`: a number with a point, as many digits after it as the precision says.
        case fixed = 0x66
        /// `%e`: a number with a power of ten.
        case scientific = 0x65
        /// `%b`: a whole number or a truth value in twos.
        case binary = 0x62
        /// `%o`: a whole number in eights.
        case octal = 0x6F
        /// `%x`: a whole number in sixteens, or the bytes of a string.
        case lowerHexadecimal = 0x78
        /// `%X`: the same in capitals.
        case upperHexadecimal = 0x58

        /// The clause as people write it.
        var name: String { "`%" + String(Unicode.Scalar(rawValue)) + "`" }
    }

    /// How many digits stand after the point where a clause does not say.
    static let defaultPrecision = 6
    /// The most digits after the point that a clause may ask for.
    static let precisionMax = 1_000

    /// How the argument is written.
    let conversion: Conversion
    /// The digits after the point; conversions other than `%f` and `%e` make nothing of it.
    let precision: Int

    /// Reads what follows a percent sign, and takes it off the front.
    static func read(_ bytes: inout ArraySlice<UInt8>) throws(CELError) -> FormatClause {
        var precision = defaultPrecision
        if bytes.first == 0x2E {
            bytes.removeFirst()
            precision = try readPrecision(&bytes)
        }
        guard let letter = bytes.first else {
            throw CELError(.invalidArgument, "the pattern ends within a clause; a percent sign is written `%%`")
        }
        guard let conversion = Conversion(rawValue: letter) else {
            let character = String(String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix(1))
            throw CELError(
                .invalidArgument,
                "`%\(QuotedText.quote(character).dropFirst().dropLast())` is no clause; there are `%s`, `%d`, `%f`, "
                    + "`%e`, `%b`, `%o`, `%x`, `%X` and `%%`")
        }
        bytes.removeFirst()
        return FormatClause(conversion: conversion, precision: precision)
    }

    private static func readPrecision(_ bytes: inout ArraySlice<UInt8>) throws(CELError) -> Int {
        let digits = bytes.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else {
            throw CELError(.invalidArgument, "a precision is a number of digits, as in `%.2f`")
        }
        bytes.removeFirst(digits.count)
        var precision = 0
        for digit in digits {
            precision = precision * 10 + Int(digit - 0x30)
            guard precision <= precisionMax else {
                throw CELError(.invalidArgument, "a precision is at most \(precisionMax)")
            }
        }
        return precision
    }
}
