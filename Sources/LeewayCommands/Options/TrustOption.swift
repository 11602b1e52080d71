import ArgumentParser
import Leeway

/// Which approvals a ledger believes.
struct TrustOption: ParsableArguments {
    @Flag(
        help: ArgumentHelp(
            "Believe approvals that an event tells by name and role. Without it, only those count that leeway approve "
                + "put into the ledger."))
    var trustApprovals = false

    var trust: ApprovalTrust { trustApprovals ? .told : .recorded }
}
