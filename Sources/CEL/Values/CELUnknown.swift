/// The facts that are missing: why nothing can be said about a value yet.
public final class CELUnknown: Hashable, Sendable {
    /// The paths of the missing facts, sorted, each once.
    public let paths: [CELAttributePath]

    /// Makes an unknown of one path.
    public init(_ path: CELAttributePath) { self.paths = [path] }

    /// Makes an unknown of several paths.
    public init(_ paths: some Sequence<CELAttributePath>) { self.paths = Set(paths).sorted() }

    /// What both are missing.
    public func merging(_ other: CELUnknown) -> CELUnknown {
        if self === other || paths == other.paths { return self }
        return CELUnknown(paths + other.paths)
    }

    /// Whether both miss the same facts.
    public static func == (left: CELUnknown, right: CELUnknown) -> Bool {
        left === right || left.paths == right.paths
    }

    /// Feeds the paths to a hash.
    public func hash(into hasher: inout Hasher) { hasher.combine(paths) }
}
