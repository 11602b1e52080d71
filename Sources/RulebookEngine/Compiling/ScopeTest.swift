import CEL

/// A fact that must have one of some values.
struct ScopeTest: Sendable {
    let slot: Int
    let values: [CELValue]

    func evaluate(_ frame: CELFrame) -> CELTruth {
        switch frame[slot] {
        case .unknown(let unknown): .unknown(unknown)
        case .error(let error): .error(error)
        case let value: values.contains { $0 == value } ? .true : .false
        }
    }
}
