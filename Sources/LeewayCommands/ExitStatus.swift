import Leeway

/// What the tool's exit status says; the numbers from 64 on are those of `sysexits.h`.
enum ExitStatus: Int32, CaseIterable {
    /// Go ahead, or nothing to complain about.
    case success = 0
    /// The action needs a reason.
    case needsReason = 10
    /// The action needs an approval.
    case needsApproval = 11
    /// The action is denied.
    case denied = 12
    /// A fact is missing.
    case undetermined = 13
    /// What `--fail-on` names was found, or a test failed.
    case found = 20
    /// The command was used wrongly.
    case wrongUsage = 64
    /// A rulebook, its tests, an event, a log, a mapping or an expression is wrong.
    case badInput = 65
    /// There is no such file.
    case noSuchFile = 66
    /// Reading or writing failed.
    case inputOutputFailed = 74

    /// What a decision comes to.
    init(_ outcome: Outcome) {
        switch outcome {
        case .allow: self = .success
        case .justify: self = .needsReason
        case .escalate: self = .needsApproval
        case .undetermined: self = .undetermined
        case .deny: self = .denied
        }
    }

    /// What an expression that is tried comes to.
    init(_ report: ExpressionReport) {
        switch report.evaluation?.value {
        case nil, .error?: self = .badInput
        case .unknown?: self = .undetermined
        default: self = .success
        }
    }

    /// What an error comes to.
    init(_ error: LeewayError) {
        switch error {
        case .noSuchFile: self = .noSuchFile
        case .cannotRead, .cannotWrite, .outputClosed: self = .inputOutputFailed
        case .audit(.missingAsOf), .audit(.tableWithoutMapping), .invalidRequest: self = .wrongUsage
        case .ledger(.missing): self = .noSuchFile
        case .ledger(.busy), .ledger(.failed): self = .inputOutputFailed
        case .ledger(.missingKey): self = .wrongUsage
        case .ledger, .audit, .tooLarge, .invalid, .unreadableEvent, .unknownName: self = .badInput
        }
    }
}
