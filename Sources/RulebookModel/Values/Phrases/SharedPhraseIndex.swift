import Synchronization

/// The index over the phrase sets of a rulebook, made when it is first asked for; rulebooks with the same sets share it.
package final class SharedPhraseIndex: Sendable {
    private let phrases: [PhraseSet]
    private let made = Mutex<PhraseIndex?>(nil)

    /// Takes the sets, in the order in which questions number them.
    init(_ phrases: [PhraseSet]) { self.phrases = phrases }

    /// The index.
    package var index: PhraseIndex {
        made.withLock { made in
            if let made { return made }
            let new = PhraseIndex(phrases)
            made = new
            return new
        }
    }
}
