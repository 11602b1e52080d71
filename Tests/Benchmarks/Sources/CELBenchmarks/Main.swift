import Foundation

/// Times expressions of the kind that rules use, beside the Rust engine in the same run.
@main
struct Main {
    private static let usage = """
        usage: cel-benchmarks                     measure all expressions, ours and the Rust engine's
               cel-benchmarks --ours              measure ours alone
               cel-benchmarks --count-only NAME N evaluate one expression N times and do nothing else, for
                                                  valgrind --tool=callgrind; two runs with different N tell
                                                  the instructions of one evaluation

        """

    static func main() {
        do {
            let arguments = Array(CommandLine.arguments.dropFirst())
            switch (arguments.first, arguments.count) {
            case (nil, _): print(try table(withRust: true))
            case ("--ours", 1): print(try table(withRust: false))
            case ("--count-only", 3): try evaluate(arguments[1], count: arguments[2])
            default: throw BenchmarkFailure(message: usage)
            }
        } catch let error as BenchmarkFailure {
            FileHandle.standardError.write(Data("\(error.message)\n".utf8))
            exit(64)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(70)
        }
    }

    private static func evaluate(_ name: String, count: String) throws {
        guard let source = BenchmarkCase.all.first(where: { $0.name == name }) else {
            throw BenchmarkFailure(
                message: "no expression is named `\(name)`; there are: "
                    + BenchmarkCase.all.map(\.name).joined(separator: ", "))
        }
        guard let count = Int(count), count >= 0 else { throw BenchmarkFailure(message: usage) }
        try PreparedCase(source).evaluate(times: count)
    }

    private static func table(withRust: Bool) throws -> String {
        var rows = [["expression", "ns", "allocations"]]
        var rust: [String: RustEngine.Measurement] = [:]
        var note = ""
        if withRust {
            switch RustEngine.measure(BenchmarkCase.all) {
            case .success(let measurements):
                rust = measurements
                rows[0] += ["Rust ns, raw", "net", "raw/ours", "net/ours"]
                note = """

                    Ours: a program made before, on a frame filled before.
                    Rust: the crate `cel` through its Python package, a program compiled before, on a context filled
                    before. Raw is the whole call from Python; net is raw without the same call of the expression
                    `true` on the same context, so without the binding's own cost.
                    Medians; ratios above 1 mean that ours is faster.
                    """
            case .failure(let failure): note = "\nThe Rust engine was not measured: \(failure.message)."
            }
        }
        for source in BenchmarkCase.all {
            let prepared = try PreparedCase(source)
            let time = prepared.nanoseconds()
            var row = [source.expression, number(time), prepared.allocations().map(number) ?? "n/a"]
            if !rust.isEmpty {
                let measured = rust[source.name].map { [$0.raw, $0.net, $0.raw / time, $0.net / time].map(number) }
                row += measured ?? Array(repeating: "n/a", count: 4)
            }
            rows.append(row)
        }
        return aligned(rows) + "\n" + note
    }

    private static func number(_ value: Double) -> String { String(format: value < 100 ? "%.1f" : "%.0f", value) }

    private static func aligned(_ rows: [[String]]) -> String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            zip(row, widths).enumerated().map { column, cell in
                let padding = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + padding : padding + cell.0
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
