import JSONSyntax
import RulebookEngine

/// What one row kind made of a row.
struct MappedEvent {
    /// The event in the event format; nil where it could not be put together.
    let document: JSONDocument?
    /// What is wrong with its values.
    let problems: [InputProblem]
    /// Members that have a value and that the rulebook does not declare.
    let unknownMembers: [String]
}
