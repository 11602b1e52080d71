/// Walks through a text along the tree of all expressions.
struct PhraseListener {
    let text: SpokenText
    private let tree: PhraseTree
    private let values: [[SpokenText.Folded]?]
    /// The number of each word, and of the stems that it begins with.
    private var tokens: [Int32] = []
    private var stems: [Int32] = []
    private var stemRanges: [Range<Int>] = []
    private var found: [PhraseHearing.Occurrence] = []
    /// The words that were tried behind a gap already.
    private var tried: Set<Place> = []
    private var open: [(node: Int32, word: Int)] = []

    private struct Place: Hashable {
        let node: Int32
        let word: Int
    }

    init(text: SpokenText, tree: PhraseTree, automaton: WordAutomaton, values: [String?]) {
        self.text = text
        self.tree = tree
        self.values = values.map { $0.map(SpokenText.folded) }
        tokens.reserveCapacity(text.words.count)
        stemRanges.reserveCapacity(text.words.count)
        for word in text.words {
            let first = stems.count
            tokens.append(automaton.number(of: text.letters(of: word), stems: &stems))
            stemRanges.append(first..<stems.count)
        }
    }

    /// Everything that is said, in order of where it begins.
    mutating func listen() -> [PhraseHearing.Occurrence] {
        for start in text.words.indices {
            open.append((0, start))
            while let (node, word) = open.popLast() { visit(node, word, start: start) }
        }
        return found
    }

    private mutating func visit(_ number: Int32, _ word: Int, start: Int) {
        for ending in tree.nodes[Int(number)].endings {
            switch ending.use {
            case .sentence:
                guard text.words[start].beginsSentence, text.words[word - 1].endsSentence else { continue }
            case .match, .except: break
            }
            found.append(.init(group: ending.group, use: ending.use, words: start..<word))
        }
        follow(number, word)
        let gap = tree.nodes[Int(number)].gap
        guard gap >= 0 else { return }
        for skipped in 0...PhraseExpression.gapLengthMax {
            let next = word + skipped
            guard next < text.words.count else { return }
            // A gap stays within its sentence.
            if text.words[next - 1].endsSentence { return }
            guard tried.insert(Place(node: gap, word: next)).inserted else { continue }
            follow(gap, next)
        }
    }

    /// Goes on with what may come next at a word.
    private mutating func follow(_ number: Int32, _ word: Int) {
        guard word < text.words.count else { return }
        let node = tree.nodes[Int(number)]
        if !node.edges.isEmpty {
            if tokens[word] >= 0, let next = node.next(tokens[word]) { open.append((next, word + 1)) }
            for stem in stems[stemRanges[word]] {
                if let next = node.next(stem) { open.append((next, word + 1)) }
            }
        }
        for (slot, takesEndings, next) in node.slots {
            guard let value = values[Int(slot)], !value.isEmpty, word + value.count <= text.words.count else {
                continue
            }
            let isSaid = value.indices.allSatisfy { index in
                value[index].equals(text.letters(of: text.words[word + index]), takesEndings: takesEndings)
            }
            if isSaid { open.append((next, word + value.count)) }
        }
    }
}
