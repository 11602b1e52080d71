extension StandardFunctions {
    /// Conversions between types, `type` and `dyn`.
    static let conversions: [(String, [CELOverload])] = [
        (
            "int",
            convert(
                "int", to: .int, "int64",
                [
                    (.int, "int64"), (.uint, "uint64"), (.double, "double"), (.string, "string"),
                    (.timestamp, "timestamp"), (.duration, "duration"),
                ], int)
        ),
        (
            "uint",
            convert(
                "uint", to: .uint, "uint64",
                [(.uint, "uint64"), (.int, "int64"), (.double, "double"), (.string, "string")], uint)
        ),
        (
            "double",
            convert(
                "double", to: .double, "double",
                [(.double, "double"), (.int, "int64"), (.uint, "uint64"), (.string, "string")], double)
        ),
        (
            "string",
            convert(
                "string", to: .string, "string",
                [
                    (.string, "string"), (.bool, "bool"), (.int, "int64"), (.uint, "uint64"), (.double, "double"),
                    (.bytes, "bytes"), (.timestamp, "timestamp"), (.duration, "duration"),
                ], string)
        ),
        ("bytes", convert("bytes", to: .bytes, "bytes", [(.bytes, "bytes"), (.string, "string")], bytes)),
        ("bool", convert("bool", to: .bool, "bool", [(.bool, "bool"), (.string, "string")], bool)),
        (
            "timestamp",
            convert(
                "timestamp", to: .timestamp, "timestamp",
                [(.timestamp, "timestamp"), (.string, "string"), (.int, "int64")], timestamp)
        ),
        (
            "duration",
            convert(
                "duration", to: .duration, "duration",
                [(.duration, "duration"), (.string, "string"), (.int, "int64")], duration)
        ),
        ("type", [.unary("type", .parameter("A"), .type) { .type(CELTypeValue($0.typeName)) }]),
        ("dyn", [.unary("to_dyn", .parameter("A"), .dyn) { $0 }]),
    ]

    private static func convert(
        _ name: String, to result: CELType, _ resultName: String, _ sources: [(CELType, String)],
        _ body: @escaping @Sendable (CELValue) -> CELValue?
    ) -> [CELOverload] {
        sources.map { source, sourceName in
            let id = source == result ? "\(resultName)_to_\(resultName)" : "\(sourceName)_to_\(resultName)"
            return .unary(id, source, result) { body($0) ?? noSuchOverload(name, $0) }
        }
    }

    private static func outOfRange(_ type: String, _ value: CELValue) -> CELValue {
        .failure(.overflow, "\(value.plainText) is out of the range of \(type)")
    }

    private static func unreadable(_ type: String, _ value: CELString, _ help: String) -> CELValue {
        .failure(.invalidArgument, "\(CELValue.string(value).plainText) is no \(type): expected \(help)")
    }

    private static let int: @Sendable (CELValue) -> CELValue? = { value in
        switch value {
        case .int: return value
        case .uint(let number): return Int64(exactly: number).map(CELValue.int) ?? outOfRange("int", value)
        case .double(let number):
            // Both ends are excluded: the nearest doubles do not convert back.
            guard number > -0x1p63, number < 0x1p63 else { return outOfRange("int", value) }
            return .int(Int64(number))
        case .string(let text):
            return integer(text.text, as: Int64.self).map(CELValue.int) ?? unreadable("int", text, "digits")
        case .timestamp(let instant): return .int(instant.seconds)
        case .duration(let length): return .int(length.nanoseconds / 1_000_000_000)
        default: return nil
        }
    }

    private static let uint: @Sendable (CELValue) -> CELValue? = { value in
        switch value {
        case .uint: return value
        case .int(let number): return UInt64(exactly: number).map(CELValue.uint) ?? outOfRange("uint", value)
        case .double(let number):
            guard number > -1, number < 0x1p64 else { return outOfRange("uint", value) }
            return .uint(UInt64(number))
        case .string(let text):
            return integer(text.text, as: UInt64.self).map(CELValue.uint) ?? unreadable("uint", text, "digits")
        default: return nil
        }
    }

    private static func integer<Number: FixedWidthInteger>(_ text: String, as type: Number.Type) -> Number? {
        text.hasPrefix("+") ? nil : Number(text)
    }

    private static let double: @Sendable (CELValue) -> CELValue? = { value in
        switch value {
        case .double: return value
        case .int(let number): return .double(Double(number))
        case .uint(let number): return .double(Double(number))
        case .string(let text):
            // Hexadecimal floats are no notation of the language, though the standard library reads them.
            guard !text.text.utf8.contains(where: { $0 | 0x20 == 0x78 }), let number = Double(text.text) else {
                return unreadable("double", text, "a number")
            }
            return .double(number)
        default: return nil
        }
    }

    private static let string: @Sendable (CELValue) -> CELValue? = { value in
        switch value {
        case .string: return value
        case .bool(let value): return .text(value ? "true" : "false")
        case .int(let number): return .text(String(number))
        case .uint(let number): return .text(String(number))
        case .double(let number): return .text(NumberText.plain(number))
        case .bytes(let bytes):
            guard let text = String(validating: bytes.bytes, as: UTF8.self) else {
                return .failure(.invalidArgument, "the bytes are no UTF-8")
            }
            return .text(text)
        case .timestamp(let instant): return .text(instant.description)
        case .duration(let length): return .text(length.description)
        default: return nil
        }
    }

    private static let bytes: @Sendable (CELValue) -> CELValue? = { value in
        switch value {
        case .bytes: return value
        case .string(let text): return .bytes(CELBytes(Array(text.text.utf8)))
        default: return nil
        }
    }

    private static let bool: @Sendable (CELValue) -> CELValue? = { value in
        switch value {
        case .bool: return value
        case .string(let text):
            switch text.text {
            case "1", "t", "true", "TRUE", "True": return .bool(true)
            case "0", "f", "false", "FALSE", "False": return .bool(false)
            default: return unreadable("bool", text, "`true` or `false`")
            }
        default: return nil
        }
    }

    private static let timestamp: @Sendable (CELValue) -> CELValue? = { value in
        switch value {
        case .timestamp: return value
        case .int(let seconds):
            return CELTimestamp(seconds: seconds).map(CELValue.timestamp) ?? outOfRange("timestamp", value)
        case .string(let text):
            return CELTimestamp(parsing: text.text).map(CELValue.timestamp)
                ?? unreadable("timestamp", text, "a form such as 2026-11-20T09:14:03Z, in the years 1 to 9999")
        default: return nil
        }
    }

    private static let duration: @Sendable (CELValue) -> CELValue? = { value in
        switch value {
        case .duration: return value
        case .int(let seconds):
            return CELDuration(seconds: seconds).map(CELValue.duration) ?? outOfRange("duration", value)
        case .string(let text):
            return CELDuration(parsing: text.text).map(CELValue.duration)
                ?? unreadable("duration", text, "a form such as 1h30m or 0.5s, up to 292 years")
        default: return nil
        }
    }
}
