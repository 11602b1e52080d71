/// The facts that are missing: why nothing can be said about a value yet.
public final class CELUnknown: Hashable, Sendable {
    /// The paths of the missing facts, sorted, each once.
    public let paths: [CELAttributePath]
    /// Whether a fact is kept back rather than absent, so that even its presence cannot be said.
    public let isWithheld: Bool

    /// Makes an unknown of one path.
    ///
    /// - Parameters:
    ///   - path: the path of the missing fact.
    ///   - isWithheld: whether the fact is kept back rather than absent.
    public init(_ path: CELAttributePath, isWithheld: Bool = false) {
        self.paths = [path]
        self.isWithheld = isWithheld
    }

    /// Makes an unknown of several paths.
    ///
    /// - Parameters:
    ///   - paths: the paths of the missing facts.
    ///   - isWithheld: whether one of the facts is kept back rather than absent.
    public init(_ paths: some Sequence<CELAttributePath>, isWithheld: Bool = false) {
        self.paths = Set(paths).sorted()
        self.isWithheld = isWithheld
    }

    /// What both are missing.
    public func merging(_ other: CELUnknown) -> CELUnknown {
        if self === other || (paths == other.paths && isWithheld == other.isWithheld) { return self }
        return CELUnknown(paths + other.paths, isWithheld: isWithheld || other.isWithheld)
    }

    /// Whether both miss the same facts.
    public static func == (left: CELUnknown, right: CELUnknown) -> Bool {
        left === right || left.paths == right.paths
    }

    /// Feeds the paths to a hash.
    public func hash(into hasher: inout Hasher) { hasher.combine(paths) }
}
