/// What came of all tests of some files.
package struct ConformanceReport: Sendable {
    /// A test with what came of it.
    package struct Entry: Sendable {
        /// The test.
        package let test: ConformanceTest
        /// What came of it.
        package let outcome: TestOutcome
    }

    /// How many tests came to what.
    package struct Counts: Sendable, Equatable {
        /// Those that gave what is expected.
        package var passed = 0
        /// Those that did not.
        package var failed = 0
        /// Those that did not run.
        package var skipped = 0

        mutating func add(_ outcome: TestOutcome) {
            switch outcome {
            case .passed: passed += 1
            case .failed: failed += 1
            case .skipped: skipped += 1
            }
        }

        mutating func add(_ other: Counts) {
            passed += other.passed
            failed += other.failed
            skipped += other.skipped
        }
    }

    /// The files in the order in which they were run, each with its tests.
    package private(set) var files: [(name: String, entries: [Entry])] = []
    private let disputed: [String: String]

    /// Starts without tests.
    ///
    /// - Parameter disputed: the tests that are held to be wrong, with reasons.
    package init(disputed: [String: String] = DisputedTests.reasons) { self.disputed = disputed }

    /// Runs the tests of a file.
    package mutating func run(_ tests: [ConformanceTest], of file: String) {
        files.append((file, tests.map { Entry(test: $0, outcome: $0.run()) }))
    }

    /// All tests together.
    package var counts: Counts {
        var counts = Counts()
        for file in files { counts.add(Self.counts(file.entries)) }
        return counts
    }

    private static func counts(_ entries: [Entry]) -> Counts {
        var counts = Counts()
        for entry in entries { counts.add(entry.outcome) }
        return counts
    }
}

extension ConformanceReport {
    /// Everything: the failures, the table, the disputed tests, the closing line.
    package var text: String {
        [failures, table, disputes, closingLine].filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    /// `N passed, N failed, N skipped`.
    package var closingLine: String {
        "\(counts.passed) passed, \(counts.failed) failed, \(counts.skipped) skipped"
    }

    private var failures: String {
        files.flatMap(\.entries).compactMap { entry -> String? in
            guard case .failed(let expected, let got) = entry.outcome else { return nil }
            let lines = [
                "FAILED \(entry.test.id)", ShownText.indented(entry.test.expression, by: "    "),
                Self.labelled("expected", expected), Self.labelled("got     ", got),
            ]
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    private static func labelled(_ label: String, _ text: String) -> String {
        let indented = ShownText.indented(text, by: "              ")
        return "    \(label)  " + indented.dropFirst(14)
    }

    /// A line for each file, and the sum.
    private var table: String {
        var rows = [["file", "passed", "failed", "skipped"]]
        for file in files { rows.append(Self.row(file.name, Self.counts(file.entries))) }
        if files.count > 1 { rows.append(Self.row("total", counts)) }
        let width = rows.map { $0[0].count }.max() ?? 0
        return rows.map { row in
            row[0] + String(repeating: " ", count: width - row[0].count)
                + row.dropFirst().map { String(repeating: " ", count: max(2, 9 - $0.count)) + $0 }.joined()
        }.joined(separator: "\n")
    }

    private static func row(_ name: String, _ counts: Counts) -> [String] {
        [name, String(counts.passed), String(counts.failed), String(counts.skipped)]
    }

    private var disputes: String {
        let lines = files.flatMap(\.entries).compactMap { entry -> String? in
            guard let reason = disputed[entry.test.id] else { return nil }
            guard case .failed = entry.outcome else { return "  \(entry.test.id): passes; take it off the list" }
            return "  \(entry.test.id): \(reason)"
        }
        guard !lines.isEmpty else { return "" }
        return (["Held to be wrong by this project, and counted as failed:"] + lines).joined(separator: "\n")
    }
}
