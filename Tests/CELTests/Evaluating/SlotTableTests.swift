import CEL
import Testing

@Suite("A table of slots keeps its positions, whatever becomes of its copies")
struct SlotTableTests {
    @Test("copies that go different ways do not see each other's slots")
    func branches() {
        var trunk = CELSlotTable()
        #expect(trunk.index(of: "a", type: .int) == 0)
        #expect(trunk.index(of: "b.c", type: .string) == 1)
        let kept = trunk
        var (left, right) = (trunk, trunk)
        #expect(left.index(of: "left", type: .int) == 2)
        #expect(right.index(of: "right", type: .bool) == 2)
        #expect(right.index(of: "left", type: .int) == 3)
        #expect(left.index(of: "a", type: .int) == 0)
        #expect(trunk.index(of: "trunk", type: .int) == 2)
        #expect(kept.count == 2)
        #expect(kept.slots.map(\.path) == ["a", "b.c"])
        #expect(kept.index(of: "left") == nil)
        #expect(left.slots.map(\.path) == ["a", "b.c", "left"])
        #expect(right.slots.map(\.path) == ["a", "b.c", "right", "left"])
        #expect(right.slots[2].type == .bool)
        #expect(right.index(of: "left") == 3)
        #expect(trunk.slots.map(\.path) == ["a", "b.c", "trunk"])
    }
}
