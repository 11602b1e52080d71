import Audit
import Foundation
@testable import Reporting
import Testing

@Suite("JSON reports hold to the published schema")
struct ComplianceReportSchemaTests {
    private static func problems(_ json: [UInt8]) throws -> [String] {
        let schema = try SchemaChecker.Value(json: ComplianceReportSchema.utf8)
        return SchemaChecker(root: schema).problems(try SchemaChecker.Value(json: json), schema)
    }

    @Test(arguments: ["empty", "small", "hostile", "busy"])
    func holds(_ name: String) throws {
        let reports = GoldenReportTests.reports + [("busy", SyntheticReport.busy(events: 300))]
        let report = try #require(reports.first { $0.0 == name }?.1)
        #expect(try Self.problems(JSONRenderer().rendered(report)) == [])
    }

    @Test("the checker sees what is wrong")
    func fails() throws {
        let text = String(decoding: JSONRenderer().rendered(SyntheticReport.small), as: UTF8.self)
        for (old, new) in [
            ("\"status\": \"missed\"", "\"status\": \"failed\""), ("\"rows\": 7", "\"rows\": -7"),
            ("\"rows\": 7", "\"rows\": \"7\""), ("\"findings_omitted\"", "\"findings_left\""),
            ("\"missed\": 1,", ""), ("compliance-report:1", "compliance-report:2"),
        ] {
            #expect(text.contains(old))
            #expect(try !Self.problems(Array(text.replacing(old, with: new).utf8)).isEmpty, "\(new)")
        }
    }

    @Test("the schema names itself as reports name it")
    func identifier() throws {
        let schema = try SchemaChecker.Value(json: ComplianceReportSchema.utf8)
        #expect(schema["$id"] == .string(ComplianceReportSchema.identifier))
        #expect(schema["$schema"] == .string("https://json-schema.org/draft/2020-12/schema"))
    }

    @Test("`standards` maps each id to exactly its seven counts")
    func standards() throws {
        let json = try SchemaChecker.Value(json: JSONRenderer().rendered(SyntheticReport.small))
        #expect(
            json["standards"]?["coupons.goodwill"]
                == .object([
                    "met": .number(1), "missed": .number(1), "discretion": .number(1), "excused": .number(0),
                    "pending": .number(0), "undetermined": .number(0), "not_applicable": .number(0),
                ]))
    }

    @Test("an evidence name that comes twice keeps both values")
    func evidence() throws {
        let text = String(decoding: JSONRenderer().rendered(SyntheticReport.hostile), as: UTF8.self)
        #expect(text.contains(#""event.\"name\" (2)": "the same name again""#))
    }
}
