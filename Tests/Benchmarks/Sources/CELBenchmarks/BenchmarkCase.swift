import CEL

/// An expression of the kind that rules use, with the facts that it reads.
struct BenchmarkCase {
    let name: String
    let expression: String
    /// What it gives, in the notation of the language: an engine that gives something else is not measured.
    let result: String
    let variables: [(name: String, type: CELType, fact: Fact)]

    static let all = [
        BenchmarkCase(
            name: "int comparison", expression: "amount <= 50", result: "true",
            variables: [("amount", .int, .int(42))]),
        BenchmarkCase(
            name: "string equality", expression: #"tier == "gold""#, result: "true",
            variables: [("tier", .string, .string("gold"))]),
        BenchmarkCase(
            name: "in a constant list", expression: #"role in ["agent", "senior", "lead", "supervisor"]"#,
            result: "true", variables: [("role", .string, .string("supervisor"))]),
        BenchmarkCase(
            name: "string prefix", expression: #"note.startsWith("refund:")"#, result: "true",
            variables: [("note", .string, .string("refund: the parcel was late"))]),
        BenchmarkCase(
            name: "exists over ten", expression: "items.exists(i, i > 9)", result: "true",
            variables: [("items", .list(.int), .list((1...10).map { .int($0) }))]),
        BenchmarkCase(
            name: "duration arithmetic", expression: #"now - placed < duration("24h")"#, result: "true",
            variables: [
                ("now", .timestamp, .seconds(1_793_000_000)), ("placed", .timestamp, .seconds(1_792_950_000)),
            ]),
        BenchmarkCase(
            name: "nested maps", expression: #"order.customer.address.country == "DE""#, result: "true",
            variables: [
                (
                    "order", .map(.string, .dyn),
                    .map([
                        ("total", .int(7)),
                        (
                            "customer",
                            .map([
                                ("id", .string("cu-7")),
                                ("address", .map([("city", .string("Berlin")), ("country", .string("DE"))])),
                            ])
                        ),
                    ])
                )
            ]),
        BenchmarkCase(
            name: "four conditions",
            expression: #"amount <= 50 && tier == "gold" && role in ["agent", "lead"] && visits > 3"#,
            result: "true",
            variables: [
                ("amount", .int, .int(42)), ("tier", .string, .string("gold")), ("role", .string, .string("lead")),
                ("visits", .int, .int(5)),
            ]),
        BenchmarkCase(
            name: "double arithmetic", expression: "price * 1.19 + shipping - discount / 2.0 < 100.0", result: "true",
            variables: [
                ("price", .double, .double(49.5)), ("shipping", .double, .double(4.9)),
                ("discount", .double, .double(5)),
            ]),
        BenchmarkCase(
            name: "ternary with size", expression: #"size(items) > 5 ? "many" : "few""#, result: #""many""#,
            variables: [("items", .list(.int), .list((1...10).map { .int($0) }))]),
    ]

    /// The case as a line of JSON for the script that runs the other engine.
    var json: String {
        let facts = variables.map { "\"\($0.name)\": \($0.fact.json)" }.joined(separator: ", ")
        let quoted = [name, expression, result].map { $0.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") }
        return "{\"name\": \"\(quoted[0])\", \"expression\": \"\(quoted[1])\", \"result\": \"\(quoted[2])\", "
            + "\"variables\": {\(facts)}}"
    }
}
