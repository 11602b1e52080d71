/// The tables on which the bounds of a standard depend, each once, in the order in which they were needed.
final class FigureNotes {
    private(set) var tables: [HandbookTable] = []
    private var names: Set<String> = []

    func add(_ name: String, _ table: @autoclosure () -> HandbookTable) {
        if names.insert(name).inserted { tables.append(table()) }
    }
}
