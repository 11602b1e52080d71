/// Protobuf's well-known types, as far as they are nothing but plain values in another dress.
enum WellKnownTypes {
    /// The type that each stands for, as the suite writes types.
    ///
    /// What is absent needs descriptors or serialized messages: `Any`, field masks and all other messages.
    static let plainTypes: [String: String] = [
        "google.protobuf.BoolValue": "wrapper(bool)",
        "google.protobuf.BytesValue": "wrapper(bytes)",
        "google.protobuf.DoubleValue": "wrapper(double)",
        "google.protobuf.FloatValue": "wrapper(double)",
        "google.protobuf.Int32Value": "wrapper(int)",
        "google.protobuf.Int64Value": "wrapper(int)",
        "google.protobuf.UInt32Value": "wrapper(uint)",
        "google.protobuf.UInt64Value": "wrapper(uint)",
        "google.protobuf.StringValue": "wrapper(string)",
        "google.protobuf.Struct": "map(string, dyn)",
        "google.protobuf.ListValue": "list(dyn)",
        "google.protobuf.Value": "dyn",
        "google.protobuf.Timestamp": "google.protobuf.Timestamp",
        "google.protobuf.Duration": "google.protobuf.Duration",
    ]

    /// The plain value that a message of a well-known type stands for; nil for any other message, and for a field that
    /// cannot be read.
    static func plainValue(_ message: SuiteMessage) -> SuiteValue? {
        switch message.type {
        case "google.protobuf.Struct": return structure(message.fields)
        case "google.protobuf.ListValue": return list(message.fields)
        case "google.protobuf.Value": return value(message.fields)
        case "google.protobuf.Timestamp":
            return time(message.fields).map { .timestamp(seconds: $0.seconds, nanoseconds: $0.nanoseconds) }
        case "google.protobuf.Duration":
            return time(message.fields).map { .duration(seconds: $0.seconds, nanoseconds: $0.nanoseconds) }
        default:
            let content = message.fields.last { $0.name == "value" }?.content
            return wrapped(message.type, content)
        }
    }

    /// The content of a wrapper; a field that is absent has the type's zero.
    private static func wrapped(_ type: String, _ content: SuiteMessage.Content?) -> SuiteValue? {
        switch type {
        case "google.protobuf.BoolValue": return content.map(bool) ?? .bool(false)
        case "google.protobuf.BytesValue": return content.map(bytes) ?? .bytes([])
        case "google.protobuf.StringValue": return content.map(string) ?? .string("")
        case "google.protobuf.DoubleValue": return content.map { number($0).map(SuiteValue.double) } ?? .double(0)
        case "google.protobuf.FloatValue":
            return content.map { number($0).map { .double(Double(Float($0))) } } ?? .double(0)
        case "google.protobuf.Int32Value", "google.protobuf.Int64Value":
            return content.map { whole($0).map(SuiteValue.int) } ?? .int(0)
        case "google.protobuf.UInt32Value", "google.protobuf.UInt64Value":
            return content.map { whole($0).map(SuiteValue.uint) } ?? .uint(0)
        default: return nil
        }
    }

    private static func structure(_ fields: [SuiteMessage.Field]) -> SuiteValue? {
        var entries: [(key: SuiteValue, value: SuiteValue)] = []
        for field in fields {
            guard field.name == "fields", case .fields(let entry) = field.content else { return nil }
            var key = ""
            var item = SuiteValue.null
            for part in entry {
                switch (part.name, part.content) {
                case ("key", .string(let text)): key = text
                case ("value", .fields(let fields)):
                    guard let read = value(fields) else { return nil }
                    item = read
                default: return nil
                }
            }
            entries.append((.string(key), item))
        }
        return .map(entries)
    }

    private static func list(_ fields: [SuiteMessage.Field]) -> SuiteValue? {
        var elements: [SuiteValue] = []
        for field in fields {
            guard field.name == "values", case .fields(let inner) = field.content, let element = value(inner) else {
                return nil
            }
            elements.append(element)
        }
        return .list(elements)
    }

    /// A JSON value; one of no kind is null.
    private static func value(_ fields: [SuiteMessage.Field]) -> SuiteValue? {
        guard let field = fields.last else { return .null }
        switch (field.name, field.content) {
        case ("null_value", _): return .null
        case ("bool_value", let content): return bool(content)
        case ("number_value", let content): return number(content).map(SuiteValue.double)
        case ("string_value", let content): return string(content)
        case ("struct_value", .fields(let inner)): return structure(inner)
        case ("list_value", .fields(let inner)): return list(inner)
        default: return nil
        }
    }

    private static func time(_ fields: [SuiteMessage.Field]) -> (seconds: Int64, nanoseconds: Int32)? {
        var seconds: Int64 = 0
        var nanoseconds: Int32 = 0
        for field in fields {
            switch field.name {
            case "seconds":
                guard let value: Int64 = whole(field.content) else { return nil }
                seconds = value
            case "nanos":
                guard let value: Int32 = whole(field.content) else { return nil }
                nanoseconds = value
            default: return nil
            }
        }
        return (seconds, nanoseconds)
    }

    private static func bool(_ content: SuiteMessage.Content) -> SuiteValue? {
        switch content {
        case .word("true"), .number("1"): .bool(true)
        case .word("false"), .number("0"): .bool(false)
        default: nil
        }
    }

    private static func bytes(_ content: SuiteMessage.Content) -> SuiteValue? {
        switch content {
        case .bytes(let bytes): .bytes(bytes)
        case .string(let text): .bytes(Array(text.utf8))
        default: nil
        }
    }

    private static func string(_ content: SuiteMessage.Content) -> SuiteValue? {
        guard case .string(let text) = content else { return nil }
        return .string(text)
    }

    private static func number(_ content: SuiteMessage.Content) -> Double? {
        switch content {
        case .number(let text): Double(text)
        case .word("inf"): .infinity
        case .word("nan"): .nan
        default: nil
        }
    }

    private static func whole<Number: FixedWidthInteger>(_ content: SuiteMessage.Content) -> Number? {
        guard case .number(let text) = content else { return nil }
        return Number(text)
    }
}
