import CEL

/// Makes the environment in which conditions about some types of event are checked, once for each set of types.
final class EnvironmentCache {
    private let symbols: RulebookSymbols
    private var readers: [Key: ConditionReader] = [:]

    private struct Key: Hashable {
        let types: [String]
        let isTrigger: Bool
    }

    init(symbols: RulebookSymbols) { self.symbols = symbols }

    /// The reader of conditions about events of these types; limits of a timeline may call them `trigger` as well.
    func reader(for types: [String], isTrigger: Bool = false) -> ConditionReader {
        let key = Key(types: Set(types).sorted(), isTrigger: isTrigger)
        if let reader = readers[key] { return reader }
        let shape = EventShape(types: key.types, vocabulary: symbols.vocabulary)
        let reader = ConditionReader(
            symbols: symbols, environment: symbols.environment(for: shape, isTrigger: isTrigger), shape: shape)
        readers[key] = reader
        return reader
    }
}
