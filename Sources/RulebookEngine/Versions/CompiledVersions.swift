import CEL
public import RulebookModel
import Synchronization

/// The versions of a rulebook, made ready to decide; one version is the simplest case of several.
///
/// Immutable, and shared between threads; each thread decides with its own ``VersionedDecider``.
public final class CompiledVersions: Sendable {
    /// The rulebook through time.
    public let versions: RulebookVersions
    /// The versions, in the same order.
    public let compiled: [CompiledRulebook]
    /// Reads events, each by the vocabulary of its time.
    public let reader: EventReader
    /// Whether some standard of some version asks what happened before.
    public let remembers: Bool
    /// Whether some standard of some version asks of more than one event, so that their order counts in an audit.
    public let asksOfMany: Bool
    /// See ``glances``.
    let madeGlances = AtomicLazyReference<GlancePrograms>()

    /// Compiles a rulebook of which there is one version.
    public convenience init(_ rulebook: Rulebook) { self.init(RulebookVersions(rulebook)) }

    /// Compiles every version.
    ///
    /// - Complexity: as of ``CompiledRulebook/init(_:)``, for each.
    public init(_ versions: RulebookVersions) {
        self.versions = versions
        compiled = versions.all.map { CompiledRulebook($0) }
        reader = EventReader(compiled.map(\.layout), of: versions)
        remembers = compiled.contains { $0.remembers }
        asksOfMany = compiled.contains { $0.remembers || $0.hasMetrics }
    }

    /// The version at a place, such as ``Decision/version``.
    public subscript(version: Int) -> CompiledRulebook { compiled[version] }

    /// The version that comes last.
    public var newest: CompiledRulebook { compiled[compiled.count - 1] }

    /// The version that judges an event; nil where its time is missing, and there are several.
    func index(of event: Event) -> Int? {
        guard compiled.count > 1 else { return 0 }
        return event.time.map { versions.index(at: $0) }
    }

    /// A decider for one thread.
    ///
    /// - Parameter memory: what happened before; nil where nobody knows, and what depends on it is undetermined.
    /// - Returns: a decider with scratch space of its own.
    public func makeDecider(memory: VersionedState? = nil) -> VersionedDecider {
        VersionedDecider(self, memory: memory)
    }
}
