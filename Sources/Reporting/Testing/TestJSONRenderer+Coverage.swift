import JSONSyntax
import SourceText
import Workbench

extension JSONWriter {
    /// Writes what tests have tried: `permille`, `seen`, `of`, and every condition and limit with the ways that were seen.
    mutating func write(_ coverage: RulebookCoverage) {
        object { writer in
            writer.member("permille", coverage.permille)
            writer.member("seen", coverage.seenCount)
            writer.member("of", coverage.wayCount)
            writer.name("standards")
            writer.object { writer in
                for standard in coverage.standards { writer.member(standard.id, standard.isJudged) }
            }
            writer.name("conditions")
            writer.list { writer in
                for item in coverage.conditions { writer.write(item, first: "true", second: "false") }
            }
            writer.name("limits")
            writer.list { writer in
                for item in coverage.limits { writer.write(item, first: "at", second: "past") }
            }
        }
    }

    private mutating func write(_ item: RulebookCoverage.Item, first: String, second: String) {
        object(.inline) { writer in
            writer.member("standard", item.standard)
            writer.member("place", item.range.place)
            writer.member("text", item.text)
            writer.member(first, item.sawFirst)
            writer.member(second, item.sawSecond)
        }
    }

    /// Writes what came of mutants: `permille`, `noticed`, `of`, `invalid`, and the `survivors`.
    mutating func write(_ run: MutationRun) {
        object { writer in
            writer.member("permille", run.permille)
            writer.member("noticed", run.killedCount)
            writer.member("of", run.count)
            writer.member("invalid", run.invalidCount)
            writer.name("survivors")
            writer.list { writer in
                for mutant in run.survivors {
                    writer.object(.inline) { writer in
                        writer.member("kind", mutant.kind.rawValue)
                        writer.member("place", mutant.range.place)
                        writer.member("text", mutant.range.text)
                        writer.member("replacement", mutant.replacement)
                    }
                }
            }
        }
    }
}
