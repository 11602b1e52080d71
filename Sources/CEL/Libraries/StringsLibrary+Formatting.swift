extension StringsLibrary {
    /// What puts values into a text.
    static let formatting: [(String, [CELOverload])] = [
        (
            "format",
            [
                .binary("string_format", .string, .list(.dyn), .string, style: .member) { pattern, arguments in
                    guard case .string(let pattern) = pattern, case .list(let arguments) = arguments else {
                        return StandardFunctions.noSuchOverload("format", pattern, arguments)
                    }
                    return TextFormatter.format(pattern, arguments.elements)
                }
            ]
        )
    ]
}
