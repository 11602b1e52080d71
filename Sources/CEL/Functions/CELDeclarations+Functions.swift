extension CELDeclarations {
    /// Declares a function by a closure, whose types say what it takes and gives.
    ///
    /// ```swift
    /// declarations.function("discount") { (price: Double, percent: Int64) in price * (100 - Double(percent)) / 100 }
    /// ```
    ///
    /// A ``CELError`` that it throws becomes the value of the call. The closure must give the same result for the
    /// same arguments, and must not trap on any: whoever writes an expression chooses them.
    ///
    /// - Parameters:
    ///   - name: the function's name, which may have dots.
    ///   - style: how it is called; of a `.member` the first parameter is the receiver.
    ///   - cost: what a call costs, charged before it is made.
    ///   - body: what it does.
    public mutating func function<each Argument: CELConvertible, Result: CELConvertible>(
        _ name: String, style: CELOverload.Style = .function, cost: Int = 1,
        _ body: @escaping @Sendable (repeat each Argument) throws(CELError) -> Result
    ) {
        var types: [CELType] = []
        for type in repeat (each Argument).self { types.append(type.celType) }
        let parts = [style == .member ? "member" : ""] + types.map(\.description)
        let id = "\(name)_" + parts.filter { !$0.isEmpty }.joined(separator: "_")
        let count = types.count
        var overload = CELOverload.variadic(id, types, Result.celType, style: style) { values in
            guard values.count == count else { return StandardFunctions.noSuchOverload(name, values) }
            var arguments = ArgumentReader(values)
            do throws(CELError) {
                return try body(repeat try arguments.next((each Argument).self, of: name)).celValue
            } catch {
                return .error(error)
            }
        }
        overload.extraCost = max(0, cost - 1)
        function(name, [overload])
    }
}

/// Hands out arguments one by one as values of Swift's types.
private struct ArgumentReader {
    private let values: [CELValue]
    private var position = 0

    init(_ values: [CELValue]) { self.values = values }

    mutating func next<Argument: CELConvertible>(
        _ type: Argument.Type, of name: String
    ) throws(CELError) -> Argument {
        guard position < values.count, let argument = Argument(celValue: values[position]) else {
            let names = values.map(\.typeName).joined(separator: ", ")
            throw CELError(.noSuchOverload, "`\(name)` does not take (\(names))")
        }
        position += 1
        return argument
    }
}
