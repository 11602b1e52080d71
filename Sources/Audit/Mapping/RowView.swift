import JSONSyntax

/// A row to be mapped, whatever its form.
enum RowView {
    /// A JSON value, and which element of its list is meant where a row is read for each.
    case json(JSONNode, element: Int? = nil)
    /// A record, with the column of each of the mapping's paths.
    case record(CSVRecord, columns: [Int])

    /// Whether something stands at a place: not nothing, not null, and in a table not an empty text.
    func isPresent(_ path: RowPath) -> Bool {
        switch self {
        case .json(let root, let element): path.value(in: root, element: element).map { !$0.isNull } ?? false
        case .record(let record, let columns): !record.isEmpty(at: columns[path.number])
        }
    }

    /// Whether a place holds one of some texts.
    func hasText(_ path: RowPath, anyOf texts: [String]) -> Bool {
        switch self {
        case .json(let root, let element):
            guard let node = path.value(in: root, element: element) else { return false }
            switch node.kind {
            case .string: return texts.contains { node.hasText($0) }
            case .number: return node.numberText.map(texts.contains) ?? false
            case .bool: return texts.contains(node.bool == true ? "true" : "false")
            case .null, .list, .object: return false
            }
        case .record(let record, let columns):
            return texts.contains { record.hasText(at: columns[path.number], $0) }
        }
    }

    /// Whether a row is of a kind.
    func satisfies(_ conditions: [RowCondition]) -> Bool {
        conditions.allSatisfy { condition in
            switch condition.test {
            case .anyOf(let texts): hasText(condition.path, anyOf: texts)
            case .present: isPresent(condition.path)
            case .absent: !isPresent(condition.path)
            }
        }
    }
}
