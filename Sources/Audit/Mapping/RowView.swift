import JSONSyntax

/// A row to be mapped, whatever its form.
enum RowView {
    /// A JSON value.
    case json(JSONRow)
    /// A record, with the column of each of the mapping's paths.
    case record(CSVRecord, columns: [Int])

    /// Whether something stands at a path's end: not nothing, not null, and in a table not an empty text.
    func isPresent(_ path: Int) -> Bool {
        switch self {
        case .json(let row): row.isPresent(path)
        case .record(let record, let columns): !record.isEmpty(at: columns[path])
        }
    }

    /// Whether a place holds one of some texts.
    private func hasText(_ path: Int, anyOf texts: [String]) -> Bool {
        switch self {
        case .json(let row):
            guard let node = row.node(path) else { return false }
            switch node.kind {
            case .string: return texts.contains { node.hasText($0) }
            case .number: return node.numberText.map(texts.contains) ?? false
            case .bool: return texts.contains(node.bool == true ? "true" : "false")
            case .null, .list, .object: return false
            }
        case .record(let record, let columns):
            return texts.contains { record.hasText(at: columns[path], $0) }
        }
    }

    /// Whether a row is of a kind.
    func satisfies(_ conditions: [RowCondition]) -> Bool {
        conditions.allSatisfy { condition in
            switch condition.test {
            case .anyOf(let texts): hasText(condition.path.number, anyOf: texts)
            case .present: isPresent(condition.path.number)
            case .absent: !isPresent(condition.path.number)
            }
        }
    }
}

/// A JSON row with the places of what its mapping reads; it lives only as long as the view.
struct JSONRow {
    let document: JSONDocument
    let view: JSONView
    /// The places of values by the numbers of their paths; −1 where there is none. See ``RowIndex``.
    let places: [Int32]

    /// The record of a path's value; nil where there is none.
    @inline(__always)
    func record(_ path: Int) -> NodeRecord? {
        let place = Int(places[path])
        return place < 0 ? nil : view[place]
    }

    /// Where a path's value lies; nil where there is none.
    func index(of path: Int) -> Int? {
        let place = Int(places[path])
        return place < 0 ? nil : place
    }

    /// Whether something stands at a path's end that is not null.
    func isPresent(_ path: Int) -> Bool { record(path).map { $0.kind != .null } ?? false }

    /// A path's value; nil where there is none.
    func node(_ path: Int) -> JSONNode? {
        let place = Int(places[path])
        return place < 0 ? nil : JSONNode(document: document, index: place)
    }
}
