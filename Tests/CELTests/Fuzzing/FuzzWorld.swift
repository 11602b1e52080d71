import CEL

/// What fuzzed expressions can speak about, and under which limits: the one place that says what the module offers.
enum FuzzWorld {
    /// The variables, one of each type, with their values.
    static let variables: [(name: String, type: CELType, value: CELValue)] = [
        ("flag", .bool, .bool(true)),
        ("count", .int, .int(-7)),
        ("largest", .int, .int(.max)),
        ("whole", .uint, .uint(9)),
        ("ratio", .double, .double(2.5)),
        ("nan", .double, .double(.nan)),
        ("word", .string, .text("né🐱 x")),
        ("raw", .bytes, .bytes(CELBytes([0, 0x61, 0xFF]))),
        ("now", .timestamp, CELTimestamp(seconds: 1_793_000_000, nanoseconds: 5).map(CELValue.timestamp) ?? .null),
        ("pause", .duration, .duration(CELDuration(nanoseconds: 90_500_000_000))),
        ("numbers", .list(.int), .elements([.int(3), .int(-1), .int(3)])),
        ("words", .list(.string), .elements([.text("a"), .text(""), .text("é")])),
        ("prices", .map(.string, .int), map([(.text("a"), .int(1)), (.text("b"), .int(-2))])),
        (
            "anything", .dyn,
            map([(.text("n"), .null), (.text("l"), .elements([.uint(1), .double(1)])), (.text("u"), .uint(1))])
        ),
        ("kind", .type, .type(CELTypeValue("int"))),
        ("nothing", .null, .null),
    ]

    /// An environment of the variables under limits that keep an evaluation below a few milliseconds.
    static let environment: CELEnvironment = {
        var options = CELOptions(libraries: Set(CELLibrary.allCases))
        options.limits.sourceByteCountMax = 4_096
        options.limits.depthMax = 64
        options.limits.iterationCountMax = 2_000
        options.limits.createdElementCountMax = 20_000
        return CELEnvironment(declarations, options: options)
    }()

    /// The same with room for what printing adds to a source.
    static let roomyEnvironment: CELEnvironment = {
        var options = CELOptions(libraries: Set(CELLibrary.allCases))
        options.limits.depthMax = 128
        return CELEnvironment(declarations, options: options)
    }()

    private static var declarations: CELDeclarations {
        var declarations = CELDeclarations()
        for variable in variables { declarations.variable(variable.name, variable.type) }
        return declarations
    }

    /// A frame with all facts that a program may read.
    static func frame(_ slots: CELSlotTable) -> CELFrame {
        let frame = CELFrame(slots)
        for (position, slot) in slots.slots.enumerated() {
            guard let variable = variables.first(where: { $0.name == slot.path.description }) else { continue }
            frame[position] = variable.value
        }
        return frame
    }

    private static func map(_ entries: [(key: CELValue, value: CELValue)]) -> CELValue {
        (try? CELMap(entries)).map(CELValue.map) ?? .null
    }
}
