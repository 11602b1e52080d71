package import CEL

/// What was heard in one text, of all phrase sets.
package struct PhraseHearing: Sendable {
    /// An expression that is in the text.
    package struct Occurrence: Hashable, Sendable {
        let group: Int32
        let use: PhraseUse
        /// The words that it takes up.
        let words: Range<Int>
    }

    /// What a set is in a text.
    package enum Verdict {
        /// The words that say it, as they were written; empty where nothing does.
        case heard([Substring])
        /// Nothing was heard, but something could not be listened for: facts that stand in slots, by their paths.
        case unknownFacts([[String]])
        /// The set has no expressions in the language that was spoken.
        case foreign
    }

    /// What was said.
    package let text: String
    private let index: PhraseIndex
    private let words: [SpokenText.Word]
    private let occurrences: [Occurrence]
    private let unknownSlots: [Int]

    init(
        index: PhraseIndex, text: String, words: [SpokenText.Word], occurrences: [Occurrence], unknownSlots: [Int]
    ) {
        self.index = index
        self.text = text
        self.words = words
        self.occurrences = occurrences
        self.unknownSlots = unknownSlots
    }

    /// What of a set was said.
    ///
    /// - Parameters:
    ///   - set: the set's place among those of the index.
    ///   - locale: the language that was spoken; nil to listen for all of them.
    /// - Returns: what was heard.
    package func verdict(onSet set: Int, speaking locale: String?) -> Verdict {
        let groups = index.groups(ofSet: set, speaking: locale)
        guard !groups.isEmpty else { return .foreign }
        let heard = merged(spoken(in: groups))
        if heard.isEmpty {
            let unknown = Set(groups.flatMap(index.slots(ofGroup:))).intersection(unknownSlots).sorted()
            if !unknown.isEmpty { return .unknownFacts(unknown.map { index.slots[$0] }) }
        }
        return .heard(heard.map(written))
    }

    /// The language of the first expression of a set that was heard; nil where none was.
    package func heardLocale(onSet set: Int, speaking locale: String?) -> String? {
        let groups = index.groups(ofSet: set, speaking: locale)
        let first = groups.compactMap { group in
            spoken(in: [group]).map(\.lowerBound).min().map { (start: $0, group: group) }
        }.min { $0.start < $1.start }
        return first.map { index.locale(ofGroup: $0.group) }
    }

    /// Whether every word of the text belongs to a set's expressions; nil where that is not known.
    ///
    /// A text without words says nothing, and so does not repeat anything.
    package func isOnly(set: Int, speaking locale: String?) -> Bool? {
        let groups = index.groups(ofSet: set, speaking: locale)
        guard !groups.isEmpty, !words.isEmpty else { return groups.isEmpty ? nil : false }
        let covered = merged(spoken(in: groups)).reduce(0) { $0 + $1.count }
        if covered == words.count { return true }
        return groups.contains { index.slots(ofGroup: $0).contains(where: unknownSlots.contains) } ? nil : false
    }

    /// What was heard of some groups, without what is something else and without what was quoted.
    private func spoken(in groups: [Int]) -> [Range<Int>] {
        let own = occurrences.filter { groups.contains(Int($0.group)) }
        let exceptions = own.filter { $0.use == .except }
        return own.compactMap { occurrence in
            guard occurrence.use != .except, !words[occurrence.words.lowerBound].isQuoted,
                !exceptions.contains(where: { $0.group == occurrence.group && $0.words.contains(occurrence.words) })
            else { return nil }
            return occurrence.words
        }
    }

    /// Ranges without those that lie in others; what overlaps counts once.
    private func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }) {
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }

    private func written(_ range: Range<Int>) -> Substring {
        let bytes = text.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: words[range.lowerBound].place.lowerBound)
        let end = bytes.index(bytes.startIndex, offsetBy: words[range.upperBound - 1].place.upperBound)
        return text[start..<end]
    }
}

extension PhraseHearing: CELOpaqueContent {
    package var typeName: String { "what was heard" }

    package func hash(into hasher: inout Hasher) { hasher.combine(text) }

    package func isEqual(to other: any CELOpaqueContent) -> Bool {
        guard let other = other as? PhraseHearing else { return false }
        return text == other.text && occurrences == other.occurrences
    }
}
