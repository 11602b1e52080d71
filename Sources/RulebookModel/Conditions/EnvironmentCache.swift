import CEL

/// Makes the environment in which conditions about some types of event are checked, once for each set of types.
final class EnvironmentCache {
    private let symbols: RulebookSymbols
    private var readers: [[String]: ConditionReader] = [:]

    init(symbols: RulebookSymbols) { self.symbols = symbols }

    /// The reader of conditions about events of these types.
    func reader(for types: [String]) -> ConditionReader {
        let key = Set(types).sorted()
        if let reader = readers[key] { return reader }
        let shape = EventShape(types: key, vocabulary: symbols.vocabulary)
        let reader = ConditionReader(symbols: symbols, environment: symbols.environment(for: shape), shape: shape)
        readers[key] = reader
        return reader
    }
}
