/// What a name or a call of an expression stands for.
indirect enum Reference: Sendable {
    /// A variable of the host.
    case variable(name: String, CELType)
    /// A value that never changes.
    case constant(CELValue)
    /// The overloads that the call may take when it runs; `isQualified` where the receiver is part of the function's
    /// name.
    case overloads([CELOverload], isQualified: Bool)
    /// The type whose value is made.
    case message(MessageType)
    /// Nothing, in an expression that was not checked: what is said when it runs.
    case nothing(CELError)
}
