import RulebookModel

/// What a trace says of an allowance whatever was used: found out when first asked for.
final class AllowanceWords {
    /// What comes before what an event adds, where an expression says what that is.
    let own: String
    /// The window and whose figure it is, in brackets; nil where every event is measured by itself.
    let scope: String?
    /// What each step needs; nil where a limit must be computed.
    let ladder: String?

    /// Finds out what there is to say.
    ///
    /// - Parameters:
    ///   - allowance: the allowance.
    ///   - standard: the standard that it is of.
    ///   - operand: what is measured, as it was written.
    ///   - text: writes a limit.
    init(
        _ allowance: AllowanceProgram, of standard: Standard, operand: String?,
        _ text: (AllowanceProgram.LimitProgram) -> String
    ) {
        own = operand.map { "`\($0)` is " } ?? ""
        if allowance.memory != nil, case .allowance(let model) = standard.body {
            scope = "(\(model.measure.window.text), per \(model.measure.key.text))"
        } else {
            scope = nil
        }
        ladder = allowance.limits.isEmpty ? Self.ladder(allowance, text) : nil
    }

    /// What each step of an allowance needs.
    static func ladder(_ allowance: AllowanceProgram, _ text: (AllowanceProgram.LimitProgram) -> String) -> String {
        let steps = allowance.steps.map { step in
            let reach =
                switch step.bound {
                case .upTo(let limit): "up to \(text(limit))"
                case .under(let limit): "under \(text(limit))"
                case .unlimited: "anything more"
                }
            return switch step.need {
            case .nothing: "\(reach) is within the policy"
            case .reason(let lengthMin):
                "\(reach) needs a reason" + (lengthMin > 1 ? " of at least \(lengthMin) characters" : "")
            case .approval(let roles):
                roles.count == 1
                    ? "\(reach) needs the approval of a \(roles[0])"
                    : "\(reach) needs the approvals of \(roles.map { "a \($0)" }.joined(separator: " and "))"
            }
        }
        return steps.joined(separator: ", ")
    }
}
