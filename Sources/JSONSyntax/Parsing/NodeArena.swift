/// The records of a text while it is read.
///
/// The only file of the parser that handles memory by hand: records are added and completed at positions that the parser
/// itself gave out, and neither a check of bounds nor one of unique ownership stands on that way.
struct NodeArena: ~Copyable {
    private var records: UnsafeMutablePointer<NodeRecord>
    private var capacity: Int
    /// How many there are.
    private(set) var count = 0

    /// Makes room for records; more room is made when it is needed.
    init(capacity: Int) {
        self.capacity = max(capacity, 4)
        records = .allocate(capacity: self.capacity)
    }

    deinit { records.deallocate() }

    /// Adds a record.
    @inline(__always)
    mutating func append(_ record: NodeRecord) {
        if count == capacity { grow() }
        (records + count).initialize(to: record)
        count += 1
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<NodeRecord>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: records, count: count)
        records.deallocate()
        records = larger
        capacity *= 2
    }

    /// A record that was added.
    subscript(position: Int) -> NodeRecord {
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
    @inline(__always)
    func withRecords<Result>(_ body: (UnsafeBufferPointer<NodeRecord>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: records, count: count))
    }

    /// The records as an array of exactly their number.
    var array: [NodeRecord] { Array(UnsafeBufferPointer(start: records, count: count)) }
}
