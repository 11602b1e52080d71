import RulebookEngine

/// An event with its name in its log, which waits to be judged.
struct NamedEvent: Sendable {
    let event: Event
    /// Its id, or where it stands.
    let id: String
    /// What a glance told of its standards, so that only the others are to be asked; nil where all are.
    var verdict: Glance.Verdict?

    /// The name of an event without an id: where it stands, and which one it is of those that its row makes.
    static func name(input: String, line: Int, number: Int) -> String {
        number == 0 ? "\(input):\(line)" : "\(input):\(line)#\(number + 1)"
    }
}
