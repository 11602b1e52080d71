extension TextTable {
    /// Texts of a table that follow each other, on their way to another table.
    struct Stretch: Sendable {
        let bytes: [UInt8]
        /// Where each ends in the bytes.
        let ends: [Int]
    }

    /// The numbers that the texts of one table have in another.
    struct Translation {
        fileprivate var ids: [ID] = [.empty]

        /// The other table's number of a text.
        subscript(id: ID) -> ID { ids[Int(id.index)] }
    }

    /// The texts from a number on.
    func stretch(from first: Int) -> Stretch {
        let start = end(of: first - 1)
        return Stretch(bytes: bytes(from: start), ends: (first..<count).map { end(of: $0) - start })
    }

    /// Adds texts of another table, those that follow the ones that were added before.
    mutating func add(_ stretch: Stretch, to translation: inout Translation) {
        var start = 0
        stretch.bytes.withUnsafeBufferPointer { bytes in
            for end in stretch.ends {
                translation.ids.append(intern(utf8: UnsafeBufferPointer(rebasing: bytes[start..<end])))
                start = end
            }
        }
    }
}
