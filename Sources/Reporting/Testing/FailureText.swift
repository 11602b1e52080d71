import RulebookEngine
import Workbench

/// Says in lines why a case failed: what was expected, what came, and why the engine came to that.
struct FailureText {
    private let versions: CompiledVersions
    private let decisions: DecisionTextRenderer

    init(_ versions: CompiledVersions, colour: TerminalColour = .off) {
        self.versions = versions
        decisions = DecisionTextRenderer(colour: colour, detail: .trace)
    }

    /// `expected deny, got allow`.
    static func summary(_ failure: TestFailure) -> String {
        VisibleText.oneLine("expected \(failure.expected), got \(failure.actual)")
    }

    /// Why it came out so; empty where there is nothing to say.
    func explanation(_ failure: TestFailure) -> [String] {
        if let decision = failure.decision {
            let version = versions[decision.version]
            let report = DecisionReport(decision, explainer: Explainer(version), rulebook: version.rulebook)
            return decisions.render(report).split(separator: "\n").map(String.init)
        }
        return failure.evidence.map { finding in
            let message = finding.message.isEmpty ? "" : ": \(finding.message)"
            return VisibleText.oneLine("\(finding.status.symbol) \(finding.status.word)  \(finding.event)\(message)")
        }
    }
}
