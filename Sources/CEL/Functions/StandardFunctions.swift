/// The functions and operators of the language itself, by name; ids are those of the specification.
enum StandardFunctions {
    static let all: [String: [CELOverload]] = {
        var functions: [String: [CELOverload]] = [:]
        for (name, overloads) in arithmetic + comparisons + conversions + texts + collections + times {
            functions[name, default: []] += overloads.map(marked)
        }
        return functions
    }()

    /// The overload, marked as one that the language or its libraries define.
    static func marked(_ overload: CELOverload) -> CELOverload {
        var standard = overload
        standard.isStandard = true
        return standard
    }

    /// The result of a call with values of types that it does not take.
    static func noSuchOverload(_ name: String, _ arguments: CELValue...) -> CELValue {
        noSuchOverload(name, arguments)
    }

    /// The result of a call with values of types that it does not take.
    static func noSuchOverload(_ name: String, _ arguments: [CELValue]) -> CELValue {
        let names = arguments.map(\.typeName)
        if let symbol = CELOperator(rawValue: name) {
            return .failure(
                .noSuchOverload, "no operator `\(symbol.symbol)` for \(names.joined(separator: " and "))")
        }
        return .failure(.noSuchOverload, "`\(name)` does not take (\(names.joined(separator: ", ")))")
    }

    /// A result out of the range of its type.
    static func overflow(_ symbol: CELOperator) -> CELValue {
        .failure(.overflow, "the result of `\(symbol.symbol)` is out of range")
    }
}
