import Synchronization

/// The values inside a list, a map, a record or an optional, held so that letting go of them never takes much stack.
///
/// A host may nest values as deep as its data is, and Swift releases what a value holds by recursion. Up to
/// ``flatDepthMax`` levels that is the fastest way; what is deeper hands its content to a list of work instead.
struct NestedValues: Sendable {
    /// Up to this many levels are released by recursion: a level takes some 230 bytes of stack, 370 in debug builds.
    static let flatDepthMax = 64

    private enum Content {
        case flat([CELValue])
        case deep(DeepValues)
    }

    private let content: Content
    /// How many levels of containers there are, this one included.
    let depth: Int

    /// Holds values.
    init(_ values: [CELValue]) {
        var deepest = 0
        for value in values {
            let depth = value.depth
            if depth > deepest { deepest = depth }
        }
        let (depth, isFull) = deepest.addingReportingOverflow(1)
        self.depth = isFull ? .max : depth
        self.content = depth > Self.flatDepthMax ? .deep(DeepValues(values)) : .flat(values)
    }

    /// The values.
    @inline(__always)
    var values: [CELValue] {
        switch content {
        case .flat(let values): values
        case .deep(let deep): deep.values
        }
    }
}

extension CELValue {
    /// How many levels of containers the value has; 0 for one that holds no others.
    @inline(__always)
    var depth: Int {
        switch self {
        case .list(let list): list.depth
        case .map(let map): map.depth
        case .record(let record): record.depth
        case .optional(let optional): optional.depth
        case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .scalar, .opaque, .type,
            .error, .unknown:
            0
        }
    }
}

/// Values that hold others many levels down.
private final class DeepValues: Sendable {
    private let content: Mutex<[CELValue]>

    init(_ values: [CELValue]) { content = Mutex(values) }

    var values: [CELValue] { content.withLock { $0 } }

    deinit {
        ReleaseQueue.release(take)
    }

    /// Gives the values away.
    private func take() -> [CELValue] {
        content.withLock { content in
            let values = content
            content = []
            return values
        }
    }
}

/// What waits to be released on a thread: where the release of one value ends in that of another, the other waits here
/// until the first is done.
private final class ReleaseQueue: Sendable {
    /// The queue of the release that this thread, or this task, is at.
    @TaskLocal private static var current: ReleaseQueue?

    private let waiting = Mutex<[[CELValue]]>([])

    private init() {}

    /// Releases the values that a closure gives; nothing else may hold them, or their release ends elsewhere.
    static func release(_ take: () -> [CELValue]) {
        if let current {
            current.add(take)
            return
        }
        let queue = ReleaseQueue()
        queue.add(take)
        $current.withValue(queue) {
            while queue.releaseOne() {}
        }
    }

    private func add(_ take: () -> [CELValue]) {
        waiting.withLock { $0.append(take()) }
    }

    /// Lets go of the last that waits, with the lock open, for that may add others.
    private func releaseOne() -> Bool {
        waiting.withLock { $0.popLast() } != nil
    }
}
