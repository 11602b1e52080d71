/// A map of a YAML text; no key stands in it twice.
public struct YAMLMapping: Sendable {
    /// A key with its value.
    public struct Entry: Sendable {
        /// The key, always a scalar.
        public let key: YAMLNode
        /// The text of the key.
        public let name: String
        /// The value; a null scalar where nothing is written.
        public let value: YAMLNode
    }

    /// The entries in written order.
    public let entries: [Entry]
    private let indices: [String: Int]

    /// From this many entries on, look-up goes through an index.
    private static let indexedCountMin = 12

    init(entries: [Entry]) {
        self.entries = entries
        guard entries.count >= YAMLMapping.indexedCountMin else {
            indices = [:]
            return
        }
        indices = Dictionary(
            entries.enumerated().map { ($0.element.name, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    /// The value of a key, or nil where the key is absent.
    public subscript(name: String) -> YAMLNode? { entry(named: name)?.value }

    /// The entry of a key, or nil where the key is absent.
    public func entry(named name: String) -> Entry? {
        if indices.isEmpty { return entries.first { $0.name == name } }
        return indices[name].map { entries[$0] }
    }
}
