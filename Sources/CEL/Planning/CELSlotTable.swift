/// Which fact stands at which place of a frame; shared by all programs that are to read one frame.
public struct CELSlotTable: Sendable {
    /// A fact that the host fills in before it evaluates.
    public struct Slot: Hashable, Sendable {
        /// The path by which expressions read it.
        public let path: CELAttributePath
        /// The type that its value must have.
        public let type: CELType
    }

    /// The slots in order; a position never changes its meaning.
    public private(set) var slots: [Slot] = []
    private var positions: [CELAttributePath: Int] = [:]

    /// Starts without slots.
    public init() {}

    /// How many slots there are.
    public var count: Int { slots.count }

    /// The position of a path, or nil where no program reads it.
    public func index(of path: CELAttributePath) -> Int? { positions[path] }

    /// The position of a path, which gets the next one if it has none.
    public mutating func index(of path: CELAttributePath, type: CELType) -> Int {
        if let known = positions[path] { return known }
        positions[path] = slots.count
        slots.append(Slot(path: path, type: type))
        return slots.count - 1
    }
}
