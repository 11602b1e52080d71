import RulebookModel
import SourceText

extension Rulebook {
    /// The same rulebook with other texts in some of its files.
    ///
    /// - Parameter texts: the new texts, by the files that they stand for.
    /// - Returns: the rulebook; nil where that is none.
    func reloaded(_ texts: [SourceFile: SourceFile]) -> Rulebook? {
        var diagnostics = DiagnosticCollector()
        let all = files.map { texts[$0] ?? $0 }
        guard let root = all.first else { return nil }
        let others = Dictionary(zip(paths, all).dropFirst(), uniquingKeysWith: { first, _ in first })
        return RulebookLoader.load(RulebookFiles(root: root, others: others), reusing: self, diagnostics: &diagnostics)
    }
}
