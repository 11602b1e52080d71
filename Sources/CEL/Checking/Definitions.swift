/// The declarations of a host and of the language, looked up by name.
final class Definitions: Sendable {
    /// What a name stands for.
    enum Entity {
        case variable(name: String, CELType)
        case constant(CELValue, CELType)
    }

    let declarations: CELDeclarations
    let options: CELOptions
    /// The overloads of functions and operators, by name.
    let functions: [String: [CELOverload]]
    private let messages: [String: MessageType]
    private let constants: [String: (value: CELValue, type: CELType)]
    private let typeNames: [String: CELTypeValue]
    private let containers: [String]
    /// All beginnings of declared dotted names.
    private let namespaces: Set<String>

    init(_ declarations: CELDeclarations, options: CELOptions) {
        self.declarations = declarations
        self.options = options
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
    }

    /// What a dotted name stands for, the innermost container first.
    func entity(_ name: String, isRooted: Bool) -> Entity? {
        for container in isRooted ? [""] : containers {
            let qualified = container + name
            if let type = declarations.variables[qualified] { return .variable(name: qualified, type) }
            if let constant = constants[qualified] { return .constant(constant.value, constant.type) }
            if let type = typeNames[qualified] { return .constant(.type(type), .type) }
        }
        return nil
    }

    /// The overloads of a function, the innermost container that has it counting; nil where it is unknown.
    func overloads(_ name: String) -> [CELOverload]? {
        if name.hasPrefix(".") { return functions[String(name.dropFirst())] }
        for container in containers {
            if let found = functions[container + name] { return found }
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
        if name.hasPrefix(".") { return messages[String(name.dropFirst())] }
        for container in containers {
            if let found = messages[container + name] { return found }
        }
        return nil
    }

    /// The names of types that can stand before braces.
    var messageNames: [String] { messages.keys.sorted() }

    /// Whether a dotted name is the beginning of a declared one.
    func isNamespace(_ name: String) -> Bool {
        containers.contains { namespaces.contains($0 + name) }
    }

    /// The declared names.
    var entityNames: [String] { Array(declarations.variables.keys) + Array(constants.keys) }

    /// How a string literal is read where a type is wanted; nil where it stays a string.
    func literalReader(for type: CELType) -> CELLiteralReader? { declarations.literalReaders[type] }

    /// The record type of a name.
    func record(_ name: String) -> CELRecordType? { declarations.records[name] }

    private static let standardTypeNames: [String: CELTypeValue] = {
        let names = [
            "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type",
            CELTypeValue.timestamp.name, CELTypeValue.duration.name,
        ]
        return Dictionary(uniqueKeysWithValues: names.map { ($0, CELTypeValue($0)) })
    }()
}
