import Synchronization

/// Which fact stands at which place of a frame; shared by all programs that are to read one frame.
///
/// A table that gains slots shares those that it had with its copies: programs of a large set of rules, each of which
/// holds the table as it was, take no more room than the last of them.
public struct CELSlotTable: Sendable {
    /// A fact that the host fills in before it evaluates.
    public struct Slot: Hashable, Sendable {
        /// The path by which expressions read it.
        public let path: CELAttributePath
        /// The type that its value must have.
        public let type: CELType
    }

    /// The slots of a table and of those that grew out of it; what a table does not count yet is not its own.
    private final class Log: Sendable {
        struct Content {
            var slots: [Slot] = []
            var positions: [CELAttributePath: Int] = [:]
        }

        let content: Mutex<Content>

        init(_ content: Content = Content()) { self.content = Mutex(content) }
    }

    private var log = Log()
    /// How many slots there are.
    public private(set) var count = 0

    /// Starts without slots.
    public init() {}

    /// The slots in order; a position never changes its meaning.
    public var slots: [Slot] {
        log.content.withLock { $0.slots.count == count ? $0.slots : Array($0.slots.prefix(count)) }
    }

    /// The position of a path, or nil where no program reads it.
    public func index(of path: CELAttributePath) -> Int? {
        let position = log.content.withLock { $0.positions[path] }
        return position.flatMap { $0 < count ? $0 : nil }
    }

    /// The position of a path, which gets the next one if it has none.
    public mutating func index(of path: CELAttributePath, type: CELType) -> Int {
        let (position, isNext) = log.content.withLock { content -> (Int?, Bool) in
            if let known = content.positions[path], known < count { return (known, false) }
            // A copy has gone another way.
            guard content.slots.count == count else { return (nil, false) }
            content.positions[path] = count
            content.slots.append(Slot(path: path, type: type))
            return (count, true)
        }
        if let position {
            if isNext { count += 1 }
            return position
        }
        let own = slots
        log = Log(
            Log.Content(
                slots: own,
                positions: Dictionary(uniqueKeysWithValues: own.enumerated().map { ($1.path, $0) })))
        return index(of: path, type: type)
    }
}
