import TestSupport
import Testing

@testable import RulebookModel

@Suite("Events of several types have in common what all of them have with one type")
struct EventShapeTests {
    private func shape(_ types: String...) throws -> EventShape {
        let vocabulary = try CareDesk.rulebook(
            """
            events:
              a: {fields: {x: int, y: money, z: string}}
              b: {fields: {z: string, x: int}}
              c: {fields: {x: decimal, w: int}}
            """
        ).vocabulary
        return EventShape(types: types, vocabulary: vocabulary)
    }

    @Test func sharesFields() throws {
        #expect(try shape("a").fields.map(\.name) == ["x", "y", "z"])
        #expect(try shape("b", "a", "b").types == ["a", "b"])
        #expect(try shape("b", "a").fields.map(\.name) == ["x", "z"])
        #expect(try shape("a", "b", "c").fields.map(\.name) == [])
        #expect(try shape().fields.isEmpty)
        #expect(try shape("unknown").types.isEmpty)
    }

    @Test func remembersWhoLacksAField() throws {
        #expect(try shape("a", "b").partialFields == ["y": "b"])
        #expect(try shape("a", "b", "c").partialFields == ["x": "c", "y": "b", "z": "c", "w": "a"])
        #expect(try shape("a").partialFields.isEmpty)
    }
}
