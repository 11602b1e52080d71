/// The declarations of a host and of the language, looked up by name.
final class Definitions: Sendable {
    /// What a name stands for.
    enum Entity {
        case variable(name: String, CELType)
        case constant(CELValue, CELType)
    }

    /// What the host declared, but for records and variables that were added later.
    let declarations: CELDeclarations
    let options: CELOptions
    /// What checkers have found out; shared by environments that differ in records and variables alone.
    let memory: CheckingMemory
    private let addedRecords: [String: CELRecordType]
    private let addedVariables: [String: CELType]
    /// The overloads of functions and operators, by name.
    let functions: [String: [CELOverload]]
    private let messages: [String: MessageType]
    private let constants: [String: (value: CELValue, type: CELType)]
    private let typeNames: [String: CELTypeValue]
    private let containers: [String]
    /// All beginnings of declared dotted names.
    private let namespaces: Set<String>
    /// The first names of dotted names that stand for something, and of functions with dots, those of libraries that are
    /// off included.
    private let dottedRoots: Set<Substring>
    private let functionRoots: Set<Substring>

    init(_ declarations: CELDeclarations, options: CELOptions) {
        self.declarations = declarations
        self.options = options
        memory = CheckingMemory()
        addedRecords = [:]
        addedVariables = [:]
        var functions = StandardFunctions.all
        var typeNames = Self.standardTypeNames
        for library in CELLibrary.allCases where options.libraries.contains(library) {
            for (name, overloads) in library.functions {
                functions[name, default: []] += overloads.map(StandardFunctions.marked)
            }
            for type in library.typeNames { typeNames[type.name] = type }
        }
        self.functions = functions.merging(declarations.functions) { $0 + $1 }
        self.typeNames = typeNames
        var messages: [String: MessageType] = [:]
        var constants = declarations.constants
        if options.libraries.contains(.wellKnownTypes) {
            for message in WellKnownTypes.messages { messages[message.name] = message }
            for (name, number) in WellKnownTypes.constants { constants[name] = (.int(number), .int) }
        }
        for (name, type) in declarations.records { messages[name] = .record(type) }
        self.messages = messages
        self.constants = constants
        var containers: [String] = []
        var names = declarations.container.split(separator: ".")
        while !names.isEmpty {
            containers.append(names.joined(separator: ".") + ".")
            names.removeLast()
        }
        self.containers = containers + [""]
        var namespaces: Set<String> = []
        for name in Array(declarations.variables.keys) + Array(constants.keys) {
            var parts = name.split(separator: ".")
            while parts.count > 1 {
                parts.removeLast()
                namespaces.insert(parts.joined(separator: "."))
            }
        }
        self.namespaces = namespaces
        dottedRoots = Self.roots(
            Array(declarations.variables.keys) + Array(constants.keys) + Array(self.typeNames.keys))
        functionRoots = Self.roots(self.functions.keys).union(Self.libraryRoots)
    }

    /// The same definitions and further records and variables, the names of which have no dots.
    init(_ base: Definitions, records: [CELRecordType], variables: [String: CELType]) {
        precondition(!variables.keys.contains { $0.contains(".") }, "an added variable has no dots in its name")
        declarations = base.declarations
        options = base.options
        memory = base.memory
        addedRecords = base.addedRecords.merging(records.map { ($0.name, $0) }) { $1 }
        addedVariables = base.addedVariables.merging(variables) { $1 }
        functions = base.functions
        messages = base.messages
        constants = base.constants
        typeNames = base.typeNames
        containers = base.containers
        namespaces = base.namespaces
        dottedRoots = base.dottedRoots
        functionRoots = base.functionRoots
    }

    private static func roots(_ names: some Sequence<String>) -> Set<Substring> {
        Set(names.lazy.filter { $0.contains(".") }.map { $0.prefix { $0 != "." } })
    }

    private static let libraryRoots = roots(
        CELLibrary.allCases.flatMap { $0.macroNames + $0.functions.map(\.0) })

    /// What a dotted name stands for, the innermost container first.
    func entity(_ name: String, isRooted: Bool) -> Entity? {
        if isRooted { return entity(name) }
        for container in containers {
            if let found = entity(container.isEmpty ? name : container + name) { return found }
        }
        return nil
    }

    private func entity(_ name: String) -> Entity? {
        if let type = addedVariables[name] ?? declarations.variables[name] { return .variable(name: name, type) }
        if let constant = constants[name] { return .constant(constant.value, constant.type) }
        return typeNames[name].map { .constant(.type($0), .type) }
    }

    /// Whether a declared name with dots may begin with a name; false where none does.
    func mayBeginDottedName(_ name: String) -> Bool { containers.count > 1 || dottedRoots.contains(name[...]) }

    /// Whether the name of a function may begin with a name and a dot; false where none does.
    func mayBeginFunctionName(_ name: String) -> Bool { containers.count > 1 || functionRoots.contains(name[...]) }

    /// The overloads of a function, the innermost container that has it counting; nil where it is unknown.
    func overloads(_ name: String) -> [CELOverload]? {
        if name.hasPrefix(".") { return functions[String(name.dropFirst())] }
        for container in containers {
            if let found = functions[container.isEmpty ? name : container + name] { return found }
        }
        return nil
    }

    /// The names of functions that people can call.
    var functionNames: [String] { functions.keys.filter(Lexer.isPlainName) }

    /// The macros of the language and of the libraries that are on, as people write them.
    var macroNames: [String] {
        ["has", "all", "exists", "exists_one", "map", "filter"]
            + CELLibrary.allCases.filter(options.libraries.contains).flatMap(\.macroNames)
    }

    /// The type of a name before braces, the innermost container first.
    func message(_ name: String) -> MessageType? {
        if name.hasPrefix(".") { return plainMessage(String(name.dropFirst())) }
        for container in containers {
            if let found = plainMessage(container + name) { return found }
        }
        return nil
    }

    private func plainMessage(_ name: String) -> MessageType? {
        addedRecords[name].map(MessageType.record) ?? messages[name]
    }

    /// The names of types that can stand before braces.
    var messageNames: [String] { Set(messages.keys).union(addedRecords.keys).sorted() }

    /// Whether a dotted name is the beginning of a declared one.
    func isNamespace(_ name: String) -> Bool {
        containers.contains { namespaces.contains($0 + name) }
    }

    /// The declared names.
    var entityNames: [String] {
        Set(declarations.variables.keys).union(addedVariables.keys) + Array(constants.keys)
    }

    /// How a string literal is read where a type is wanted; nil where it stays a string.
    func literalReader(for type: CELType) -> CELLiteralReader? { declarations.literalReaders[type] }

    /// The record type of a name.
    func record(_ name: String) -> CELRecordType? { addedRecords[name] ?? declarations.records[name] }

    private static let standardTypeNames: [String: CELTypeValue] = {
        let names = [
            "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type",
            CELTypeValue.timestamp.name, CELTypeValue.duration.name,
        ]
        return Dictionary(uniqueKeysWithValues: names.map { ($0, CELTypeValue($0)) })
    }()
}
