/// What expressions can speak about: variables, types and functions of a host, besides those of the language.
public struct CELDeclarations: Sendable {
    /// The namespace in which names are looked up first, such as `com.example`; empty for the root.
    public var container = ""
    private(set) var variables: [String: CELType] = [:]
    private(set) var constants: [String: (value: CELValue, type: CELType)] = [:]
    private(set) var records: [String: CELRecordType] = [:]
    private(set) var scalars: [String: CELScalarType] = [:]
    private(set) var texts: [String: CELTextType] = [:]
    private(set) var functions: [String: [CELOverload]] = [:]
    private(set) var literalReaders: [CELType: CELLiteralReader] = [:]

    /// Starts without declarations: only the language itself.
    public init() {}

    /// Declares a variable; the name may have dots.
    public mutating func variable(_ name: String, _ type: CELType) { variables[name] = type }

    /// Declares a name, which may have dots, for a value that never changes.
    public mutating func constant(_ name: String, _ value: CELValue, _ type: CELType) {
        constants[name] = (value, type)
    }

    /// Declares a record type.
    public mutating func record(_ type: CELRecordType) { records[type.name] = type }

    /// Declares a scalar type, and `string(x)` for its values.
    public mutating func scalar(_ type: CELScalarType) {
        scalars[type.name] = type
        literalReaders[.scalar(type.name)] = type.readLiteral
        let print = type.print
        let kind = type.kind
        function(
            "string",
            [
                .unary("\(type.name)_to_string", .scalar(type.name), .string) { value in
                    guard case .scalar(let scalar) = value, scalar.kind == kind else {
                        return StandardFunctions.noSuchOverload("string", value)
                    }
                    return .text(print(scalar))
                }
            ])
    }

    /// Declares a set of strings.
    public mutating func text(_ type: CELTextType) {
        texts[type.name] = type
        literalReaders[.text(type.name)] = type.readLiteral
    }

    /// Declares ways to call a function; the name may have dots.
    public mutating func function(_ name: String, _ overloads: [CELOverload]) {
        functions[name, default: []] += overloads
    }

    /// Declares what an operator does with types of the host.
    ///
    /// `&&`, `||`, `!` and `? :` take no further overloads.
    public mutating func `operator`(_ symbol: CELOperator, _ overloads: [CELOverload]) {
        function(symbol.rawValue, overloads)
    }

    /// Declares how a string literal is read where one of the language's own types is wanted, such as a duration.
    public mutating func literalReader(for type: CELType, _ reader: @escaping CELLiteralReader) {
        literalReaders[type] = reader
    }
}
