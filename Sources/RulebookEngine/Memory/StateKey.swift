import CEL

/// Whose figure or clock it is: the values of a key.
///
/// Most keys have one part, which takes no memory of its own; a key is hashed once, however often it is looked up.
struct StateKey: Hashable, Sendable {
    /// The first part; null where there is none.
    private let first: CELValue
    private let others: [CELValue]
    private let isEmpty: Bool
    private let hash: Int

    init(values: [CELValue]) {
        self.init(values.first ?? .null, Array(values.dropFirst()), isEmpty: values.isEmpty)
    }

    private init(_ first: CELValue, _ others: [CELValue], isEmpty: Bool) {
        self.first = first
        self.others = others
        self.isEmpty = isEmpty
        var hasher = Hasher()
        first.hash(into: &hasher)
        for value in others { value.hash(into: &hasher) }
        hash = hasher.finalize()
    }

    /// All parts.
    var values: [CELValue] { isEmpty ? [] : [first] + others }

    /// The value of a part.
    subscript(part: Int) -> CELValue { part == 0 ? first : others[part - 1] }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    static func == (left: StateKey, right: StateKey) -> Bool {
        left.hash == right.hash && left.isEmpty == right.isEmpty && left.first == right.first
            && left.others == right.others
    }

    /// The key of the event whose facts lie in a frame, or what is missing of it.
    static func read(_ slots: [Int], _ frame: CELFrame) -> Result<StateKey, MissingKey> {
        guard slots.count == 1 else { return readParts(slots, frame) }
        let value = frame[slots[0]]
        if let missing = missing(value) { return .failure(missing) }
        return .success(StateKey(value, [], isEmpty: false))
    }

    private static func readParts(_ slots: [Int], _ frame: CELFrame) -> Result<StateKey, MissingKey> {
        var values: [CELValue] = []
        values.reserveCapacity(slots.count)
        for slot in slots {
            let value = frame[slot]
            if let missing = missing(value) { return .failure(missing) }
            values.append(value)
        }
        return .success(StateKey(values: values))
    }

    private static func missing(_ value: CELValue) -> MissingKey? {
        switch value {
        case .unknown(let unknown): MissingKey(unknown: unknown)
        case .error(let error): MissingKey(unknown: CELUnknown(CELAttributePath(["the key (\(error.message))"])))
        default: nil
        }
    }
}

/// A key of which a part is missing.
struct MissingKey: Error {
    let unknown: CELUnknown
}
