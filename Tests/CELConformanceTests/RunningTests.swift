import CELConformance
import Testing

@Suite("A test passes only where it gives exactly what is expected")
struct RunningTests {
    @Test(
        arguments: [
            ("1", #"{"value": {"int": "1"}}"#, ""),
            ("9223372036854775807", #"{"value": {"int": "9223372036854775807"}}"#, ""),
            ("18446744073709551615u", #"{"value": {"uint": "18446744073709551615"}}"#, ""),
            ("0.0 / 0.0", #"{"value": {"double": "NaN"}}"#, ""),
            ("1.0 / 0.0", #"{"value": {"double": "Infinity"}}"#, ""),
            ("-0.0", #"{"value": {"double": "-0.0"}}"#, ""),
            ("true", #"{"value": {"bool": true}, "implied": true}"#, ""),
            ("true", #"{"implied": true}"#, ""),
            ("null", #"{"value": {"null": true}}"#, ""),
            ("b'a'", #"{"value": {"bytes": "YQ=="}}"#, ""),
            ("type(1)", #"{"value": {"type": "int"}}"#, ""),
            (
                "{'b': 2, 'a': [1]}",
                #"{"value": {"map": [[{"string": "a"}, {"list": [{"int": "1"}]}], [{"string": "b"}, {"int": "2"}]]}}"#,
                ""
            ),
            ("timestamp(1) - duration('1ns')", #"{"value": {"timestamp": {"seconds": "0", "nanos": 999999999}}}"#, ""),
            ("duration('-1.5s')", #"{"value": {"duration": {"seconds": "-1", "nanos": -500000000}}}"#, ""),
            ("[1]", #"{"type": "list(int)", "value": {"list": [{"int": "1"}]}}"#, ""),
            ("{'a': [1]}", #"{"type": "map(string, list(int))"}"#, #""check_only": true"#),
            ("x + y", #"{"value": {"int": "3"}}"#, #""bindings": {"x": {"int": "1"}, "y": {"int": "2"}}"#),
            ("1 / 0", #"{"eval_error": ["divide by zero"]}"#, ""),
            ("1 + 'a'", #"{"eval_error": ["no such overload"]}"#, #""disable_check": true"#),
            ("ip('1')", #"{"eval_error": ["no"]}"#, #""needs": ["network"], "disable_check": true"#),
            ("1 + 'a'", #"{"eval_error": ["no"]}"#, #""needs": ["network"]"#),
            (
                "f(1)", #"{"type": "string"}"#,
                #""check_only": true, "type_env": [{"name": "f", "overloads": [{"id": "f_int", "params": ["int"], "result": "string"}]}]"#
            ),
        ] as [(String, String, String)])
    func passes(_ expression: String, _ expected: String, _ more: String) throws {
        #expect(try SuiteSample.outcome(expression, expected, more) == .passed)
    }

    @Test(
        arguments: [
            ("1", #"{"value": {"uint": "1"}}"#, "", "1u", "1"),
            ("1u", #"{"value": {"double": "1.0"}}"#, "", "1.0", "1u"),
            ("1.0", #"{"value": {"int": "1"}}"#, "", "1", "1.0"),
            ("0.0", #"{"value": {"double": "-0.0"}}"#, "", "-0.0", "0.0"),
            ("[1]", #"{"value": {"list": [{"uint": "1"}]}}"#, "", "[1u]", "[1]"),
            ("{1: 2}", #"{"value": {"map": [[{"uint": "1"}, {"int": "2"}]]}}"#, "", "{1u: 2}", "{1: 2}"),
            ("{1: 2}", #"{"value": {"map": []}}"#, "", "{}", "{1: 2}"),
            ("'\u{E9}'", #"{"value": {"string": "e\u0301"}}"#, "", "\"e\u{301}\" (string)", "\"\u{E9}\" (string)"),
            ("'a'", #"{"value": {"bytes": "YQ=="}}"#, "", "b\"a\"", "\"a\""),
            (
                "duration('1s')", #"{"value": {"duration": {"seconds": "1", "nanos": 1}}}"#, "",
                "duration 1.000000001s", "duration 1s"
            ),
            ("2", #"{"eval_error": ["no"]}"#, "", "an error, such as: no", "2"),
            ("1 / 0", #"{"value": {"int": "1"}}"#, "", "1", "an error: division by zero"),
            ("[1]", #"{"type": "list(uint)"}"#, #""check_only": true"#, "the type list(uint)", "the type list(int)"),
            (
                "[1]", #"{"type": "list(dyn)", "value": {"list": [{"int": "1"}]}}"#, "",
                "[1], of type list(dyn)", "the type list(int)"
            ),
        ] as [(String, String, String, String, String)])
    func fails(_ expression: String, _ json: String, _ more: String, _ expected: String, _ got: String) throws {
        #expect(try SuiteSample.outcome(expression, json, more) == .failed(expected: expected, got: got))
    }

    @Test(
        "an error of parsing or checking is none of evaluation",
        arguments: [
            ("1 +", "", "does not parse: "), ("1 + 'a'", "", "does not check: "),
            ("1 +", #""needs": ["network"]"#, "does not parse: "),
            ("nobody(1)", #""needs": ["network"]"#, "does not check: "),
        ])
    func early(_ expression: String, _ more: String, _ beginning: String) throws {
        let outcome = try SuiteSample.outcome(expression, #"{"eval_error": []}"#, more)
        guard case .failed(_, let got) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(got.hasPrefix(beginning), "\(got)")
    }

    @Test("an unknown is neither an error nor a value")
    func unknown() throws {
        let declared = #""type_env": [{"name": "x", "type": "int"}]"#
        #expect(
            try SuiteSample.outcome("x", #"{"eval_error": ["no"]}"#, declared)
                == .failed(expected: "an error, such as: no", got: "an unknown: x"))
        #expect(try SuiteSample.outcome("x", #"{"unknown": []}"#, declared) == .passed)
    }
}
