import RulebookEngine
import RulebookModel
import SourceText
import YAMLSyntax

/// A table of a case: its first row names the columns, and every other row is a case of its own.
///
/// A column is a member of the event that is asked about (`at`, `reason`, `event.count`, `customer.tier`), a part of the
/// expectation (`expect`, `by`, `from`), the instant of the audit (`now`), a standard with what an audit finds of it, or
/// `case`, the row's own title.
struct TestTable {
    /// What a column holds.
    enum Column {
        case title
        case now
        case expect
        case by
        case from
        case member([Located<String>])
        case findings(String)
    }

    struct Row {
        let cells: [(column: Column, name: YAMLNode, value: YAMLNode)]
        let range: SourceRange

        /// The cell of a column of the table's own.
        func cell(_ name: String) -> YAMLNode? { cells.first { $0.name.scalar?.text == name }?.value }
    }

    let rows: [Row]

    /// Reads a table; nil where something was reported.
    init?(
        _ node: YAMLNode, vocabulary: Vocabulary, expectations: ExpectationReader,
        diagnostics: inout DiagnosticCollector
    ) {
        guard let lines = node.sequence, lines.count > 1 else {
            node.refuse(
                "`table`", expected: "a list of rows, the first with the names of the columns",
                found: node.sequence.map { $0.isEmpty ? "an empty list" : "one row" }, diagnostics: &diagnostics)
            return nil
        }
        guard let header = lines[0].sequence else {
            lines[0].refuse("the first row", expected: "a list of columns", diagnostics: &diagnostics)
            return nil
        }
        var columns: [Column] = []
        var seen: [String: SourceRange] = [:]
        for name in header {
            guard let text = name.text("a column", diagnostics: &diagnostics) else { continue }
            if let first = seen[text] {
                diagnostics.add(.duplicate("the column", text, at: name.range, first: first))
            }
            seen[text] = name.range
            guard let scalar = name.scalar, let column = Self.column(scalar, vocabulary, expectations) else {
                diagnostics.add(Self.unknownColumn(text, vocabulary, at: name.range))
                continue
            }
            columns.append(column)
        }
        guard columns.count == header.count, seen.count == header.count else { return nil }
        rows = lines.dropFirst().compactMap { line in
            guard let cells = line.sequence, cells.count == columns.count else {
                line.refuse(
                    "a row", expected: "a list of \(columns.count) values, one a column",
                    found: line.sequence.map { "\($0.count)" }, diagnostics: &diagnostics)
                return nil
            }
            return Row(
                cells: zip(zip(columns, header), cells).map { ($0.0, $0.1, $1) }, range: line.range)
        }
    }

    private static func column(
        _ scalar: YAMLScalar, _ vocabulary: Vocabulary, _ expectations: ExpectationReader
    ) -> Column? {
        let text = scalar.text
        switch text {
        case "case": return .title
        case "now": return .now
        case "expect": return .expect
        case "by": return .by
        case "from": return .from
        default: break
        }
        let path = parts(of: scalar)
        guard let first = path.first?.value else { return nil }
        if path.count == 1, first == "at" || TestEventReader.textMembers.contains(first) { return .member(path) }
        if vocabulary.entity(first) != nil { return .member(path) }
        if path.count > 1, first == "approval" || first == EventSketch.fields { return .member(path) }
        return expectations.isStandard(text) ? .findings(text) : nil
    }

    /// The names of a path, each with its own place.
    private static func parts(of scalar: YAMLScalar) -> [Located<String>] {
        var offset = 0
        return scalar.text.split(separator: ".", omittingEmptySubsequences: false).map { part in
            let end = offset + part.utf8.count
            defer { offset = end + 1 }
            return Located(String(part), at: scalar.range(ofUTF8: offset..<end))
        }
    }

    private static func unknownColumn(_ text: String, _ vocabulary: Vocabulary, at range: SourceRange) -> Diagnostic {
        let known =
            ["case", "now", "expect", "by", "from", "at", EventSketch.fields] + TestEventReader.textMembers
            + vocabulary.entities.map(\.name)
        let nearest = nearestName(to: text, among: known)
        return .test(
            .unknownFact, "no column can be `\(text)`",
            help: nearest.map { "did you mean `\($0)`?" }
                ?? "a column is a member such as `at`, `event.count` or `customer.tier`, a standard, or one of "
                + "case, now, expect, by and from", at: range)
    }
}
