import Reporting
import RulebookEngine
import Testing

@Suite("Decisions hold to the published schema")
struct DecisionSchemaTests {
    private static func problems(_ json: [UInt8]) throws -> [String] {
        let schema = try SchemaChecker.Value(json: DecisionSchema.utf8)
        return SchemaChecker(root: schema).problems(try SchemaChecker.Value(json: json), schema)
    }

    @Test(arguments: DecisionFixture.cases.map(\.name))
    func holds(_ name: String) throws {
        let report = try DecisionFixture().report(name)
        #expect(try Self.problems(DecisionJSONRenderer().render(report)) == [])
        #expect(try Self.problems(DecisionJSONRenderer(layout: .line).render(report, line: 3)) == [])
    }

    @Test("a row that cannot be read holds to it too")
    func rowError() throws {
        let problem = InputProblem(code: .wrongType, path: "data.count", message: "no number", help: nil)
        #expect(try Self.problems(RowErrorRenderer().render([problem], line: 1)) == [])
        #expect(try Self.problems(RowErrorRenderer().render([problem, problem], line: 9)) == [])
    }

    @Test("the checker sees what is wrong")
    func fails() throws {
        let text = String(
            decoding: DecisionJSONRenderer(layout: .line).render(try DecisionFixture().report("escalated")),
            as: UTF8.self)
        for (old, new) in [
            ("\"outcome\":\"escalate\"", "\"outcome\":\"maybe\""), ("\"missing\":[]", "\"missing\":\"\""),
            ("\"duties\":[],", ""), ("\"kind\":\"approval\"", "\"kind\":\"wish\""),
            ("\"status\":\"missed\"", "\"status\":\"not_applicable\""), ("\"digest\"", "\"digset\""),
        ] {
            #expect(text.contains(old), "\(old)")
            #expect(try !Self.problems(Array(text.replacing(old, with: new).utf8)).isEmpty, "\(new)")
        }
    }

    @Test("the schema names itself")
    func identifier() throws {
        let schema = try SchemaChecker.Value(json: DecisionSchema.utf8)
        #expect(schema["$id"] == .string(DecisionSchema.identifier))
    }
}
