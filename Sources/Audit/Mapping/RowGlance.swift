import CEL
import JSONSyntax
import RulebookEngine

/// What a glance at a row tells of its event.
struct RowGlance: Sendable {
    /// A text among those of the rows that were read together.
    struct Text: Sendable {
        let start: Int32
        let count: Int32

        static let none = Text(start: 0, count: 0)

        var range: Range<Int> { Int(start)..<Int(start + count) }
    }

    let line: Int
    /// The type's place in the vocabulary.
    let type: Int
    let time: CELTimestamp
    let id: Text
    /// Who acted, in which team and over which channel; none where the row does not say.
    let agent: Text
    let team: Text
    let channel: Text
    /// What it tells of the standards, by where they lie among those of all rows.
    let verdict: Glance.Verdict

    /// Whether there is nothing else to tell.
    var isEnough: Bool { verdict.open.isEmpty }
}

/// What glances at rows that were read together came to.
struct RowGlances: Sendable {
    var texts: [UInt8] = []
    /// The standards that were met, by their places in the rulebook, of one row behind the other.
    var met: [Int32] = []
    /// Those that are to be asked of the event itself, by their numbers among those of its type.
    var open: [Int32] = []

    /// Hands out a text.
    func withText<Result>(_ text: RowGlance.Text, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        texts.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[text.range])) }
    }
}
