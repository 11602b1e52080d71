import SourceText
import Testing

@Suite("A file knows its lines and positions")
struct SourceFileTests {
    @Test(arguments: [
        ("", 1), ("a", 1), ("a\n", 1), ("a\nb", 2), ("a\r\nb\r\n", 2), ("a\rb", 2), ("\n\n", 2), ("a\n\r\nb", 3),
    ])
    func countsLines(_ text: String, count: Int) {
        #expect(SourceFile(name: "a", text: text).lineCount == count)
    }

    @Test(arguments: [
        (0, 1, 1), (1, 1, 2), (3, 1, 3), (4, 2, 1), (5, 2, 2), (99, 2, 2), (-1, 1, 1),
    ])
    func findsPositions(_ offset: Int, line: Int, column: Int) {
        // a é \n b: `é` takes two bytes and one column.
        let position = SourceFile(name: "a", text: "aé\nb").position(atOffset: offset)
        #expect([position.line, position.column] == [line, column])
    }

    @Test func readsLines() {
        let file = SourceFile(name: "a", text: "x\r\ny\n\nz")
        #expect((1...5).map { file.text(ofLine: $0) } == ["x", "y", "", "z", ""])
        #expect((1...5).map { file.offset(ofLine: $0) } == [0, 3, 5, 6, 7])
    }

    @Test func clampsRanges() {
        let file = SourceFile(name: "a", text: "abc")
        #expect(SourceRange(file: file, lowerBound: -3, upperBound: 99).text == "abc")
        #expect(SourceRange(file: file, lowerBound: 2, upperBound: 1).text == "")
        #expect(SourceRange(file: file, lowerBound: 1, upperBound: 2).place == "a:1:2")
    }
}
