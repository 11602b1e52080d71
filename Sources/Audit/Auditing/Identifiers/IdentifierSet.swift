/// The ids of the events of an audit, to know one that comes twice.
///
/// Most logs number their events. Of such ids it keeps a bit each, by what stands before the number; of all others 64
/// bits of a hash: of a million different ones, two are taken for one with a probability of 3 in a hundred million, and
/// that is then reported as a duplicate. Events that come from one row may share an id, if they are of different types.
struct IdentifierSet {
    private var numbers = NumberedIdentifiers()
    private var hashes = HashSegments()
    /// The events of the row so far; kept only where it may have several.
    private var ofRow: [(id: String, type: String)] = []
    private var isRowShared = false

    /// Begins a row.
    ///
    /// - Parameter eventCount: how many events it has at most.
    mutating func beginRow(eventCount: Int) {
        isRowShared = eventCount > 1
        if !ofRow.isEmpty { ofRow = [] }
    }

    /// Adds the id of an event of the row; false where an earlier event has it.
    mutating func insert(_ id: String, type: String) -> Bool {
        if !insert(id) {
            let isOfRow = ofRow.contains { $0.id == id }
            let isRepeated = ofRow.contains { $0.id == id && $0.type == type }
            guard isOfRow, !isRepeated else { return false }
        }
        if isRowShared { ofRow.append((id, type)) }
        return true
    }

    /// Adds the name of an event that has no id of its own.
    mutating func insertUnnamed(_ name: String) { _ = insert(name) }

    /// Whether an event has an id.
    func contains(_ id: String) -> Bool {
        var id = id
        return id.withUTF8 { numbers.contains($0) || hashes.contains(Self.hash($0)) }
    }

    private mutating func insert(_ id: String) -> Bool {
        var id = id
        return id.withUTF8 { insert(utf8: $0) }
    }

    /// Adds the id of the only event of a row; false where an earlier event has it.
    mutating func insert(utf8 text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch numbers.insert(text) {
        case .known: false
        // What is a bit from now on may have come before as a hash, when nobody knew of its neighbours.
        case .new: hashes.isEmpty || !hashes.contains(Self.hash(text))
        case .unplaced: hashes.insert(Self.hash(text))
        }
    }

    /// A number for an id: the same on every machine and in every run.
    static func hash(_ id: String) -> UInt64 {
        var id = id
        return id.withUTF8 { hash($0) }
    }

    /// FNV-1a, its bits mixed at the end.
    private static func hash(_ id: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ (hash >> 33)
    }
}
