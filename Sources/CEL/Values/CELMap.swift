/// An immutable map that keeps the order of its entries, so that nothing depends on hashing.
///
/// Keys are booleans, whole numbers, strings and host scalars; `1` and `1u` are the same key.
public final class CELMap: Sendable {
    /// Below this many entries a look-up compares keys one by one.
    private static let indexedCountMin = 9

    /// The keys in the order in which they were given.
    public let keys: [CELValue]
    private let content: NestedValues
    /// What is missing to say which keys there are, where a pattern of unknowns leaves that open.
    let openness: CELUnknown?
    /// Whether keys that are not among ``keys`` may yet be there.
    private let isAnyKeyPossible: Bool
    private let normalizedKeys: [CELMapKey]
    private let index: [CELMapKey: Int]

    /// Makes a map of entries.
    ///
    /// - Throws: ``CELError`` with code `invalidArgument` for a key that cannot be one, `duplicateKey` for one that
    ///   occurs twice.
    public init(_ entries: [(key: CELValue, value: CELValue)]) throws(CELError) {
        var normalized: [CELMapKey] = []
        normalized.reserveCapacity(entries.count)
        var index: [CELMapKey: Int] = [:]
        for (position, entry) in entries.enumerated() {
            guard CELMapKey.canBeKey(entry.key), let key = CELMapKey(entry.key) else {
                throw CELError(.invalidArgument, "a value of type \(entry.key.typeName) cannot be a key of a map")
            }
            let isNew =
                entries.count < Self.indexedCountMin
                ? !normalized.contains(key) : index.updateValue(position, forKey: key) == nil
            guard isNew else { throw CELError(.duplicateKey, "the key \(entry.key.plainText) occurs twice") }
            normalized.append(key)
        }
        self.keys = entries.map(\.key)
        self.content = NestedValues(entries.map(\.value))
        self.normalizedKeys = normalized
        self.index = index
        self.openness = nil
        self.isAnyKeyPossible = false
    }

    private init() {
        self.keys = []
        self.content = NestedValues([])
        self.normalizedKeys = []
        self.index = [:]
        self.openness = nil
        self.isAnyKeyPossible = false
    }

    private init(_ map: CELMap, openness: CELUnknown, isAnyKeyPossible: Bool) {
        self.keys = map.keys
        self.content = map.content
        self.normalizedKeys = map.normalizedKeys
        self.index = map.index
        self.openness = openness
        self.isAnyKeyPossible = isAnyKeyPossible
    }

    /// The same entries, of which it is not known whether they are all; what asks for all keys is then unknown.
    ///
    /// - Parameters:
    ///   - openness: what is missing to say which keys there are.
    ///   - isAnyKeyPossible: whether a key that is not among them may yet be there, so that its value is unknown rather
    ///     than absent.
    /// - Returns: the map that is not known to be whole.
    func open(_ openness: CELUnknown, isAnyKeyPossible: Bool) -> CELMap {
        CELMap(self, openness: openness, isAnyKeyPossible: isAnyKeyPossible)
    }

    /// The map without entries.
    public static let empty = CELMap()

    /// The values, in the order of ``keys``.
    public var values: [CELValue] { content.values }

    /// How many levels of containers there are, this one included.
    var depth: Int { content.depth }

    /// How many entries there are.
    public var count: Int { keys.count }

    /// The value of a key, or nil where there is none.
    ///
    /// - Complexity: O(1) in the number of entries.
    public func value(forKey key: CELValue) -> CELValue? {
        CELMapKey(key).flatMap { value(forNormalizedKey: $0) }
    }

    /// The value of a key in its one form.
    func value(forNormalizedKey key: CELMapKey) -> CELValue? {
        position(of: key).map { values[$0] } ?? missingValue
    }

    /// The value of a key that is not among ``keys``.
    private var missingValue: CELValue? {
        guard isAnyKeyPossible, let openness else { return nil }
        return .unknown(openness)
    }

    private func position(of key: CELMapKey) -> Int? {
        keys.count < Self.indexedCountMin ? normalizedKeys.firstIndex(of: key) : index[key]
    }

    /// The values of another map in the order of this one's keys; nil where it has other keys, or keys of other types.
    func matchingValues(of other: CELMap) -> [CELValue]? {
        guard count == other.count else { return nil }
        let values = other.values
        var matching: [CELValue] = []
        matching.reserveCapacity(count)
        for (key, normalized) in zip(keys, normalizedKeys) {
            guard let position = other.position(of: normalized), other.keys[position] == key else { return nil }
            matching.append(values[position])
        }
        return matching
    }

    /// The values of another map in the order of this one's keys; nil where it has other keys, numbers of all types
    /// being the same.
    func comparableValues(of other: CELMap) -> [CELValue]? {
        guard count == other.count else { return nil }
        let values = other.values
        var comparable: [CELValue] = []
        comparable.reserveCapacity(count)
        for key in normalizedKeys {
            guard let position = other.position(of: key) else { return nil }
            comparable.append(values[position])
        }
        return comparable
    }
}
