import Synchronization

/// All interned texts of the process. They stay: there are as many as the rules of its lifetime name.
private let internedTexts = Mutex<Set<CELString>>([])

extension CELString {
    /// The one object of a text: two interned texts are equal exactly if they are the same object.
    ///
    /// For the constants of rules, not for texts of inputs: what is interned is never freed.
    public static func interned(_ text: String) -> CELString {
        internedTexts.withLock { texts in
            // A set of `CELString`, not of `String`: canonically equivalent texts are two.
            if let place = texts.firstIndex(of: CELString(text)) { return texts[place] }
            let made = CELString(text, mark: UInt32(texts.count + 1))
            texts.insert(made)
            return made
        }
    }

    /// The interned object of its text.
    public var interned: CELString { mark != 0 ? self : .interned(text) }
}
