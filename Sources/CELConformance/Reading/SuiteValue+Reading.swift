import Foundation

extension SuiteValue {
    /// Reads a value of the format: an object with one key, which names the kind.
    init(_ node: SuiteNode) throws(SuiteFault) {
        let (kind, content) = try node.onlyMember()
        switch kind {
        case "null": self = .null
        case "bool": self = .bool(try content.bool())
        case "int": self = .int(try content.decimalString(Int64.self))
        case "uint": self = .uint(try content.decimalString(UInt64.self))
        case "double": self = .double(try Self.double(content))
        case "string": self = .string(try content.string())
        case "bytes": self = .bytes(try Self.bytes(content))
        case "type": self = .type(try content.string())
        case "list":
            var elements: [SuiteValue] = []
            for element in try content.elements() { elements.append(try SuiteValue(element)) }
            self = .list(elements)
        case "map":
            var entries: [(key: SuiteValue, value: SuiteValue)] = []
            for entry in try content.elements() {
                let (key, value) = try entry.pair()
                entries.append((try SuiteValue(key), try SuiteValue(value)))
            }
            self = .map(entries)
        case "timestamp":
            let (seconds, nanoseconds) = try Self.time(content)
            self = .timestamp(seconds: seconds, nanoseconds: nanoseconds)
        case "duration":
            let (seconds, nanoseconds) = try Self.time(content)
            self = .duration(seconds: seconds, nanoseconds: nanoseconds)
        case "enum":
            self = .enumeration(
                type: try content.required("type").string(), value: try content.required("value").int32())
        case "object":
            self = .message(
                SuiteMessage(
                    type: try content.required("type").string(),
                    fields: try SuiteMessage.fields(content.required("fields"))))
        case "error": self = .error("bound by the test")
        case "unknown": self = .unknown("bound by the test")
        default: throw content.fault("`\(kind)` is no kind of value that the format knows")
        }
    }

    private static func double(_ node: SuiteNode) throws(SuiteFault) -> Double {
        let text = try node.string()
        switch text {
        case "NaN": return .nan
        case "Infinity": return .infinity
        case "-Infinity": return -.infinity
        default:
            guard text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(text) else {
                throw node.fault("`\(text)` is no double")
            }
            return value
        }
    }

    fileprivate static func bytes(_ node: SuiteNode) throws(SuiteFault) -> [UInt8] {
        guard let data = Data(base64Encoded: try node.string()) else { throw node.fault("expected base64") }
        return Array(data)
    }

    private static func time(_ node: SuiteNode) throws(SuiteFault) -> (seconds: Int64, nanoseconds: Int32) {
        let seconds = try node.required("seconds").decimalString(Int64.self)
        return (seconds, try node.optional("nanos")?.int32() ?? 0)
    }
}

extension SuiteMessage {
    /// Reads the fields of a message.
    static func fields(_ node: SuiteNode) throws(SuiteFault) -> [Field] {
        var fields: [Field] = []
        for element in try node.elements() {
            let (name, content) = try element.pair()
            fields.append(Field(name: try name.string(), content: try self.content(content)))
        }
        return fields
    }

    private static func content(_ node: SuiteNode) throws(SuiteFault) -> Content {
        let (kind, content) = try node.onlyMember()
        switch kind {
        case "number": return .number(try content.string())
        case "ident": return .word(try content.string())
        case "string": return .string(try content.string())
        case "bytes": return .bytes(try SuiteValue.bytes(content))
        case "fields": return .fields(try fields(content))
        default: throw content.fault("`\(kind)` is no kind of field that the format knows")
        }
    }
}
