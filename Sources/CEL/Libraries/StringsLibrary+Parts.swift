extension StringsLibrary {
    /// What takes a string apart, and what joins parts.
    static let parts: [(String, [CELOverload])] = [
        (
            "join",
            [
                .unary("list_join", .list(.string), .string, style: .member) { join($0, .string(.empty)) },
                .binary("list_join_string", .list(.string), .string, .string, style: .member) { join($0, $1) },
            ]
        ),
        (
            "split",
            [
                .binary("string_split_string", .string, .string, .list(.string), style: .member) {
                    split([$0, $1, .int(-1)])
                },
                .variadic("string_split_string_int", [.string, .string, .int], .list(.string), style: .member) {
                    split($0)
                },
            ]
        ),
    ]

    private static func join(_ list: CELValue, _ separator: CELValue) -> CELValue {
        guard case .list(let list) = list, case .string(let separator) = separator else {
            return StandardFunctions.noSuchOverload("join", list, separator)
        }
        // A host's list may have gaps.
        guard list.elements.allSatisfy(\.isKnown) else { return Strictness.merged(list.elements) }
        var result = ""
        for (position, element) in list.elements.enumerated() {
            guard case .string(let text) = element else {
                return .failure(
                    .noSuchOverload, "`join` takes a list of strings, found \(element.typeName) at \(position)")
            }
            let separated = position > 0 ? separator.byteCount : 0
            guard text.byteCount + separated <= createdCountMax - result.utf8.count else { return tooLong("join") }
            if position > 0 { result += separator.text }
            result += text.text
        }
        return .text(result)
    }

    private static func split(_ values: [CELValue]) -> CELValue {
        guard values.count == 3, case .string(let text) = values[0], case .string(let separator) = values[1],
            case .int(let limit) = values[2]
        else { return StandardFunctions.noSuchOverload("split", values) }
        if limit == 0 { return .elements([]) }
        if limit == 1 { return .elements([.string(text)]) }
        let points = CodePoints(text)
        let cutCountMax = limit < 0 ? Int.max : Int(limit) - 1
        let isBlank = separator.byteCount == 0
        // The empty string has no code points, but one part between separators that do not occur.
        if isBlank, points.bytes.isEmpty { return .elements([]) }
        let cuts =
            isBlank
            ? Array(
                points.bytes.indices.dropFirst().lazy.filter { CodePoints.isStart(points.bytes[$0]) }
                    .prefix(cutCountMax))
            : TextSearch(Array(separator.text.utf8)).all(in: points.bytes, countMax: cutCountMax)
        guard cuts.count < createdCountMax else { return tooLong("split") }
        var elements: [CELValue] = []
        elements.reserveCapacity(cuts.count + 1)
        var end = 0
        for cut in cuts {
            elements.append(points.text(end..<cut))
            end = cut + separator.byteCount
        }
        elements.append(points.text(end..<points.bytes.count))
        return .elements(elements)
    }
}
