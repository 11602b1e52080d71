import CLibYAML
import Measuring
import RulebookEngine
import RulebookModel
import SourceText

/// Times reading and compiling a large rulebook beside what libyaml alone takes to see its text.
struct LoadingBenchmark {
    let standardCount: Int

    func run(_ table: inout ResultTable) throws {
        let yaml = SyntheticRulebook(standardCount: standardCount).yaml
        let bytes = Array(yaml.utf8)
        let plain = Stopwatch.nanoseconds(rounds: 1) { _ in Self.eventCount(bytes) }
        let loading = try Stopwatch.nanoseconds(rounds: 1) { _ in try Self.load(yaml).standards.count }
        let rulebook = try Self.load(yaml)
        let compiling = Stopwatch.nanoseconds(rounds: 1) { _ in CompiledRulebook(rulebook).rulebook.standards.count }
        let name = "\(standardCount) standards, \(bytes.count / 1_000) kB"
        table.add("libyaml alone, \(name)", plain)
        table.add("read and check, \(name)", loading, baseline: ("libyaml alone", plain))
        table.add("compile, \(name)", compiling)
    }

    /// Reads a rulebook that must be without errors.
    static func load(_ yaml: String) throws -> Rulebook {
        var diagnostics = DiagnosticCollector()
        let files = RulebookFiles(root: SourceFile(name: "rulebook.yaml", utf8: Array(yaml.utf8)))
        guard let rulebook = RulebookLoader.load(files, diagnostics: &diagnostics) else {
            throw BenchmarkFailure(message: diagnostics.sorted.first?.message ?? "no rulebook")
        }
        return rulebook
    }

    /// How many events libyaml makes of a text.
    private static func eventCount(_ bytes: [UInt8]) -> Int {
        var parser = yaml_parser_t()
        guard yaml_parser_initialize(&parser) == 1 else { return 0 }
        defer { yaml_parser_delete(&parser) }
        return bytes.withUnsafeBufferPointer { buffer in
            yaml_parser_set_input_string(&parser, buffer.baseAddress, buffer.count)
            var count = 0
            var isAtEnd = false
            while !isAtEnd {
                var event = yaml_event_t()
                guard yaml_parser_parse(&parser, &event) == 1 else { return count }
                isAtEnd = event.type == YAML_STREAM_END_EVENT
                yaml_event_delete(&event)
                count += 1
            }
            return count
        }
    }
}
