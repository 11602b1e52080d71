import JSONSyntax
import Measuring
import RulebookEngine
import RulebookModel
import SourceText

/// Times deciding: from facts that were read, and from text.
struct DecidingBenchmark {
    private static let eventCount = 1_000
    private static let roundCount = 20_000

    let standardCount: Int

    func run(_ table: inout ResultTable) throws {
        let synthetic = SyntheticRulebook(standardCount: standardCount)
        let compiled = CompiledRulebook(try LoadingBenchmark.load(synthetic.yaml))
        let reader = compiled.reader
        let texts = (0..<Self.eventCount).map { Array(synthetic.event($0).utf8) }
        let events = try texts.compactMap { reader.read(try JSONDocument.parse($0).root).event }
        guard events.count == texts.count else { throw BenchmarkFailure(message: "an event could not be read") }
        let decider = compiled.makeDecider()

        let naive = NaiveRules(synthetic)
        let facts = (0..<Self.eventCount).map { naive.facts($0) }
        let types = events.map(\.type)
        let baseline = Stopwatch.nanoseconds(rounds: Self.roundCount) { round in
            naive.broken(types[round % types.count], facts[round % facts.count]).count
        }
        let deciding = Stopwatch.nanoseconds(rounds: Self.roundCount) { round in
            decider.decide(events[round % events.count]).results.count
        }
        let explainer = Explainer(compiled)
        let explaining = Stopwatch.nanoseconds(rounds: Self.roundCount / 10) { round in
            explainer.explain(decider.decide(events[round % events.count])).count
        }
        let parsing = try Stopwatch.nanoseconds(rounds: Self.roundCount) { round in
            try JSONDocument.parse(texts[round % texts.count]).root.count
        }
        let fromText = try Stopwatch.nanoseconds(rounds: Self.roundCount) { round in
            guard let event = reader.read(try JSONDocument.parse(texts[round % texts.count]).root).event else {
                return 0
            }
            return decider.decide(event).results.count
        }
        let name = "\(standardCount) standards"
        table.add("decide, naive loop over dictionaries, \(name)", baseline)
        table.add("decide, event read before, \(name)", deciding, baseline: ("the naive loop", baseline))
        table.add("decide and explain every standard, \(name)", explaining)
        table.add("parse an event of JSON", parsing)
        table.add("decide from JSON text, \(name)", fromText)
    }
}

/// Why nothing could be measured.
struct BenchmarkFailure: Error {
    let message: String
}
