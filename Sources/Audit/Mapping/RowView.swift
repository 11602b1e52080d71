import JSONSyntax

/// What conditions on rows look at.
protocol ConditionedRow {
    /// Whether a place holds one of some texts.
    func hasText(_ path: Int, anyOf texts: [String]) -> Bool
    /// Whether something stands at a path's end: not nothing, and not null.
    func isPresent(_ path: Int) -> Bool
}

extension ConditionedRow {
    /// Whether the row is of a kind.
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

/// A row to be mapped, whatever its form.
enum RowView: ConditionedRow {
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
    func hasText(_ path: Int, anyOf texts: [String]) -> Bool {
        switch self {
        case .json(let row): return row.values.hasText(path, anyOf: texts)
        case .record(let record, let columns):
            return texts.contains { record.hasText(at: columns[path], $0) }
        }
    }
}

/// The values of a JSON row that its mapping reads; they live only as long as the view and the places.
struct RowValues: ConditionedRow {
    let view: JSONView
    /// The places of values by the numbers of their paths; −1 where there is none. See ``RowIndex``.
    let places: UnsafeBufferPointer<Int32>

    /// The record of a path's value; nil where there is none.
    @inline(__always)
    func record(_ path: Int) -> NodeRecord? {
        let place = Int(places[path])
        return place < 0 ? nil : view[place]
    }

    /// Whether something stands at a path's end that is not null.
    func isPresent(_ path: Int) -> Bool { record(path).map { $0.kind != .null } ?? false }

    /// Whether a place holds one of some texts.
    func hasText(_ path: Int, anyOf texts: [String]) -> Bool {
        guard let record = record(path) else { return false }
        switch record.kind {
        case .string: return texts.contains { view.hasText(record, $0) }
        case .number: return texts.contains { view.text(record).elementsEqual($0.utf8) }
        case .bool: return texts.contains(record.isTrue ? "true" : "false")
        case .null, .list, .object: return false
        }
    }
}

/// A JSON row with the values that its mapping reads.
struct JSONRow {
    let document: JSONDocument
    let values: RowValues

    var view: JSONView { values.view }

    /// The record of a path's value; nil where there is none.
    @inline(__always)
    func record(_ path: Int) -> NodeRecord? { values.record(path) }

    /// Where a path's value lies; nil where there is none.
    func index(of path: Int) -> Int? {
        let place = Int(values.places[path])
        return place < 0 ? nil : place
    }

    /// Whether something stands at a path's end that is not null.
    func isPresent(_ path: Int) -> Bool { values.isPresent(path) }

    /// A path's value; nil where there is none.
    func node(_ path: Int) -> JSONNode? { index(of: path).map { JSONNode(document: document, index: $0) } }
}
