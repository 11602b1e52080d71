import CEL

/// Makes the environment in which conditions about some types of event are checked, once for each set of types.
final class EnvironmentCache {
    private let symbols: RulebookSymbols
    private var readers: [Key: ConditionReader] = [:]
    /// Those of conditions about events of one type, by the type.
    private var singleReaders: [String: ConditionReader] = [:]
    /// Most types of event of a large rulebook have the same fields, and conditions about them mean the same.
    private var compilers: [EnvironmentShape: ConditionCompiler] = [:]

    private struct Key: Hashable {
        let types: [String]
        let isTrigger: Bool
    }

    init(symbols: RulebookSymbols) { self.symbols = symbols }

    /// The reader of conditions about events of these types; limits of a timeline may call them `trigger` as well.
    func reader(for types: [String], isTrigger: Bool = false) -> ConditionReader {
        let single = types.count == 1 && !isTrigger ? types[0] : nil
        if let single, let reader = singleReaders[single] { return reader }
        let key = Key(types: types.count == 1 ? types : Set(types).sorted(), isTrigger: isTrigger)
        if single == nil, let reader = readers[key] { return reader }
        let shape = EventShape(types: key.types, vocabulary: symbols.vocabulary)
        let reader = ConditionReader(
            symbols: symbols, compiler: compiler(symbols.environmentShape(for: shape, isTrigger: isTrigger)),
            shape: shape)
        if let single { singleReaders[single] = reader } else { readers[key] = reader }
        return reader
    }

    private func compiler(_ shape: EnvironmentShape) -> ConditionCompiler {
        if let known = compilers[shape] { return known }
        let made = ConditionCompiler(environment: symbols.environment(for: shape))
        compilers[shape] = made
        return made
    }
}

/// Checks expressions in one environment, each text once, and most terms once.
final class ConditionCompiler {
    let environment: CELEnvironment
    private let terms: CELTermMemory
    private var known: [String: ConditionForm] = [:]

    init(environment: CELEnvironment) {
        self.environment = environment
        terms = CELTermMemory(environment)
    }

    /// Parses and checks a source.
    func compile(_ source: String) -> (form: ConditionForm?, issues: [CELIssue]) {
        if let form = known[source] { return (form, []) }
        if let conjunction = terms.conjunction(of: source) {
            let form = ConditionForm(conjunction, of: source, environment: environment)
            known[source] = form
            return (form, [])
        }
        let checking = environment.compile(source)
        guard let expression = checking.expression else { return (nil, checking.issues) }
        let form = ConditionForm(expression, environment: environment)
        if form.type == .bool { terms.keep(form.conjunction, of: expression) }
        known[source] = form
        return (form, checking.issues)
    }
}
