import CEL
import RulebookEngine

extension IdentifierSet {
    /// Lets an event in, or says why it cannot be judged: without a time, or with an id that an event before has.
    mutating func refusal(
        id: String, type: String, time: CELTimestamp?, unnamed: @autoclosure () -> String
    ) -> InputProblem? {
        guard time != nil else {
            return InputProblem(
                code: .missingTime, path: "time", message: "an event needs the member `time` to be audited",
                help: "write it as in 2026-11-20T09:14:03+01:00")
        }
        if id.isEmpty {
            insertUnnamed(unnamed())
        } else if !insert(id, type: type) {
            return .repeated(id: id)
        }
        return nil
    }
}

extension InputProblem {
    /// An id that an event before has.
    static func repeated(id: String) -> InputProblem {
        InputProblem(
            code: .duplicateIdentifier, path: "id", message: "an event before has the id `\(id)` already",
            help: "an id counts once; this event is not judged")
    }
}
