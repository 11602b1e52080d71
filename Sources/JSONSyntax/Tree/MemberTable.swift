/// Finds a name that an input writes among a few known ones, by its bytes and without making a text.
@usableFromInline
package final class MemberTable: Sendable {
    /// A name and what tells it from most others.
    @usableFromInline
    struct Entry: Sendable {
        /// The first eight bytes, or all of them and zeros.
        @usableFromInline let head: UInt64
        /// The last eight bytes of a name that is longer than eight, else 0.
        @usableFromInline let tail: UInt64
        @usableFromInline let count: Int

        @inlinable
        init(head: UInt64, tail: UInt64, count: Int) {
            self.head = head
            self.tail = tail
            self.count = count
        }
    }

    @usableFromInline let entries: [Entry]
    /// Their bytes, for the few that are longer than sixteen.
    @usableFromInline let names: [[UInt8]]
    /// Open addressing: the place of a name, or −1; at most half full.
    @usableFromInline let table: [Int32]

    /// Makes a table; of equal names the first is found.
    package init(_ texts: some Sequence<String>) {
        let names = texts.map { Array($0.utf8) }
        var size = 4
        while size < names.count * 2 { size *= 2 }
        var table = [Int32](repeating: -1, count: size)
        entries = names.map { name in
            func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
                bytes.enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64($1.offset * 8) }
            }
            return Entry(
                head: word(name.prefix(8)), tail: name.count > 8 ? word(name.suffix(8)) : 0, count: name.count)
        }
        for (place, entry) in entries.enumerated() {
            var slot = Self.slot(entry, size)
            while table[slot] >= 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = Int32(place)
        }
        self.names = names
        self.table = table
    }

    /// The place of the name that a string of a document writes, or nil where it is none of them.
    ///
    /// - Parameters:
    ///   - record: the string.
    ///   - view: the document.
    ///   - likely: the place to look at first, since machines write the members of their events in one order.
    /// - Returns: the place.
    @inlinable
    package func place(of record: NodeRecord, in view: JSONView, likely: Int = 0) -> Int? {
        if record.hasEscapes { return placeOfEscaped(record, in: view) }
        let count = Int(record.length)
        let written = Entry(head: view.head(record), tail: count > 8 ? view.tail(record) : 0, count: count)
        if likely < entries.count, isAt(likely, written, record, view) { return likely }
        return place(of: written, record, view)
    }

    @usableFromInline
    func place(of written: Entry, _ record: NodeRecord, _ view: JSONView) -> Int? {
        var slot = Self.slot(written, table.count)
        while table[slot] >= 0 {
            let place = Int(table[slot])
            if isAt(place, written, record, view) { return place }
            slot = (slot + 1) & (table.count - 1)
        }
        return nil
    }

    @inlinable
    func isAt(_ place: Int, _ written: Entry, _ record: NodeRecord, _ view: JSONView) -> Bool {
        let entry = entries[place]
        guard entry.head == written.head, entry.count == written.count, entry.tail == written.tail else {
            return false
        }
        return entry.count <= 16 || isSame(place, record, view)
    }

    @usableFromInline
    func isSame(_ place: Int, _ record: NodeRecord, _ view: JSONView) -> Bool {
        let start = Int(record.offset)
        for index in 8..<names[place].count - 8 where names[place][index] != view.byte(start + index) { return false }
        return true
    }

    @usableFromInline
    func placeOfEscaped(_ record: NodeRecord, in view: JSONView) -> Int? {
        names.firstIndex(of: view.decoded(record))
    }

    private static func slot(_ entry: Entry, _ size: Int) -> Int {
        // The last letters lie in the highest bits, and a product carries nothing down: `refund_0001`, `refund_0002`.
        let ends = entry.head ^ (entry.tail &* 0xFF51_AFD7_ED55_8CCD)
        let folded = (ends ^ ends >> 32) &+ UInt64(truncatingIfNeeded: entry.count)
        let mixed = folded &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 33) & (size - 1)
    }
}
