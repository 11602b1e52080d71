/// The messages of `google.protobuf` that stand for plain values of the language.
///
/// Source: the language definition, "Protocol Buffer Data Conversion" and "Dynamic Values".
enum WellKnownTypes {
    static let messages: [MessageType] =
        [
            wrapper("BoolValue", .bool, .bool(false)),
            wrapper("BytesValue", .bytes, .bytes(CELBytes([]))),
            wrapper("StringValue", .string, .text("")),
            wrapper("DoubleValue", .double, .double(0)),
            wrapper("FloatValue", .double, .double(0), single),
            wrapper("Int32Value", .int, .int(0), int32),
            wrapper("Int64Value", .int, .int(0)),
            wrapper("UInt32Value", .uint, .uint(0), uint32),
            wrapper("UInt64Value", .uint, .uint(0)),
        ] + [listValue, structValue, value, timestamp, duration, any]

    /// The values of enumerations, by name.
    static let constants: [String: Int64] = ["google.protobuf.NullValue.NULL_VALUE": 0]

    private static func message(
        _ name: String, _ type: CELType, _ fields: [String: CELType],
        _ make: @escaping @Sendable ([String: CELValue]) -> CELValue
    ) -> MessageType {
        MessageType(name: "google.protobuf.\(name)", type: type, fields: fields, make: make)
    }

    /// A scalar that may also be null; one that is made without a value is the type's zero.
    private static func wrapper(
        _ name: String, _ type: CELType, _ zero: CELValue,
        _ convert: @escaping @Sendable (CELValue) -> CELValue = { $0 }
    ) -> MessageType {
        message(name, .wrapper(type), ["value": type]) { given in
            guard let value = given["value"] else { return zero }
            guard value.typeName == zero.typeName else { return misfit(name, "value", value) }
            return convert(value)
        }
    }

    private static func misfit(_ name: String, _ field: String, _ value: CELValue) -> CELValue {
        .failure(.noSuchOverload, "the field `\(field)` of google.protobuf.\(name) does not take \(value.typeName)")
    }

    private static let single: @Sendable (CELValue) -> CELValue = { value in
        guard case .double(let number) = value else { return value }
        return .double(Double(Float(number)))
    }

    private static let int32: @Sendable (CELValue) -> CELValue = { value in
        guard case .int(let number) = value, Int32(exactly: number) == nil else { return value }
        return .failure(.overflow, "\(number) is out of the range of an Int32Value")
    }

    private static let uint32: @Sendable (CELValue) -> CELValue = { value in
        guard case .uint(let number) = value, UInt32(exactly: number) == nil else { return value }
        return .failure(.overflow, "\(number) is out of the range of a UInt32Value")
    }

    private static let listValue = message("ListValue", .list(.dyn), ["values": .list(.dyn)]) { given in
        json(given["values"] ?? .list(.empty), depthMax: depthMax)
    }

    private static let structValue = message("Struct", .map(.string, .dyn), ["fields": .map(.string, .dyn)]) { given in
        json(given["fields"] ?? .map(.empty), depthMax: depthMax)
    }

    private static let value = message(
        "Value", .dyn,
        [
            "null_value": .dyn, "number_value": .double, "string_value": .string, "bool_value": .bool,
            "struct_value": .map(.string, .dyn), "list_value": .list(.dyn),
        ]
    ) { given in
        guard given.count <= 1 else {
            return .failure(.invalidArgument, "a google.protobuf.Value has one of its fields only")
        }
        guard let (name, value) = given.first else { return .null }
        return name == "null_value" ? .null : json(value, depthMax: depthMax)
    }

    /// How deep values that stand for JSON may be nested.
    private static let depthMax = 100

    /// The value as JSON has it: all numbers are doubles, the keys of objects strings.
    private static func json(_ value: CELValue, depthMax: Int) -> CELValue {
        guard depthMax > 0 else { return .failure(.limitExceeded, "the value is nested too deep for JSON") }
        switch value {
        case .int(let number): return .double(Double(number))
        case .uint(let number): return .double(Double(number))
        case .list(let list):
            let parts = list.elements.map { json($0, depthMax: depthMax - 1) }
            return parts.first { !$0.isKnown } ?? .elements(parts)
        case .map(let map):
            var entries: [(key: CELValue, value: CELValue)] = []
            for (key, value) in zip(map.keys, map.values) {
                guard case .string = key else {
                    return .failure(.invalidArgument, "the keys of a JSON object are strings, not \(key.typeName)")
                }
                let part = json(value, depthMax: depthMax - 1)
                guard part.isKnown else { return part }
                entries.append((key, part))
            }
            do throws(CELError) {
                return .map(try CELMap(entries))
            } catch {
                return .error(error)
            }
        case .null, .bool, .double, .string, .error, .unknown: return value
        case .bytes, .timestamp, .duration, .record, .scalar, .optional, .opaque, .type:
            return .failure(.invalidArgument, "a value of type \(value.typeName) has no place in JSON")
        }
    }

    private static let parts: [String: CELType] = ["seconds": .int, "nanos": .int]

    private static func secondsAndNanoseconds(_ given: [String: CELValue]) -> (Int64, Int64)? {
        guard case .int(let seconds) = given["seconds"] ?? .int(0), case .int(let nanos) = given["nanos"] ?? .int(0)
        else { return nil }
        return (seconds, nanos)
    }

    private static let timestamp = message("Timestamp", .timestamp, parts) { given in
        guard let (seconds, nanos) = secondsAndNanoseconds(given), let nanoseconds = Int32(exactly: nanos),
            let instant = CELTimestamp(seconds: seconds, nanoseconds: nanoseconds)
        else { return .failure(.overflow, "the instant lies outside the years 1 to 9999") }
        return .timestamp(instant)
    }

    private static let duration = message("Duration", .duration, parts) { given in
        guard let (seconds, nanos) = secondsAndNanoseconds(given), (-999_999_999...999_999_999).contains(nanos),
            let length = CELDuration(seconds: seconds)?.adding(CELDuration(nanoseconds: nanos))
        else { return .failure(.overflow, "the duration is longer than 292 years") }
        return .duration(length)
    }

    /// Serialized messages cannot be read without their descriptions; an empty one is an error by definition.
    private static let any = message("Any", .dyn, ["type_url": .string, "value": .bytes]) { _ in
        .failure(.invalidArgument, "a google.protobuf.Any holds a serialized message, which cannot be read here")
    }
}
