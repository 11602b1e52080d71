import ArgumentParser
import Leeway

/// How far ahead of the machine's clock an event may lie that is recorded.
struct AheadOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How far an event may lie ahead of this machine's clock: a later one would refuse all before it.",
            valueName: "span"))
    var ahead = TimeSpanArgument(AheadGuard.standardTolerance)

    var guarding: AheadGuard { AheadGuard(tolerance: ahead.span) }
}
