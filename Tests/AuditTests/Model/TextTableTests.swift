import Audit
import Testing

@Suite("A table keeps each text once")
struct TextTableTests {
    @Test("the same text has the same number, through growth")
    func interns() {
        var table = TextTable()
        let ids = (0..<5000).map { table.intern("text \($0)") }
        #expect(Set(ids).count == 5000)
        #expect(table.count == 5001)
        for (index, id) in ids.enumerated() {
            #expect(table[id] == "text \(index)")
            #expect(table.intern("text \(index)") == id)
        }
        #expect(table.count == 5001)
    }

    @Test("the empty text stands for an absent one")
    func empty() {
        var table = TextTable()
        #expect(table.intern("") == .empty)
        #expect(table[.empty] == "")
        #expect(TextTable.ID.empty.isEmpty)
        #expect(!table.intern("a").isEmpty)
    }

    @Test("a number of another table is the empty text")
    func foreign() {
        var other = TextTable()
        let id = other.intern("elsewhere")
        #expect(TextTable()[id] == "")
    }
}
