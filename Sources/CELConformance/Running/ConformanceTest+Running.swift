extension ConformanceTest {
    /// Runs the test.
    ///
    /// An expected error is one of evaluation: what does not parse, or does not check where it should, fails. Only
    /// the library of network addresses may refuse its arguments while checking, as the suite's description says.
    /// A test that is skipped must still parse.
    package func run() -> TestOutcome {
        let engine = Engine(self)
        if let reason = ProtobufNeed.reason(self, messageNames: engine.messageNames()) {
            guard let fault = engine.parsingFault() else { return .skipped(reason) }
            return .failed(expected: "valid syntax (otherwise skipped: \(reason))", got: "does not parse: \(fault)")
        }
        switch engine.run() {
        case .refusedByParser(let message): return failure("does not parse: \(message)")
        case .refusedByChecker(let message, let lacksNames):
            // A function that is not there at all refuses nothing.
            if case .error = expectation, needs.contains("network"), !lacksNames { return .passed }
            return failure("does not check: \(message)")
        case .done(let type, let value): return judge(type, value)
        }
    }

    private func judge(_ type: String?, _ value: SuiteValue?) -> TestOutcome {
        switch expectation {
        case .type(let wanted):
            return type == wanted ? .passed : failure("the type \(type ?? "of nothing, since checking is off")")
        case .value(let wanted, let wantedType):
            if let wantedType, type != wantedType {
                return failure("the type \(type ?? "of nothing, since checking is off")")
            }
            guard let value else { return skipsEvaluation ? .passed : failure("nothing") }
            return value.isIdentical(to: Self.plain(wanted)) ? .passed : failure("\(value)", kind: value.kindName)
        case .error:
            if case .error = value { return .passed }
            return failure(value.map { "\($0)" } ?? "nothing")
        case .unknown:
            if case .unknown = value { return .passed }
            return failure(value.map { "\($0)" } ?? "nothing")
        }
    }

    private func failure(_ got: String, kind: String? = nil) -> TestOutcome {
        let wanted: String
        switch expectation {
        case .type(let type): wanted = "the type \(type)"
        case .value(let value, let type):
            // Two values of different types may look alike.
            let plain = Self.plain(value)
            let isSameText = "\(plain)" == got
            wanted = "\(plain)" + (isSameText ? " (\(plain.kindName))" : "") + (type.map { ", of type \($0)" } ?? "")
            if isSameText, let kind { return .failed(expected: wanted, got: "\(got) (\(kind))") }
        case .error(let messages): wanted = "an error" + (messages.first.map { ", such as: \($0)" } ?? "")
        case .unknown: wanted = "an unknown"
        }
        return .failed(expected: wanted, got: got)
    }

    /// A value with the well-known messages in it as the plain values that they stand for.
    private static func plain(_ value: SuiteValue) -> SuiteValue {
        switch value {
        case .message(let message): WellKnownTypes.plainValue(message) ?? value
        case .list(let elements): .list(elements.map(plain))
        case .map(let entries): .map(entries.map { (plain($0.key), plain($0.value)) })
        case .null, .bool, .int, .uint, .double, .string, .bytes, .type, .timestamp, .duration, .enumeration,
            .error, .unknown, .other:
            value
        }
    }
}

extension SuiteValue {
    /// What kind of value it is, in a word.
    var kindName: String {
        switch self {
        case .null: "null"
        case .bool: "bool"
        case .int: "int"
        case .uint: "uint"
        case .double: "double"
        case .string: "string"
        case .bytes: "bytes"
        case .list: "list"
        case .map: "map"
        case .type: "type"
        case .timestamp: "timestamp"
        case .duration: "duration"
        case .enumeration: "enumeration"
        case .message: "message"
        case .error: "error"
        case .unknown: "unknown"
        case .other: "other"
        }
    }
}
