public import CEL
import JSONSyntax
import RulebookEngine

/// A person's answer to the question of a manual standard about one event.
///
/// In a log it is an event of the built-in type `attested`, whatever the rulebook declares:
///
/// ```json
/// {"type":"attested","time":"2026-11-20T12:00:00Z",
///  "data":{"standard":"replies.personal","event":"e-81","label":"facts","answer":true,"by":"q-1"}}
/// ```
public struct Attestation: Hashable, Sendable {
    /// The type of event that holds it.
    public static let eventType = "attested"

    /// Its own id in the log; empty where it has none.
    public let id: String
    /// When it was given; nil where nobody said, which an audit refuses.
    public let time: CELTimestamp?
    /// The standard that asks.
    public let standard: String
    /// The event that it is about, by its id.
    public let event: String
    /// Which of the standard's questions; empty for its only one.
    public let label: String
    /// Yes or no.
    public let answer: Bool
    /// Who says so.
    public let by: String

    /// Whether an event in the event format is an attestation.
    static func isOne(_ root: JSONNode) -> Bool { root["type"]?.hasText(eventType) ?? false }

    /// Reads an attestation, or says what is wrong with it.
    static func read(_ root: JSONNode) -> Result<Attestation, Rejection> {
        var problems: [InputProblem] = []
        let data = root["data"]
        func text(_ name: String, in node: JSONNode?, path: String, isNeeded: Bool) -> String {
            if let value = node?[name], !value.isNull {
                guard let text = value.string ?? value.numberText else {
                    problems.append(wrongType(path, expected: "a text", found: value))
                    return ""
                }
                if !text.isEmpty { return text }
            }
            if isNeeded {
                problems.append(
                    InputProblem(
                        code: .missingMember, path: path, message: "an attestation needs the member `\(path)`"))
            }
            return ""
        }
        var time: CELTimestamp?
        if let node = root["time"], !node.isNull {
            time = node.string.flatMap { CELTimestamp(parsing: $0) }
            if time == nil {
                problems.append(
                    InputProblem(
                        code: .wrongType, path: "time",
                        message: "`\(node.string ?? node.kind.noun)` is no instant",
                        help: "write it as in 2026-11-20T09:14:03+01:00"))
            }
        }
        let answer = data?["answer"]
        if answer?.bool == nil {
            problems.append(
                answer.map { wrongType("data.answer", expected: "true or false", found: $0) }
                    ?? InputProblem(
                        code: .missingMember, path: "data.answer",
                        message: "an attestation needs the member `data.answer`", help: "write true or false"))
        }
        let attestation = Attestation(
            id: text("id", in: root, path: "id", isNeeded: false), time: time,
            standard: text("standard", in: data, path: "data.standard", isNeeded: true),
            event: text("event", in: data, path: "data.event", isNeeded: true),
            label: text("label", in: data, path: "data.label", isNeeded: false), answer: answer?.bool ?? false,
            by: text("by", in: data, path: "data.by", isNeeded: true))
        return problems.isEmpty ? .success(attestation) : .failure(Rejection(problems: problems))
    }

    /// What is wrong with an attestation.
    struct Rejection: Error {
        let problems: [InputProblem]
    }

    private static func wrongType(_ path: String, expected: String, found: JSONNode) -> InputProblem {
        InputProblem(code: .wrongType, path: path, message: "`\(path)` must be \(expected), not \(found.kind.noun)")
    }
}
