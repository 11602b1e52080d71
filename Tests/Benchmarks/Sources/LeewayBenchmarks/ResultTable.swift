/// What was measured, with its ratio to a baseline of the same run: times vary from machine to machine, ratios less.
struct ResultTable {
    private var rows: [(name: String, nanoseconds: Double, baseline: String?, baselineNanoseconds: Double)] = []

    /// Adds a measurement.
    mutating func add(_ name: String, _ nanoseconds: Double, baseline: (name: String, nanoseconds: Double)? = nil) {
        rows.append((name, nanoseconds, baseline?.name, baseline?.nanoseconds ?? 0))
    }

    /// The table.
    var text: String {
        let cells = rows.map { row in
            [
                row.name, Self.time(row.nanoseconds),
                row.baseline.map { "\(Self.ratio(row.nanoseconds / row.baselineNanoseconds)) times \($0)" } ?? "",
            ]
        }
        let header = ["what", "time", "ratio"]
        let widths = (0..<3).map { column in ([header] + cells).map { $0[column].count }.max() ?? 0 }
        return ([header] + cells).map { row in
            zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    private static func time(_ nanoseconds: Double) -> String {
        switch nanoseconds {
        case ..<10_000: "\(Int(nanoseconds)) ns"
        case ..<10_000_000: "\(Int(nanoseconds / 1_000)) µs"
        default: "\(Int(nanoseconds / 1_000_000)) ms"
        }
    }

    private static func ratio(_ value: Double) -> String { "\(Double(Int(value * 100)) / 100)" }
}
