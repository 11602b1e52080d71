import CEL
import Synchronization

/// What the programs of one compiled rulebook are known by: facts that were laid out for another are not theirs.
final class Compilation: Sendable {
    private final class Layout: Sendable {
        let slots: CELSlotTable

        init(_ slots: CELSlotTable) { self.slots = slots }
    }

    /// Whether standards are found by their equalities.
    let isIndexed: Bool
    private let layout = AtomicLazyReference<Layout>()

    init(isIndexed: Bool) { self.isIndexed = isIndexed }

    /// The layout of a frame, once everything is compiled.
    var slots: CELSlotTable {
        guard let layout = layout.load() else { preconditionFailure("programs run when all of them are compiled") }
        return layout.slots
    }

    /// Takes the layout of a frame, which is not changed any more.
    func finish(_ slots: CELSlotTable) { _ = layout.storeIfNil(Layout(slots)) }
}
