/// The functions of the library `strings`, as the package `ext` of cel-go defines them (`ext/strings.go`, version 4).
///
/// Positions count code points from 0; the end of a string is a position too. In short:
///
/// - `s.charAt(i)`: the code point at a position, empty at the end.
/// - `s.indexOf(t)`, `s.indexOf(t, from)`, `s.lastIndexOf(t)`, `s.lastIndexOf(t, from)`: where another string stands,
///   -1 for nowhere. A position outside the string is an error, as the language's conformance tests want it.
/// - `s.substring(from)`, `s.substring(from, to)`: a part of the string.
/// - `s.lowerAscii()`, `s.upperAscii()`: the letters of ASCII in the other case, all else unchanged.
/// - `s.replace(old, new)`, `s.replace(old, new, limit)`: all or the first so many replaced; below 0 is no limit.
/// - `s.split(t)`, `s.split(t, limit)`: the parts between separators; no separator gives the code points.
/// - `list.join()`, `list.join(t)`: the strings of a list in one, with a separator between them.
/// - `s.trim()`: without white space of Unicode at the ends.
/// - `s.reverse()`: the code points from the end to the beginning.
/// - `s.format(list)`: clauses such as `%s` and `%.2f` replaced by arguments; see ``TextFormatter``.
/// - `strings.quote(s)`: the string in double quotes, with escapes of the language.
enum StringsLibrary {
    static let functions: [(String, [CELOverload])] = positions + changes + parts + formatting

    /// The longest string that a function makes, in UTF-8 bytes, and the most parts that one is split into.
    ///
    /// The evaluator counts results only when they have been made, so that what can multiply its arguments asks first.
    static let createdCountMax = CELLimits().createdElementCountMax

    /// The result of a function that would have to make too much.
    static func tooLong(_ name: String) -> CELValue {
        .failure(.limitExceeded, "`\(name)` would make more than \(createdCountMax) bytes or parts")
    }

    /// The result of a function that is asked for a position outside a string.
    static func outOfRange(_ position: Int64, _ text: CELString) -> CELValue {
        .failure(
            .indexOutOfRange, "there is no position \(position) in a string of \(text.codePointCount) code points")
    }

    /// A function of a string alone.
    static func member(
        _ name: String, _ id: String, _ result: CELType = .string, _ body: @escaping @Sendable (CELString) -> CELValue
    ) -> CELOverload {
        .unary(id, .string, result, style: .member) { value in
            guard case .string(let text) = value else { return StandardFunctions.noSuchOverload(name, value) }
            return body(text)
        }
    }
}
