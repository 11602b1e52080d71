import CELConformance
import Testing

@Suite("Only tests that need protobuf messages are skipped, and those must parse")
struct ProtobufNeedTests {
    private static let null = #"{"value": {"null": true}}"#

    @Test(
        arguments: [
            ("TestAllTypes{}", null, #""needs": ["proto"]"#),
            ("google.protobuf.Any{}", null, #""needs": ["proto", "wkt"]"#),
            ("[Any{}]", null, #""needs": ["proto", "wkt"], "container": "google.protobuf""#),
            ("google.protobuf.FieldMask{}", null, #""needs": ["proto", "wkt"]"#),
            ("x", null, #""needs": ["proto", "wkt"], "type_env": [{"name": "x", "type": "google.protobuf.Any"}]"#),
            (
                "1", #"{"value": {"object": {"type": "google.protobuf.Empty", "fields": []}}}"#,
                #""needs": ["proto", "wkt"]"#
            ),
        ] as [(String, String, String)])
    func skips(_ expression: String, _ expected: String, _ more: String) throws {
        let outcome = try SuiteSample.outcome(expression, expected, more)
        guard case .skipped = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test func failsWhereASkippedTestDoesNotParse() throws {
        let outcome = try SuiteSample.outcome("TestAllTypes{", Self.null, #""needs": ["proto"]"#)
        guard case .failed(_, let got) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(got.hasPrefix("does not parse: "))
    }

    @Test(
        "messages of well-known types stand for plain values",
        arguments: [
            ("Int32Value", #"[["value", {"number": "-5"}]]"#, #"{"int": "-5"}"#),
            ("UInt64Value", "[]", #"{"uint": "0"}"#),
            ("FloatValue", #"[["value", {"number": "0.1"}]]"#, #"{"double": "0.10000000149011612"}"#),
            ("BoolValue", #"[["value", {"ident": "true"}]]"#, #"{"bool": true}"#),
            ("BytesValue", #"[["value", {"string": "bar"}]]"#, #"{"bytes": "YmFy"}"#),
            ("StringValue", #"[["value", {"string": "bar"}]]"#, #"{"string": "bar"}"#),
            ("Value", "[]", #"{"null": true}"#),
            (
                "Value",
                #"[["list_value", {"fields": [["values", {"fields": [["number_value", {"number": "1"}]]}]]}]]"#,
                #"{"list": [{"double": "1.0"}]}"#
            ),
            (
                "Struct",
                #"[["fields", {"fields": [["key", {"string": "k"}], "#
                    + #"["value", {"fields": [["bool_value", {"ident": "false"}]]}]]}]]"#,
                #"{"map": [[{"string": "k"}, {"bool": false}]]}"#
            ),
            ("Duration", #"[["seconds", {"number": "5"}]]"#, #"{"duration": {"seconds": "5", "nanos": 0}}"#),
        ] as [(String, String, String)])
    func converts(_ type: String, _ fields: String, _ value: String) throws {
        let name = "google.protobuf.\(type)"
        let message = #"{"object": {"type": "\#(name)", "fields": \#(fields)}}"#
        let more = #""needs": ["proto", "wkt"], "bindings": {"x": \#(message)}"#
        #expect(try SuiteSample.outcome("x", #"{"value": \#(value)}"#, more) == .passed)
        let plain = #""needs": ["proto", "wkt"], "bindings": {"x": \#(value)}"#
        #expect(try SuiteSample.outcome("x", #"{"value": \#(message)}"#, plain) == .passed)
    }
}
