import CAllocationCount
import Foundation
import RulebookEngine
import RulebookModel
import SourceText

/// What it takes to read, check and compile a rulebook of one file.
struct LoadMeasurement {
    let name: String
    let utf8: [UInt8]

    /// The compiled rulebook, which must be without errors.
    func load() throws -> CompiledRulebook {
        var diagnostics = DiagnosticCollector()
        let files = RulebookFiles(root: SourceFile(name: name, utf8: utf8))
        guard let rulebook = RulebookLoader.load(files, diagnostics: &diagnostics) else {
            throw PeerFailure(message: diagnostics.sorted.first?.message ?? "no rulebook")
        }
        return CompiledRulebook(rulebook)
    }

    /// Loads it so often and prints the median time, and what the first time took in memory.
    func run(rounds: Int) throws {
        var times: [Double] = []
        var standardCount = 0
        var allocations: UInt64 = 0
        let memory = CPUTime.peakMemory
        var peak = memory
        for round in 0..<rounds {
            let allocationsBefore = allocation_count()
            let start = CPUTime.nanoseconds
            let compiled = try load()
            times.append(Double(CPUTime.nanoseconds - start) / 1e6)
            standardCount = compiled.rulebook.standards.count
            if round == 0 {
                peak = CPUTime.peakMemory
                allocations = UInt64(allocation_count()) - UInt64(allocationsBefore)
            }
        }
        guard !times.isEmpty else { return }
        print(
            """
            {"peer":"leeway (load)","n":\(standardCount),"bytes":\(utf8.count),\
            "load_cpu_ms":\(String(format: "%.2f", times.sorted()[times.count / 2])),\
            "peak_kb_added":\(peak - memory),"allocations":\(allocations)}
            """)
    }
}
