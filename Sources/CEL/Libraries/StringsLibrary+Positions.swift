extension StringsLibrary {
    /// What finds positions, and what takes them.
    static let positions: [(String, [CELOverload])] = [
        ("charAt", [at("charAt", "string_char_at_int", character)]),
        (
            "indexOf",
            [
                search("indexOf", "string_index_of_string") { firstIndex(of: $1, in: $0, from: 0) },
                search("indexOf", "string_index_of_string_int") { firstIndex(of: $1, in: $0, from: $2) },
            ]
        ),
        (
            "lastIndexOf",
            [
                search("lastIndexOf", "string_last_index_of_string") { whole, part in
                    lastIndex(of: part, in: whole, from: Int64(whole.codePointCount))
                },
                search("lastIndexOf", "string_last_index_of_string_int") { lastIndex(of: $1, in: $0, from: $2) },
            ]
        ),
        (
            "substring",
            [
                at("substring", "string_substring_int") { text, start in
                    substring(of: text, from: start, to: Int64(text.codePointCount))
                },
                range("substring", "string_substring_int_int"),
            ]
        ),
    ]

    // MARK: Declaring

    private static func at(
        _ name: String, _ id: String, _ body: @escaping @Sendable (CELString, Int64) -> CELValue
    ) -> CELOverload {
        .binary(id, .string, .int, .string, style: .member) { value, position in
            guard case .string(let text) = value, case .int(let index) = position else {
                return StandardFunctions.noSuchOverload(name, value, position)
            }
            return body(text, index)
        }
    }

    private static func range(_ name: String, _ id: String) -> CELOverload {
        .variadic(id, [.string, .int, .int], .string, style: .member) { values in
            guard values.count == 3, case .string(let text) = values[0], case .int(let start) = values[1],
                case .int(let end) = values[2]
            else { return StandardFunctions.noSuchOverload(name, values) }
            return substring(of: text, from: start, to: end)
        }
    }

    private static func search(
        _ name: String, _ id: String, _ body: @escaping @Sendable (CELString, CELString) -> CELValue
    ) -> CELOverload {
        .binary(id, .string, .string, .int, style: .member) { value, part in
            guard case .string(let text) = value, case .string(let other) = part else {
                return StandardFunctions.noSuchOverload(name, value, part)
            }
            return body(text, other)
        }
    }

    private static func search(
        _ name: String, _ id: String, _ body: @escaping @Sendable (CELString, CELString, Int64) -> CELValue
    ) -> CELOverload {
        .variadic(id, [.string, .string, .int], .int, style: .member) { values in
            guard values.count == 3, case .string(let text) = values[0], case .string(let other) = values[1],
                case .int(let position) = values[2]
            else { return StandardFunctions.noSuchOverload(name, values) }
            return body(text, other, position)
        }
    }

    // MARK: Doing

    @Sendable private static func character(of text: CELString, at position: Int64) -> CELValue {
        let points = CodePoints(text)
        guard let offset = points.offset(of: position) else { return outOfRange(position, text) }
        return points.text(offset..<points.offset(after: offset))
    }

    private static func substring(of text: CELString, from start: Int64, to end: Int64) -> CELValue {
        let points = CodePoints(text)
        guard let first = points.offset(of: start) else { return outOfRange(start, text) }
        guard let last = points.offset(of: end) else { return outOfRange(end, text) }
        guard first <= last else {
            return .failure(.invalidArgument, "a substring cannot end at \(end), before it starts at \(start)")
        }
        return points.text(first..<last)
    }

    /// Where a part first stands at or after a position; the empty part stands at the position itself.
    private static func firstIndex(of part: CELString, in whole: CELString, from position: Int64) -> CELValue {
        let points = CodePoints(whole)
        guard let start = points.offset(of: position) else { return outOfRange(position, whole) }
        if part.byteCount == 0 { return .int(position) }
        guard part.byteCount <= points.bytes.count - start else { return .int(-1) }
        let found = TextSearch(Array(part.text.utf8)).first(in: points.bytes[start...])
        return .int(found.map(points.position) ?? -1)
    }

    /// Where a part last stands at or before a position; the empty part stands at the position itself.
    private static func lastIndex(of part: CELString, in whole: CELString, from position: Int64) -> CELValue {
        let points = CodePoints(whole)
        guard let start = points.offset(of: position) else { return outOfRange(position, whole) }
        if part.byteCount == 0 { return .int(position) }
        guard part.byteCount <= points.bytes.count else { return .int(-1) }
        let end = min(points.bytes.count, start + part.byteCount)
        let found = TextSearch(Array(part.text.utf8)).last(in: points.bytes[..<end])
        return .int(found.map(points.position) ?? -1)
    }
}
