/// Names that no source can write, and the macros of the library `block` that stand for them.
enum HiddenName {
    /// The name of a numbered part of a block: `cel.index(n)`.
    static func index(_ number: Int) -> String { "@index\(number)" }

    /// The hidden name that a call of the library stands for; nil where the call is none of its macros.
    static func of(_ function: String, _ arguments: [CELExpression]) -> String? {
        let numbers = arguments.compactMap { argument -> Int64? in
            guard case .literal(.int(let number)) = argument.kind, number >= 0 else { return nil }
            return number
        }
        guard numbers.count == arguments.count else { return nil }
        switch (function, numbers.count) {
        case ("index", 1): return "@index\(numbers[0])"
        case ("iterVar", 2): return "@it:\(numbers[0]):\(numbers[1])"
        case ("accuVar", 2): return "@ac:\(numbers[0]):\(numbers[1])"
        default: return nil
        }
    }

    /// The call that a hidden name was written as; other names are themselves.
    static func sourceText(of name: String) -> String {
        guard name.hasPrefix("@") else { return name }
        if name.hasPrefix("@index") { return "cel.index(\(name.dropFirst(6)))" }
        let numbers = name.dropFirst(4).split(separator: ":").joined(separator: ", ")
        return name.hasPrefix("@it:") ? "cel.iterVar(\(numbers))" : "cel.accuVar(\(numbers))"
    }
}
