import Testing

@testable import Reporting

@Suite("Paper shows the first rows of a table and says how many more there are")
struct PrintedTableTests {
    @Test(
        arguments: [
            (HTMLTable.printedRowsMax, nil), (HTMLTable.printedRowsMax + 1, "and 1 more in the file"),
            (1_000 + HTMLTable.printedRowsMax, "and 1,000 more in the file"),
        ] as [(Int, String?)])
    func says(_ count: Int, expected: String?) {
        var table = HTMLTable(caption: "Rows", columns: [("Row", .name)])
        table.rows = (0..<count).map { ["\($0)"] }
        #expect(table.html.contains("class=\"note paper\"") == (expected != nil))
        if let expected { #expect(table.html.contains(expected)) }
    }

    @Test func theSheetHidesAsManyRows() {
        #expect(HTMLStyle.sheet.contains("tbody tr:nth-child(n + \(HTMLTable.printedRowsMax + 1)) { display: none; }"))
    }
}
