/// The phrase sets of a rulebook, made ready to be heard: one pass over a text finds all of them.
package final class PhraseIndex: Sendable {
    /// The facts whose words stand in slots, as paths.
    package let slots: [[String]]
    private let tree: PhraseTree
    private let automaton: WordAutomaton
    private let groups: [Group]
    /// The groups of each set.
    private let groupsOfSets: [[Int]]

    private struct Group: Sendable {
        let locale: String
        /// The slots that its expressions have, ascending.
        let slots: [Int]
    }

    /// Makes an index over sets.
    package init(_ sets: [PhraseSet]) {
        var tree = PhraseTree()
        var groups: [Group] = []
        var groupsOfSets: [[Int]] = []
        for set in sets {
            var own: [Int] = []
            for group in set.groups {
                var paths: Set<[String]> = []
                for (expression, use) in group.expressions {
                    for variant in expression.variants {
                        tree.add(variant, .init(group: Int32(groups.count), use: use))
                        for case .slot(let path, _) in variant { paths.insert(path) }
                    }
                }
                own.append(groups.count)
                groups.append(
                    Group(locale: group.locale, slots: tree.slots.indices.filter { paths.contains(tree.slots[$0]) }))
            }
            groupsOfSets.append(own)
        }
        self.tree = tree
        self.groups = groups
        self.groupsOfSets = groupsOfSets
        slots = tree.slots
        automaton = WordAutomaton(words: tree.words, stems: tree.stems)
    }

    /// Listens to a text.
    ///
    /// - Parameters:
    ///   - text: what was said.
    ///   - values: what the facts of ``slots`` say at the moment; nil where that is unknown.
    /// - Returns: everything of every set that is in it.
    /// - Complexity: O(words of the text), by a factor that depends on the phrases alone.
    package func listen(to text: String, values: [String?]) -> PhraseHearing {
        var listener = PhraseListener(text: SpokenText(text), tree: tree, automaton: automaton, values: values)
        return PhraseHearing(
            index: self, text: text, words: listener.text.words, occurrences: listener.listen(),
            unknownSlots: values.indices.filter { values[$0] == nil })
    }

    /// The groups of a set that speak a language; all of them where it is not known which is spoken.
    func groups(ofSet set: Int, speaking locale: String?) -> [Int] {
        guard let locale else { return groupsOfSets[set] }
        return groupsOfSets[set].filter { Self.speaks(groups[$0].locale, locale) }
    }

    /// The slots that the expressions of a group have.
    func slots(ofGroup group: Int) -> [Int] { groups[group].slots }

    /// The language of a group.
    func locale(ofGroup group: Int) -> String { groups[group].locale }

    /// Whether two tags are one language, and do not name two countries.
    private static func speaks(_ own: String, _ spoken: String) -> Bool {
        if own.utf8.count == spoken.utf8.count { return own.lowercased() == spoken.lowercased() }
        let (short, long) = own.utf8.count < spoken.utf8.count ? (own, spoken) : (spoken, own)
        return long.lowercased().hasPrefix(short.lowercased() + "-")
    }
}
