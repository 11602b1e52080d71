extension SpokenText {
    /// One word of a fact that stands in a slot.
    struct Folded: Sendable {
        /// Its letters, folded.
        let letters: [UInt8]

        /// Names of fewer letters are too short to be known by how they begin.
        private static let stemLengthMin = 3
        /// An ending that says how a name stands in its sentence has at most so many letters more than the name.
        private static let endingLengthMax = 3

        /// Whether a word of a text is this one; where endings are taken, in any of its cases: `Marijo` for `Marija`,
        /// of which everything but the last vowel stays.
        func equals(_ word: ArraySlice<UInt8>, takesEndings: Bool) -> Bool {
            if word.elementsEqual(letters) { return true }
            guard takesEndings else { return false }
            let stem = self.stem
            return stem.count >= Self.stemLengthMin && word.count <= letters.count + Self.endingLengthMax
                && word.starts(with: stem)
        }

        private var stem: ArraySlice<UInt8> {
            let text = String(decoding: letters, as: UTF8.self)
            guard let last = text.unicodeScalars.last, Self.vowels.contains(last) else { return letters[...] }
            return letters.dropLast(UTF8.width(last))
        }

        private static let vowels: Set<Unicode.Scalar> = [
            "a", "e", "i", "o", "u", "y", "а", "е", "и", "о", "у", "ы", "э", "ю", "я", "ь",
        ]
    }

    /// The words of a text, folded.
    static func folded(_ text: String) -> [Folded] {
        let spoken = SpokenText(text)
        return spoken.words.map { Folded(letters: Array(spoken.letters(of: $0))) }
    }
}
