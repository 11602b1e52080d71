extension CELEnvironment {
    /// The functions and operators that expressions may call, with the ways to call each: for lists of what there is.
    ///
    /// Sorted by name; the ways in the order of their declaration, as in `string.startsWith(string) → bool` or
    /// `int + int → int`. An operator goes by its sign.
    package var functionForms: [(name: String, forms: [String])] {
        var forms = Self.builtIn
        for (name, overloads) in definitions.functions {
            let symbol = CELOperator(rawValue: name)
            forms[symbol?.symbol ?? name, default: []] += overloads.map { Self.form($0, of: name) }
        }
        if !options.libraries.contains(.optionals) { forms[CELOperator.optionalSelect.symbol] = nil }
        return forms.sorted { $0.key < $1.key }.map { (name: $0.key, forms: $0.value) }
    }

    /// The macros that expressions may use, sorted; names that stand for parts of a block are among them.
    package var macroNames: [String] { definitions.macroNames.sorted() }

    /// What is part of the language and no overload, for it looks at its operands as it needs them.
    private static let builtIn: [String: [String]] = [
        CELOperator.and.symbol: ["bool && bool → bool"],
        CELOperator.or.symbol: ["bool || bool → bool"],
        CELOperator.not.symbol: ["!bool → bool"],
        CELOperator.conditional.symbol: ["bool ? A : A → A"],
        CELOperator.optionalSelect.symbol: ["A.?field → optional_type(B)"],
    ]

    /// An overload as people write its call, with types in the places of values.
    private static func form(_ overload: CELOverload, of name: String) -> String {
        var parameters = overload.parameters.map(\.description)
        if overload.isVariadic { parameters.append("...") }
        let call: String
        switch CELOperator(rawValue: name) {
        case .index? where parameters.count == 2: call = "\(parameters[0])[\(parameters[1])]"
        case .optionalIndex? where parameters.count == 2: call = "\(parameters[0])[?\(parameters[1])]"
        case let symbol? where parameters.count == 2: call = "\(parameters[0]) \(symbol.symbol) \(parameters[1])"
        case let symbol? where parameters.count == 1: call = "\(symbol.symbol)\(parameters[0])"
        default:
            let receiver = overload.style == .member && !parameters.isEmpty ? "\(parameters.removeFirst())." : ""
            call = "\(receiver)\(name)(\(parameters.joined(separator: ", ")))"
        }
        return "\(call) → \(overload.result)"
    }
}
