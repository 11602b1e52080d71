import CEL

/// Whose figure or clock it is: the values of a key.
struct StateKey: Hashable, Sendable {
    let values: [CELValue]

    /// The key of the event whose facts lie in a frame, or what is missing of it.
    static func read(_ slots: [Int], _ frame: CELFrame) -> Result<StateKey, MissingKey> {
        var values: [CELValue] = []
        values.reserveCapacity(slots.count)
        for slot in slots {
            let value = frame[slot]
            switch value {
            case .unknown(let unknown): return .failure(MissingKey(unknown: unknown))
            case .error(let error):
                return .failure(MissingKey(unknown: CELUnknown(CELAttributePath(["the key (\(error.message))"]))))
            default: values.append(value)
            }
        }
        return .success(StateKey(values: values))
    }
}

/// A key of which a part is missing.
struct MissingKey: Error {
    let unknown: CELUnknown
}
