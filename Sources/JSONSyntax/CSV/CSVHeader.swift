/// The names of a table's columns, from its first record.
public struct CSVHeader: Sendable, Hashable {
    /// The names, in order; a name may be empty.
    public let names: [String]
    private let columns: [String: Int]

    /// - Throws: the name that stands twice; empty ones may.
    init(names: [String], lines: ClosedRange<Int>) throws(CSVError) {
        var columns: [String: Int] = [:]
        for (column, name) in names.enumerated() where !name.isEmpty {
            if let earlier = columns.updateValue(column, forKey: name) {
                throw CSVError(.duplicateColumn(name: name, columns: earlier + 1, column + 1), lines: lines)
            }
        }
        self.names = names
        self.columns = columns
    }

    /// The column of a name, from 0: look it up once and read all records by it; nil where there is no such column.
    public func column(named name: String) -> Int? { columns[name] }
}
