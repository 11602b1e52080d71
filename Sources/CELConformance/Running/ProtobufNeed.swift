/// Whether a test can only run where protobuf messages can be made and read.
enum ProtobufNeed {
    /// Judges a test.
    ///
    /// The judgement goes by what the test itself says. Without the tag `proto` it never needs messages. With `proto`
    /// and without `wkt` it uses test messages, enumerations of such, or extension fields, all of which only their
    /// descriptors tell apart. With both it uses well-known types alone, and these are plain values
    /// (``WellKnownTypes``), except for a message that holds another one in serialized form (`Any`), field masks,
    /// `Empty` and the like. So it runs when each type of its declarations, each message of its bindings and of what
    /// it expects, and each type that its expression makes a message of, is one of the plain ones.
    ///
    /// - Parameters:
    ///   - test: the test.
    ///   - messageNames: the names, as written, of which the expression makes messages; nil where it does not parse.
    /// - Returns: the reason to skip the test; nil for one that must run.
    static func reason(_ test: ConformanceTest, messageNames: [String]?) -> String? {
        guard test.needs.contains("proto") else { return nil }
        guard test.needs.contains("wkt") else { return "needs protobuf messages" }
        var names: [String] = []
        for declaration in test.declarations {
            guard case .variable(_, let type) = declaration, type.hasPrefix("google.protobuf.") else { continue }
            names.append(type)
        }
        for value in test.bindings.values { names += messageTypes(in: value) }
        if case .value(let value, _) = test.expectation { names += messageTypes(in: value) }
        if let name = names.sorted().first(where: { WellKnownTypes.plainTypes[$0] == nil }) {
            return "needs the message \(name)"
        }
        if let name = (messageNames ?? []).first(where: { !isPlain($0, in: test.container) }) {
            return "needs the message \(name)"
        }
        return nil
    }

    private static func messageTypes(in value: SuiteValue) -> [String] {
        switch value {
        case .message(let message): [message.type]
        case .list(let elements): elements.flatMap(messageTypes)
        case .map(let entries): entries.flatMap { messageTypes(in: $0.key) + messageTypes(in: $0.value) }
        case .null, .bool, .int, .uint, .double, .string, .bytes, .type, .timestamp, .duration, .enumeration,
            .error, .unknown, .other:
            []
        }
    }

    /// Whether a name means a plain type in a namespace or one around it.
    private static func isPlain(_ name: String, in container: String) -> Bool {
        if name.hasPrefix(".") { return WellKnownTypes.plainTypes[String(name.dropFirst())] != nil }
        var spaces = container.split(separator: ".").map(String.init)
        while true {
            if WellKnownTypes.plainTypes[(spaces + [name]).joined(separator: ".")] != nil { return true }
            guard spaces.popLast() != nil else { return false }
        }
    }
}
