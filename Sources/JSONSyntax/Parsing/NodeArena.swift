/// The records of a document, from the first that is read until nobody looks at the document any more.
///
/// The only file of the parser that handles memory by hand: records are added and completed at positions that the parser
/// itself gave out, and neither a check of bounds nor one of unique ownership stands on that way.
@usableFromInline
package struct NodeArena: ~Copyable, @unchecked Sendable {
    // Sendable since it belongs to one document, which changes nothing of it once it is read.
    private var records: UnsafeMutablePointer<NodeRecord>
    private var capacity: Int
    /// How many there are.
    @usableFromInline private(set) var count = 0

    /// Makes room for records; more room is made when it is needed.
    init(capacity: Int) {
        self.capacity = max(capacity, 4)
        records = .allocate(capacity: self.capacity)
    }

    /// Holds the same records as an array.
    init(_ other: [NodeRecord]) {
        self.init(capacity: other.count)
        other.withUnsafeBufferPointer { other in
            if let start = other.baseAddress { records.initialize(from: start, count: other.count) }
        }
        count = other.count
    }

    deinit { records.deallocate() }

    /// Forgets all records, and keeps their room.
    mutating func removeAll() { count = 0 }

    /// The same records elsewhere, in as much room as they take.
    func copy() -> NodeArena {
        var other = NodeArena(capacity: count)
        other.records.initialize(from: records, count: count)
        other.count = count
        return other
    }

    /// Adds a record.
    @inline(__always)
    mutating func append(_ record: NodeRecord) {
        if count == capacity { move(toCapacity: capacity * 2) }
        (records + count).initialize(to: record)
        count += 1
    }

    /// Gives room back, where much more was made than was needed.
    mutating func trim() {
        if capacity - count > count / 4 + 64 { move(toCapacity: max(count, 4)) }
    }

    private mutating func move(toCapacity capacity: Int) {
        let moved = UnsafeMutablePointer<NodeRecord>.allocate(capacity: capacity)
        moved.moveInitialize(from: records, count: count)
        records.deallocate()
        records = moved
        self.capacity = capacity
    }

    /// A record that was added.
    @usableFromInline
    package subscript(position: Int) -> NodeRecord {
        @inline(__always) get {
            assert(position >= 0 && position < count)
            return records[position]
        }
        @inline(__always) set {
            assert(position >= 0 && position < count)
            records[position] = newValue
        }
    }

    /// The records, for those who only look.
    @usableFromInline
    package func withRecords<Result>(_ body: (UnsafeBufferPointer<NodeRecord>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: records, count: count))
    }
}
