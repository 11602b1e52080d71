import CEL
import JSONSyntax

extension CELValue {
    /// How many values one JSON text may hold, and how deep: content may be shared so often that a small value has a
    /// text without end, and readers have limits of their own.
    private static let writtenCountMax = 100_000
    private static let writtenDepthMax = 32

    /// Whether JSON has a value for this one and all that it holds.
    var isWritableAsJSON: Bool {
        var countLeft = Self.writtenCountMax
        return isWritable(depth: 0, countLeft: &countLeft)
    }

    private func isWritable(depth: Int, countLeft: inout Int) -> Bool {
        countLeft -= 1
        guard depth <= Self.writtenDepthMax, countLeft >= 0 else { return false }
        switch self {
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration: return true
        case .list(let list): return Self.areWritable(list.elements, depth, &countLeft)
        case .map(let map):
            // Members of an object differ by their names, keys of a map also by their types.
            return Set(map.keys.map(\.memberName)).count == map.count && Self.areWritable(map.values, depth, &countLeft)
        case .record(let record):
            return Self.areWritable(record.values.filter(\.isKnown), depth, &countLeft)
        case .optional(let optional):
            return optional.value.map { $0.isWritable(depth: depth, countLeft: &countLeft) } ?? true
        case .scalar, .opaque, .type, .error, .unknown: return false
        }
    }

    private static func areWritable(_ values: [CELValue], _ depth: Int, _ countLeft: inout Int) -> Bool {
        values.allSatisfy { $0.isWritable(depth: depth + 1, countLeft: &countLeft) }
    }

    /// The name of the member that a key becomes.
    fileprivate var memberName: String {
        switch self {
        case .string(let text): text.text
        // The sign of unsigned numbers is the language's own.
        case .uint(let number): String(number)
        default: plainText
        }
    }
}

extension JSONWriter {
    /// Writes a value of an expression as the JSON mapping of protocol buffers has it: bytes as base64, instants and
    /// lengths of time as texts, a map as an object, an absent optional as `null`; whole numbers are never rounded.
    ///
    /// - Precondition: ``CEL/CELValue/isWritableAsJSON``; what is not is written as `null`.
    mutating func value(_ value: CELValue) {
        switch value {
        case .null, .scalar, .opaque, .type, .error, .unknown: null()
        case .bool(let truth): bool(truth)
        case .int(let number): int(number)
        case .uint(let number):
            // The digits of a whole number are always a number of JSON.
            do { try self.number(String(number)) } catch { string(String(number)) }
        case .double(let number): double(number)
        case .string(let text): string(text.text)
        case .bytes(let bytes): string(bytes.base64)
        case .timestamp(let instant): string(instant.description)
        case .duration(let length): string(length.description)
        case .list(let list):
            self.list { writer in
                for element in list.elements { writer.value(element) }
            }
        case .map(let map):
            object { writer in
                for (key, value) in zip(map.keys, map.values) {
                    writer.name(key.memberName)
                    writer.value(value)
                }
            }
        case .record(let record):
            object { writer in
                for (field, value) in zip(record.type.fields, record.values) where value.isKnown {
                    writer.name(field.name)
                    writer.value(value)
                }
            }
        case .optional(let optional):
            if let value = optional.value { self.value(value) } else { null() }
        }
    }
}
