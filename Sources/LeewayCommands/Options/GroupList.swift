import ArgumentParser
import Leeway

/// The groups that get scores of their own, with commas between them.
struct GroupList: ExpressibleByArgument {
    let kinds: Set<ScoreGroup.Kind>

    /// Every group.
    static let all = GroupList(kinds: Set(ScoreGroup.Kind.allCases))

    private init(kinds: Set<ScoreGroup.Kind>) { self.kinds = kinds }

    init?(argument: String) {
        var kinds: Set<ScoreGroup.Kind> = []
        for name in argument.split(separator: ",") {
            guard let kind = ScoreGroup.Kind(rawValue: String(name)) else { return nil }
            kinds.insert(kind)
        }
        self.kinds = kinds
    }

    var defaultValueDescription: String { "all of them" }
}
