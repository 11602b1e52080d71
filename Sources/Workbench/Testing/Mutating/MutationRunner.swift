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

    /// Runs the tests against every mutant.
    ///
    /// - Parameters:
    ///   - files: the tests, read for this rulebook; all of them pass.
    ///   - progress: called after each mutant with how many are done, of how many.
    /// - Returns: what they noticed.
    /// - Complexity: O(mutants × cases), each until the first case that fails.
    public func run(_ files: [TestFile], progress: (Int, Int) -> Void = { _, _ in }) -> MutationRun {
        var cases = files.flatMap(\.cases)
        let mutants = versions.all.enumerated().flatMap { index, rulebook in
            Mutant.all(of: rulebook).map { (index, $0) }
        }
        var killedCount = 0
        var invalidCount = 0
        var survivors: [Mutant] = []
        for (done, (version, mutant)) in mutants.enumerated() {
            if let changed = rulebook(of: mutant, version: version) {
                let runner = TestRunner(CompiledVersions(changed), generator: generator)
                if let place = cases.firstIndex(where: { !runner.passes($0) }) {
                    killedCount += 1
                    // Mutants beside each other are mostly noticed by the same case.
                    cases.swapAt(0, place)
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
        let files = versions.all[version].files.map { $0 === mutant.range.file ? mutant.applied() : $0 }
        guard let root = files.first else { return nil }
        // Paths are relative to the folder of the first file, whose name all others begin with.
        let folder = root.name.lastIndex(of: "/").map { root.name[...$0] } ?? ""
        let others = files.dropFirst().map { file in
            (file.name.hasPrefix(folder) ? String(file.name.dropFirst(folder.count)) : file.name, file)
        }
        let loaded = RulebookLoader.load(
            RulebookFiles(root: root, others: Dictionary(others, uniquingKeysWith: { first, _ in first })),
            diagnostics: &diagnostics)
        guard let loaded else { return nil }
        var all = versions.all
        all[version] = loaded
        return RulebookVersions(all, diagnostics: &diagnostics)
    }
}
