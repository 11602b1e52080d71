/// The names that lead from a variable to a fact, such as `customer.tier`.
public struct CELAttributePath: Hashable, Sendable {
    /// The variable's name and the fields selected from it; at least one.
    public let names: [String]
    /// A path is made once and looked up often.
    private let hash: Int

    /// Makes a path of its names.
    public init(_ names: [String]) {
        self.names = names
        var hasher = Hasher()
        hasher.combine(names)
        hash = hasher.finalize()
    }

    /// Whether both have the same names.
    public static func == (left: CELAttributePath, right: CELAttributePath) -> Bool {
        left.hash == right.hash && left.names == right.names
    }

    /// Takes in the names.
    public func hash(into hasher: inout Hasher) { hasher.combine(hash) }

    /// The path of a field of what this path leads to.
    public func appending(_ name: String) -> CELAttributePath { CELAttributePath(names + [name]) }
}

extension CELAttributePath: Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// Reads a path with dots between its names.
    public init(stringLiteral value: String) {
        // Nearly every name has no dot.
        let isOne = !value.isEmpty && !value.utf8.contains(UInt8(ascii: "."))
        self.init(isOne ? [value] : value.split(separator: ".").map(String.init))
    }

    /// In the order of the names.
    public static func < (left: CELAttributePath, right: CELAttributePath) -> Bool {
        left.names.lexicographicallyPrecedes(right.names)
    }

    /// The names with dots between them.
    public var description: String { names.joined(separator: ".") }
}
