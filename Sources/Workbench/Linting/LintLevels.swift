import RulebookModel
import SourceText

/// How loud each check is in a rulebook: as the standard says that a finding belongs to, else as the rulebook says, else
/// as the check is by itself.
struct LintLevels {
    private let rulebook: Rulebook
    private let levels: [String: LintSetting.Level]
    /// The standards that say something themselves.
    private let exceptions: [Standard]

    init(_ rulebook: Rulebook) {
        self.rulebook = rulebook
        levels = Dictionary(rulebook.lint.map { ($0.check, $0.level) }, uniquingKeysWith: { _, last in last })
        exceptions = rulebook.standards.filter { !$0.lint.isEmpty }
    }

    /// How loud a check is, but for single standards.
    func level(of check: any LintCheck.Type) -> LintSetting.Level? { levels[check.name] ?? check.level }

    /// What a check finds, each as loud as it is to be.
    func findings(of check: any LintCheck.Type) -> [Diagnostic] {
        let level = level(of: check)
        // Only what somebody wants to hear is looked for: some checks search long.
        let isWanted = level != .off || exceptions.contains { Self.level(of: check.name, in: $0) != nil }
        return isWanted ? leveled(check.check(rulebook), name: check.name, level: level) : []
    }

    /// Findings under the name of a check, each as loud as it is to be.
    func leveled(_ findings: [Diagnostic], name: String, level: LintSetting.Level?) -> [Diagnostic] {
        findings.compactMap { finding in
            let standard = exceptions.first { $0.extent.contains(finding.range) }
            guard let level = standard.flatMap({ Self.level(of: name, in: $0) }) ?? level else { return finding }
            return finding.leveled(level)
        }
    }

    private static func level(of check: String, in standard: Standard) -> LintSetting.Level? {
        standard.lint.last { $0.check == check }?.level
    }

    /// The names under `lint:` that no check has.
    func unknownNames(known: [String]) -> [Diagnostic] {
        (rulebook.lint + rulebook.standards.flatMap(\.lint)).filter { !known.contains($0.check) }.map { setting in
            let nearest = nearestName(to: setting.check, among: known)
            return Diagnostic(
                code: .unknownCheck, severity: .error, message: "the linter has no check `\(setting.check)`",
                range: setting.range,
                help: nearest.map { "did you mean `\($0)`?" } ?? "known: \(known.sorted().joined(separator: ", "))",
                fixIts: nearest.map { [.init(range: setting.range, replacement: $0, safety: .safe)] } ?? [])
        }
    }
}

extension Diagnostic {
    /// The same as loud as a level says; nil where it is off.
    fileprivate func leveled(_ level: LintSetting.Level) -> Diagnostic? {
        let severity: Severity
        switch level {
        case .off: return nil
        case .note: severity = .advice
        case .warning: severity = .warning
        case .error: severity = .error
        }
        return Diagnostic(
            code: code, severity: severity, message: message, range: range, labels: labels, help: help, fixIts: fixIts)
    }
}

extension SourceRange {
    /// Whether another range lies in it.
    func contains(_ other: SourceRange) -> Bool {
        file === other.file && lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}
