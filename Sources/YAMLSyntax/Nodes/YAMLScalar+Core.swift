extension YAMLScalar {
    /// What a scalar means by the YAML 1.2 core schema (YAML 1.2.2, section 10.3.2).
    ///
    /// Only plain scalars mean anything but text; `yes`, `no`, `on` and `off` are texts.
    public enum Core: Hashable, Sendable {
        /// `null`, `Null`, `NULL`, `~` or nothing.
        case null
        /// `true`, `false` and their two other spellings.
        case bool(Bool)
        /// A whole number: decimal, `0o` octal or `0x` hexadecimal; nil where it does not fit 64 bits.
        case integer(Int64?)
        /// A number with a fraction or an exponent, an infinity or not a number; its text is the scalar's.
        case float
        /// Everything else.
        case string

        /// In words for messages.
        public var kindName: String {
            switch self {
            case .null: "nothing"
            case .bool: "true or false"
            case .integer: "a whole number"
            case .float: "a number"
            case .string: "a text"
            }
        }

        /// Resolves a plain scalar.
        init(plain text: String) {
            var text = text
            self = text.withUTF8 { Core(plain: $0) }
        }

        /// Resolves the bytes of a plain scalar; the first says what nearly all of them cannot be.
        init(plain utf8: UnsafeBufferPointer<UInt8>) {
            switch utf8.first {
            case nil: self = .null
            case UInt8(ascii: "~")? where utf8.count == 1: self = .null
            case UInt8(ascii: "n")?, UInt8(ascii: "N")?, UInt8(ascii: "t")?, UInt8(ascii: "T")?, UInt8(ascii: "f")?,
                UInt8(ascii: "F")?:
                self = utf8.count == 4 || utf8.count == 5 ? Core(word: String(decoding: utf8, as: UTF8.self)) : .string
            case (UInt8(ascii: "0")...UInt8(ascii: "9"))?, UInt8(ascii: "+")?, UInt8(ascii: "-")?, UInt8(ascii: ".")?:
                self = Core(number: utf8)
            default: self = .string
            }
        }

        private init(word: String) {
            switch word {
            case "null", "Null", "NULL": self = .null
            case "true", "True", "TRUE": self = .bool(true)
            case "false", "False", "FALSE": self = .bool(false)
            default: self = .string
            }
        }

        private init(number utf8: UnsafeBufferPointer<UInt8>) {
            if let integer = Core(integer: utf8) {
                self = integer
            } else if NumberScanner.isFloat(utf8) {
                self = .float
            } else {
                self = .string
            }
        }

        private init?(integer utf8: UnsafeBufferPointer<UInt8>) {
            if utf8.count > 2, utf8[0] == UInt8(ascii: "0"),
                utf8[1] == UInt8(ascii: "o") || utf8[1] == UInt8(ascii: "x")
            {
                let radix = utf8[1] == UInt8(ascii: "o") ? 8 : 16
                let digits = utf8.dropFirst(2)
                guard digits.allSatisfy({ NumberScanner.digitValue($0, radix: radix) != nil }) else { return nil }
                self = .integer(Int64(String(decoding: digits, as: UTF8.self), radix: radix))
                return
            }
            let hasSign = utf8.first == UInt8(ascii: "-") || utf8.first == UInt8(ascii: "+")
            let digits = utf8.dropFirst(hasSign ? 1 : 0)
            guard !digits.isEmpty, digits.allSatisfy({ NumberScanner.digitValue($0, radix: 10) != nil }) else {
                return nil
            }
            self = .integer(Int64(String(decoding: utf8, as: UTF8.self)))
        }
    }
}

/// Recognises numbers by the patterns of the core schema.
private enum NumberScanner {
    static func digitValue(_ byte: UInt8, radix: Int) -> Int? {
        let value: Int
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = Int(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): value = Int(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): value = Int(byte - UInt8(ascii: "A")) + 10
        default: return nil
        }
        return value < radix ? value : nil
    }

    /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`, an infinity, or not a number.
    static func isFloat(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        guard utf8.count >= 2, utf8.count <= 1024 else { return false }
        var index = 0
        func at(_ byte: Unicode.Scalar) -> Bool { index < utf8.count && utf8[index] == UInt8(ascii: byte) }
        func skipDigits() -> Int {
            let start = index
            while index < utf8.count, digitValue(utf8[index], radix: 10) != nil { index += 1 }
            return index - start
        }
        let hasSign = at("-") || at("+")
        if hasSign { index += 1 }
        switch String(decoding: utf8[index...], as: UTF8.self) {
        case ".inf", ".Inf", ".INF": return true
        case ".nan", ".NaN", ".NAN": return !hasSign
        default: break
        }
        let wholeCount = skipDigits()
        var fractionCount = 0
        if at(".") {
            index += 1
            fractionCount = skipDigits()
        }
        guard wholeCount + fractionCount > 0 else { return false }
        if at("e") || at("E") {
            index += 1
            if at("-") || at("+") { index += 1 }
            guard skipDigits() > 0 else { return false }
        }
        return index == utf8.count
    }
}
