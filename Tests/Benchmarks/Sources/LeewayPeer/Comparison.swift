import CAllocationCount
import Foundation
import JSONSyntax
import RulebookEngine

/// One engine, one size: loads the rules, decides the requests, tells what it cost.
struct Comparison {
    private let yaml: String
    private let compiled: CompiledRulebook
    private let texts: [[UInt8]]
    private let loadNanoseconds: UInt64

    init(rulesPath: String, requestsPath: String) throws {
        let rules = try JSONDecoder().decode(
            [NeutralRule].self, from: Data(contentsOf: URL(filePath: rulesPath)))
        let lines = try String(contentsOf: URL(filePath: requestsPath), encoding: .utf8).utf8
            .split(separator: UInt8(ascii: "\n"))
        try self.init(rules: rules, requests: lines.map { Array($0) })
    }

    /// A comparison over rules and requests of our own.
    init(generated: GeneratedRules) throws {
        try self.init(rules: generated.rules, requests: generated.requests.map { Array($0.utf8) })
    }

    private init(rules: [NeutralRule], requests lines: [[UInt8]]) throws {
        let requests = try lines.map { try NeutralRequest($0) }
        let known = Set(rules.map(\.type))
        let others = Set(requests.map(\.type)).subtracting(known).sorted()
        yaml = NeutralRulebook(rules: rules, otherTypes: others).yaml
        texts = requests.map(\.text)
        let start = CPUTime.nanoseconds
        compiled = try LoadMeasurement(name: "rulebook.yaml", utf8: Array(yaml.utf8)).load()
        loadNanoseconds = CPUTime.nanoseconds - start
    }

    func run(_ mode: String, rounds: Int) throws {
        let reader = compiled.reader
        let decider = compiled.makeDecider()
        let events = try texts.map { text in
            let reading = reader.read(try JSONDocument.parse(text).root)
            guard let event = reading.event else {
                throw PeerFailure(message: reading.problems.first?.message ?? "no event")
            }
            return event
        }
        switch mode {
        case "load": try LoadMeasurement(name: "rulebook.yaml", utf8: Array(yaml.utf8)).run(rounds: rounds)
        case "rulebook": print(yaml)
        case "outcomes": for event in events { print(Self.word(decider.decide(event))) }
        case "prepared":
            report(mode, rounds) { number in decider.decide(events[number]).results.count }
        case "json":
            var reader = EventTextReader(compiled.reader)
            try report(mode, rounds) { number in
                guard let event = try reader.read(texts[number]).event else { return -1 }
                return decider.decide(event).results.count
            }
        case "rendered":
            let explainer = Explainer(compiled)
            report(mode, rounds) { number in explainer.explain(decider.decide(events[number])).count }
        case "offers":
            let finder = CounterOfferFinder(compiled)
            let decisions = events.map(decider.decide).filter { $0.outcome != .allow }
            report(mode, rounds, count: decisions.count) { number in
                finder.find(for: decisions[number]).evaluations
            }
        case "options":
            let finder = OptionsFinder(compiled)
            let open = try texts.map { try Self.withoutData($0, reader) }
            report(mode, rounds) { number in finder.find(for: open[number]).evaluations }
        default: throw PeerFailure(message: "no mode is named `\(mode)`")
        }
    }

    /// The event of a text, with every field of the action open.
    private static func withoutData(_ text: [UInt8], _ reader: EventReader) throws -> Event {
        let root = try JSONDocument.parse(text).root
        var writer = JSONWriter()
        writer.beginObject()
        for member in root.members where member.name != "data" {
            writer.name(member.name)
            writer.node(member.value)
        }
        writer.endObject()
        guard let event = reader.read(try JSONDocument.parse(writer.take()).root).event else {
            throw PeerFailure(message: "no event")
        }
        return event
    }

    /// The word of the comparison for what a decision comes to: `none` where no rule spoke.
    private static func word(_ decision: Decision) -> String {
        decision.results.isEmpty ? "none" : decision.outcome.rawValue
    }

    /// Runs all rounds five times and prints the medians.
    private func report(
        _ mode: String, _ rounds: Int, count: Int? = nil, _ body: (Int) throws -> Int
    ) rethrows {
        let count = count ?? texts.count
        var cpu: [Double] = []
        var sum = 0
        for number in 0..<count { sum += try body(number) }
        let perRound = Double(sum) / Double(max(count, 1))
        let allocations = allocation_count()
        for _ in 0..<5 {
            let start = CPUTime.nanoseconds
            for _ in 0..<rounds { for number in 0..<count { sum &+= try body(number) } }
            cpu.append(Double(CPUTime.nanoseconds - start) / Double(max(rounds * count, 1)))
        }
        let perDecision = Double(allocation_count() - allocations) / Double(max(5 * rounds * count, 1))
        cpu.sort()
        print(
            """
            {"peer":"leeway (\(mode))","n":\(compiled.rulebook.standards.count),\
            "load_cpu_ms":\(Self.text(Double(loadNanoseconds) / 1e6)),"cpu_ns":\(Self.text(cpu[2])),\
            "cpu_ns_min":\(Self.text(cpu[0])),"allocations":\(Self.text(perDecision)),\
            "yield":\(Self.text(perRound)),"sum":\(sum)}
            """)
    }

    private static func text(_ value: Double) -> String { String(format: "%.2f", value) }
}
