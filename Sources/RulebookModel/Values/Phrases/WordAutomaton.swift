/// Knows the words of all phrases: one walk along a word's letters gives its number and those of the stems it begins
/// with.
struct WordAutomaton: Sendable {
    /// The column of each byte; 0 for bytes that no word has.
    private var columns = [UInt8](repeating: 0, count: 256)
    private var columnCount = 1
    /// The next state by state and column; 0 where there is none, as nothing leads to the first.
    private var next: [Int32] = []
    private var words: [Int32] = []
    private var stems: [Int32] = []

    /// Makes an automaton.
    ///
    /// - Parameters:
    ///   - words: words and their numbers.
    ///   - stems: stems and their numbers.
    init(words: [String: Int32], stems: [String: Int32]) {
        for byte in Set(words.keys.joined().utf8).union(stems.keys.joined().utf8).sorted() {
            columns[Int(byte)] = UInt8(truncatingIfNeeded: columnCount)
            columnCount += 1
        }
        addState()
        for (word, number) in words { self.words[state(adding: word)] = number }
        for (stem, number) in stems { self.stems[state(adding: stem)] = number }
    }

    private mutating func addState() {
        next.append(contentsOf: repeatElement(0, count: columnCount))
        words.append(-1)
        stems.append(-1)
    }

    private mutating func state(adding text: String) -> Int {
        var state = 0
        for byte in text.utf8 {
            let place = state * columnCount + Int(columns[Int(byte)])
            if next[place] == 0 {
                next[place] = Int32(words.count)
                addState()
            }
            state = Int(next[place])
        }
        return state
    }

    /// The number of a word; -1 where no phrase has it. Numbers of stems that it begins with are appended.
    func number(of letters: ArraySlice<UInt8>, stems found: inout [Int32]) -> Int32 {
        var state = 0
        for byte in letters {
            let column = Int(columns[Int(byte)])
            state = column == 0 ? 0 : Int(next[state * columnCount + column])
            if state == 0 { return -1 }
            if stems[state] >= 0 { found.append(stems[state]) }
        }
        return words[state]
    }
}
