/// What a condition comes to.
public enum CELTruth: Hashable, Sendable {
    /// It holds.
    case `true`
    /// It does not hold.
    case `false`
    /// It cannot be said without these facts.
    case unknown(CELUnknown)
    /// It failed.
    case error(CELError)

    /// The truth value of a boolean.
    @inline(__always)
    init(_ value: Bool) { self = value ? .true : .false }

    /// The truth value of a value; one that is neither boolean, error nor unknown is an error.
    init(_ value: CELValue) {
        switch value {
        case .bool(let value): self = value ? .true : .false
        case .unknown(let unknown): self = .unknown(unknown)
        case .error(let error): self = .error(error)
        default: self = .error(CELError(.noSuchOverload, "expected a bool, found a value of type \(value.typeName)"))
        }
    }

    /// The opposite; unknowns and errors stay.
    public var negated: CELTruth {
        switch self {
        case .true: .false
        case .false: .true
        case .unknown, .error: self
        }
    }
}

extension CELValue {
    /// The value of a truth value.
    @inline(__always)
    init(_ truth: CELTruth) {
        switch truth {
        case .true: self = .bool(true)
        case .false: self = .bool(false)
        case .unknown(let unknown): self = .unknown(unknown)
        case .error(let error): self = .error(error)
        }
    }
}
