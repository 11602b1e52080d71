/// Names of members, laid out one behind the other, for documents that are built again and again with the same ones.
///
/// A document takes all of them at once, and each member then only says where its name lies.
package struct JSONNameTable: Sendable {
    /// Where a name lies.
    package struct Place: Sendable {
        let offset: UInt32
        let length: UInt32
    }

    private(set) var utf8: [UInt8] = []

    /// Makes a table of no names.
    package init() {}

    /// The bytes of all names.
    package var byteCount: Int { utf8.count }

    /// Adds a name, and says where it lies.
    package mutating func add(_ name: JSONName) -> Place {
        let place = Place(
            offset: UInt32(truncatingIfNeeded: utf8.count), length: UInt32(truncatingIfNeeded: name.utf8.count))
        utf8 += name.utf8
        return place
    }
}
