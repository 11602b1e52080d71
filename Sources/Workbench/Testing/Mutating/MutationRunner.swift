public import Audit
import RulebookEngine
public import RulebookModel
import SourceText

/// Changes a rulebook in many small ways, one at a time, and runs its tests against each: what no test notices, none
/// protects.
public struct MutationRunner: Sendable {
    private let versions: RulebookVersions
    private let generator: ReportGenerator

    /// Makes a runner for a rulebook.
    ///
    /// - Parameters:
    ///   - versions: the rulebook, in its versions.
    ///   - generator: the program that runs the tests.
    public init(_ versions: RulebookVersions, generator: ReportGenerator) {
        self.versions = versions
        self.generator = generator
    }

    /// Runs the tests against every mutant: first the cases in which the changed standards spoke, then the others that
    /// can notice the change.
    ///
    /// - Parameters:
    ///   - run: the run of the tests on the rulebook as it is; all of them passed.
    ///   - progress: called after each mutant with how many are done, of how many.
    /// - Returns: what they noticed.
    /// - Complexity: O(mutants × cases), each until the first case that fails.
    public func run(_ run: TestRun, progress: (Int, Int) -> Void = { _, _ in }) -> MutationRun {
        let results = run.results
        var order = MutationOrder(results)
        let mutants = versions.all.enumerated().flatMap { index, rulebook in
            Mutant.all(of: rulebook).map { (index, $0) }
        }
        let reaches = versions.all.map { MutantReach($0) }
        var killedCount = 0
        var invalidCount = 0
        var survivors: [Mutant] = []
        for (done, (version, mutant)) in mutants.enumerated() {
            if let changed = rulebook(of: mutant, version: version) {
                let touched = reaches[version].touched(by: mutant.range)
                let runner = TestRunner(CompiledVersions(changed), generator: generator)
                if let place = order.cases(touched).first(where: { !runner.passes(results[$0].test) }) {
                    killedCount += 1
                    order.note(place, for: touched)
                } else {
                    survivors.append(mutant)
                }
            } else {
                invalidCount += 1
            }
            progress(done + 1, mutants.count)
        }
        return MutationRun(killedCount: killedCount, survivors: survivors, invalidCount: invalidCount)
    }

    /// The rulebook with one change; nil where that is none.
    private func rulebook(of mutant: Mutant, version: Int) -> RulebookVersions? {
        var diagnostics = DiagnosticCollector()
        let loaded = versions.all[version].reloaded([mutant.range.file: mutant.applied()])
        guard let loaded else { return nil }
        var all = versions.all
        all[version] = loaded
        return RulebookVersions(all, diagnostics: &diagnostics)
    }
}
