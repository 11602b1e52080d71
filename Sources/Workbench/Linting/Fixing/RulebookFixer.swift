public import RulebookModel
public import SourceText

/// Makes those changes that findings of the linter bring along and that are safe, and looks whether they are.
///
/// A change stays only where the rulebook still loads, and findings have only gone away.
public struct RulebookFixer: Sendable {
    /// What became of a rulebook.
    public struct Outcome: Sendable {
        /// The files that are to be other ones: as they were, and as they are to be.
        public internal(set) var changes: [(old: SourceFile, new: SourceFile)] = []
        /// How many findings are gone.
        public internal(set) var mendedCount = 0
    }

    /// After so many rounds it ends; each makes all changes that do not touch each other.
    private static let roundCountMax = 20

    /// Makes a fixer.
    public init() {}

    /// Mends a rulebook, in memory.
    ///
    /// - Parameters:
    ///   - rulebook: the rulebook.
    ///   - house: another rulebook, whose standards about rulebooks are looked at as well.
    /// - Returns: its new texts; nothing is written.
    public func fix(_ rulebook: Rulebook, house: Rulebook? = nil) -> Outcome {
        var state = State(rulebook: rulebook, findings: Linter().lint(rulebook, house: house))
        let countBefore = state.findings.count
        for _ in 0..<Self.roundCountMax {
            let wanted = state.findings.filter(\.isSafelyMended)
            guard !wanted.isEmpty else { break }
            // All at once; where something comes of it that nobody wanted, the first that stands by itself.
            let candidates = [wanted] + wanted.map { [$0] }
            guard let next = candidates.lazy.compactMap({ self.state(after: $0, state, house) }).first else { break }
            state = next
        }
        var outcome = Outcome()
        outcome.changes = zip(rulebook.files, state.rulebook.files).filter { $0 !== $1 }.map { (old: $0, new: $1) }
        outcome.mendedCount = countBefore - state.findings.count
        return outcome
    }

    private struct State {
        let rulebook: Rulebook
        let findings: [Diagnostic]
    }

    /// What comes of mending some findings; nil where it is not better, or no rulebook.
    private func state(after mended: [Diagnostic], _ before: State, _ house: Rulebook?) -> State? {
        let edits = Dictionary(grouping: mended.flatMap(\.fixIts), by: \.range.file)
        let texts = Dictionary(uniqueKeysWithValues: edits.map { ($0, $0.applying($1)) })
        guard let rulebook = before.rulebook.reloaded(texts) else { return nil }
        let findings = Linter().lint(rulebook, house: house)
        guard findings.count < before.findings.count, Self.areAmong(findings, before.findings) else { return nil }
        return State(rulebook: rulebook, findings: findings)
    }

    /// Whether findings were there before, each as often; they may have moved.
    private static func areAmong(_ findings: [Diagnostic], _ others: [Diagnostic]) -> Bool {
        func counts(_ findings: [Diagnostic]) -> [[String]: Int] {
            Dictionary(findings.map { ([$0.code.rawValue, $0.message], 1) }, uniquingKeysWith: +)
        }
        let known = counts(others)
        return counts(findings).allSatisfy { $1 <= known[$0] ?? 0 }
    }
}

extension Diagnostic {
    /// Whether everything that would mend it may be done without asking.
    fileprivate var isSafelyMended: Bool { !fixIts.isEmpty && fixIts.allSatisfy { $0.safety == .safe } }
}
