import SourceText
import TestSupport
import Testing

@testable import Workbench

@Suite("An item goes from a list with its line, or its comma")
struct ListItemRemovalTests {
    @Test(
        arguments: [
            ("a:\n  - x\n  - «y»\n  - z\n", "a:\n  - x\n  - z\n"), ("- «\"x\"»\n- y\n", "- y\n"),
            ("- x\r\n- «y»  \r\n- z\r\n", "- x\r\n- z\r\n"), ("[«x», y]", "[y]"), ("[x, «y»]", "[x]"),
            ("[x, «'y'» , z]", "[x , z]"), ("[ «x»,y]", "[ y]"), ("[\n  x,\n  «y»,\n  z\n]", "[\n  x,\n  z\n]"),
            ("- x\n- «y» # kept\n", nil), ("- x\n- «y»", nil), ("[«x»]", nil), ("key: «x»", nil),
        ] as [(String, String?)])
    func removes(_ marked: String, rest: String?) throws {
        let source = MarkedSource(marked)
        let mark = try #require(source.marks.first)
        let removed = ListItemRemoval.range(of: mark).map {
            source.file.applying([.init(range: $0, replacement: "")])
        }
        #expect(removed.map { String(decoding: $0.utf8, as: UTF8.self) } == rest)
    }
}
