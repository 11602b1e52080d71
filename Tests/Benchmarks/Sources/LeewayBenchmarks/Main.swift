import Foundation

/// Runs every benchmark and prints one table; `leeway-benchmarks decide` runs those whose name begins so.
@main
struct Main {
    static func main() async {
        do {
            try await run()
        } catch {
            FileHandle.standardError.write(Data("\((error as? BenchmarkFailure)?.message ?? "\(error)")\n".utf8))
            exit(70)
        }
    }

    private static func run() async throws {
        let wanted = CommandLine.arguments.dropFirst()
        var table = ResultTable()
        for standardCount in [100, 1_000, 10_000] {
            let name = "decide \(standardCount)"
            guard wanted.isEmpty || wanted.contains(where: { name.hasPrefix($0) }) else { continue }
            try DecidingBenchmark(standardCount: standardCount).run(&table)
        }
        for standardCount in [1_000, 10_000] {
            let name = "load \(standardCount)"
            guard wanted.isEmpty || wanted.contains(where: { name.hasPrefix($0) }) else { continue }
            try LoadingBenchmark(standardCount: standardCount).run(&table)
        }
        if wanted.isEmpty || wanted.contains(where: { "stateful".hasPrefix($0) }) {
            try StatefulBenchmark().run(&table)
        }
        if wanted.isEmpty || wanted.contains(where: { "record".hasPrefix($0) }) {
            try await RecordingBenchmark().run(&table)
        }
        print(table.text)
    }
}
