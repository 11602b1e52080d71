import Foundation

/// The Rust engine `cel`, run through its Python package, where there is one.
enum RustEngine {
    /// What it took for one case, in nanoseconds.
    struct Measurement {
        /// A call from Python, all in all.
        let raw: Double
        /// The same call of the expression `true` with the same variables: what is not the expression's own.
        let overhead: Double

        /// What remains for the expression; never less than nothing.
        var net: Double { max(0, raw - overhead) }
    }

    /// Measures all cases.
    ///
    /// - Returns: the measurements by case, or why there are none.
    static func measure(_ cases: [BenchmarkCase]) -> Result<[String: Measurement], BenchmarkFailure> {
        let package = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let script = package.appending(path: "Baselines/rust_engine.py")
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [ProcessInfo.processInfo.environment["CEL_PYTHON"] ?? "python3", script.path]
        let input = Pipe()
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        do {
            try process.run()
            // The cases fit a pipe's buffer, so that writing never waits for the script.
            try? input.fileHandleForWriting.write(
                contentsOf: Data(cases.map { $0.json + "\n" }.joined().utf8))
            try? input.fileHandleForWriting.close()
            let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            process.waitUntilExit()
            guard process.terminationStatus == 0 else {
                return .failure(BenchmarkFailure(message: "its Python package common-expression-language is absent"))
            }
            return .success(measurements(text))
        } catch {
            return .failure(BenchmarkFailure(message: "Python cannot be started"))
        }
    }

    private static func measurements(_ text: String) -> [String: Measurement] {
        var measurements: [String: Measurement] = [:]
        for line in text.split(separator: "\n") {
            guard let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                let name = object["name"] as? String, let raw = object["raw_ns"] as? Double,
                let overhead = object["overhead_ns"] as? Double
            else { continue }
            measurements[name] = Measurement(raw: raw, overhead: overhead)
        }
        return measurements
    }
}
