/// The ids of the events of an audit, to know one that comes twice.
///
/// It keeps 64 bits an id, not the id: of a million different ids, two are taken for one with a probability of 3 in a
/// hundred million, and that is then reported as a duplicate. Events that come from one row may share an id, if they are
/// of different types.
struct IdentifierSet {
    private var hashes: Set<UInt64> = []
    private var ofRow: [(hash: UInt64, type: String)] = []

    /// Begins a row.
    mutating func beginRow() { ofRow.removeAll(keepingCapacity: true) }

    /// Adds the id of an event of the row; false where an earlier event has it.
    mutating func insert(_ id: String, type: String) -> Bool {
        let hash = Self.hash(id)
        let isNew = hashes.insert(hash).inserted
        let isOfRow = ofRow.contains { $0.hash == hash }
        let isRepeated = ofRow.contains { $0.hash == hash && $0.type == type }
        guard isNew || (isOfRow && !isRepeated) else { return false }
        ofRow.append((hash, type))
        return true
    }

    /// Adds the name of an event that has no id of its own.
    mutating func insertUnnamed(_ name: String) { hashes.insert(Self.hash(name)) }

    /// Whether an event has an id.
    func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

    /// FNV-1a, its bits mixed at the end: the same on every machine and in every run.
    static func hash(_ id: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ (hash >> 33)
    }
}
