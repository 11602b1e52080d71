import Synchronization

/// All interned texts of the process. They stay: there are as many as the rules of its lifetime name.
private let internedTexts = Mutex<[String: CELString]>([:])

extension CELString {
    /// The one object of a text: two interned texts are equal exactly if they are the same object.
    ///
    /// For the constants of rules, not for texts of inputs: what is interned is never freed.
    public static func interned(_ text: String) -> CELString {
        internedTexts.withLock { texts in
            // Equal by code points: Swift's own keys would take canonically equivalent texts for one.
            let key = String(decoding: text.utf8.flatMap { [0x30 + $0 >> 4, 0x30 + $0 & 0xF] }, as: UTF8.self)
            if let known = texts[key] { return known }
            let made = CELString(text, mark: UInt32(texts.count + 1))
            texts[key] = made
            return made
        }
    }

    /// The interned object of its text.
    public var interned: CELString { mark != 0 ? self : .interned(text) }
}
