/// A text as the words that are heard: folded, with where each stood, and where sentences and quotations are.
package struct SpokenText: Sendable {
    /// One word.
    package struct Word: Sendable {
        /// Its letters, folded, as UTF-8 among ``SpokenText/letters``.
        package var letters: Range<Int>
        /// Where it stood, in UTF-8 offsets of the text.
        package var place: Range<Int>
        /// Whether a sentence begins with it.
        var beginsSentence: Bool
        /// Whether a sentence ends with it.
        var endsSentence = false
        /// Whether it stands between quotation marks, as somebody else's word.
        package var isQuoted: Bool
    }

    /// The letters of all words, one after another.
    package private(set) var letters: [UInt8] = []
    /// The words in order.
    package private(set) var words: [Word] = []

    /// Splits a text into words.
    ///
    /// - Complexity: O(length of the text).
    package init(_ text: String) {
        var splitter = Splitter()
        splitter.read(text)
        letters = splitter.letters
        words = splitter.words
    }

    /// The letters of a word.
    func letters(of word: Word) -> ArraySlice<UInt8> { letters[word.letters] }

    /// A word as text.
    package func text(of word: Word) -> String { String(decoding: letters[word.letters], as: UTF8.self) }

    /// The state of splitting.
    private struct Splitter {
        var letters: [UInt8] = []
        var words: [Word] = []
        /// Where the word that is being read begins, among the letters and in the text.
        private var start: (letter: Int, place: Int)?
        /// An apostrophe after a letter, which belongs to the word where another letter follows.
        private var isApostrophePending = false
        private var wordEnd = 0
        private var beginsSentence = true
        /// A mark that ends a sentence unless a letter follows at once.
        private var isSentenceEndPending = false
        private var isQuoted = false
        /// The first word after the mark that opened the quotation.
        private var quotationStart = 0

        mutating func read(_ text: String) {
            letters.reserveCapacity(text.utf8.count)
            var offset = 0
            for scalar in text.unicodeScalars {
                let length = UTF8.width(scalar)
                take(scalar, at: offset, length: length)
                offset += length
            }
            endWord()
            endSentence()
            // A quotation that never closes is none; nor is one that is the whole of the text.
            if isQuoted { unquote(from: quotationStart) }
            if words.allSatisfy(\.isQuoted) { unquote(from: 0) }
        }

        private mutating func take(_ scalar: Unicode.Scalar, at offset: Int, length: Int) {
            switch LetterFolding.fold(scalar) {
            case .letter(let letter):
                begin(at: offset)
                append(letter)
                wordEnd = offset + length
            case .letters(let text):
                begin(at: offset)
                letters.append(contentsOf: text.utf8)
                wordEnd = offset + length
            case .ideograph(let letter):
                endWord()
                begin(at: offset)
                append(letter)
                wordEnd = offset + length
                endWord()
            case .apostrophe:
                if start != nil { isApostrophePending = true } else { isSentenceEndPending = false }
            case .nothing: break
            case .boundary:
                endWord()
                mark(scalar)
            }
        }

        private mutating func begin(at offset: Int) {
            if isSentenceEndPending { isSentenceEndPending = false }
            if start == nil {
                start = (letters.count, offset)
            } else if isApostrophePending {
                letters.append(UInt8(ascii: "'"))
            }
            isApostrophePending = false
        }

        private mutating func append(_ letter: Unicode.Scalar) {
            UTF8.encode(letter).map { letters.append(contentsOf: $0) }
        }

        private mutating func endWord() {
            guard let begun = start else { return }
            words.append(
                Word(
                    letters: begun.letter..<letters.count, place: begun.place..<wordEnd,
                    beginsSentence: beginsSentence, isQuoted: isQuoted))
            start = nil
            isApostrophePending = false
            beginsSentence = false
        }

        /// Takes what stands between words: the ends of sentences, and quotation marks.
        private mutating func mark(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "!", "?", "\n", "\r", "\u{2028}", "\u{2029}", "。", "！", "？", "…": endSentence()
            // A point inside a number or an address ends nothing.
            case ".": isSentenceEndPending = true
            case "\"", "“", "”", "„", "‟", "«", "»": toggleQuotation()
            default: if isSentenceEndPending { endSentence() }
            }
        }

        private mutating func toggleQuotation() {
            if isSentenceEndPending { endSentence() }
            isQuoted.toggle()
            if isQuoted { quotationStart = words.count }
        }

        private mutating func endSentence() {
            isSentenceEndPending = false
            guard !beginsSentence, !words.isEmpty else { return }
            words[words.count - 1].endsSentence = true
            beginsSentence = true
        }

        private mutating func unquote(from first: Int) {
            for index in words.indices[first...] { words[index].isQuoted = false }
        }
    }
}
