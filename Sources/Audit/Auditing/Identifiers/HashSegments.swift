/// A set of hashes in about ten bytes each, which grows in small steps.
///
/// It is cut into tables by the first bits of a hash, so that to grow never takes twice the memory.
struct HashSegments {
    private static let segmentBits: UInt64 = 8

    /// Open addressing; 0 is a free place.
    private struct Segment {
        var places: [UInt64] = []
        var count = 0

        /// The first place to look at: it is as far among all places as the hash is among those of the segment.
        func home(_ hash: UInt64) -> Int {
            Int((hash << HashSegments.segmentBits).multipliedFullWidth(by: UInt64(places.count)).high)
        }

        func contains(_ hash: UInt64) -> Bool {
            guard !places.isEmpty else { return false }
            return places[place(of: hash)] == hash
        }

        mutating func insert(_ hash: UInt64) -> Bool {
            // At most six of seven places are taken.
            if (count + 1) * 7 > places.count * 6 { grow() }
            let place = place(of: hash)
            guard places[place] != hash else { return false }
            places[place] = hash
            count += 1
            return true
        }

        /// Where a hash lies, or where it would.
        private func place(of hash: UInt64) -> Int {
            var place = home(hash)
            while places[place] != 0, places[place] != hash { place = place + 1 == places.count ? 0 : place + 1 }
            return place
        }

        private mutating func grow() {
            let old = places
            places = Array(repeating: 0, count: max(8, old.count + old.count / 4))
            for hash in old where hash != 0 { places[place(of: hash)] = hash }
        }
    }

    private var segments = Array(repeating: Segment(), count: 1 << Int(segmentBits))
    private(set) var isEmpty = true

    /// Whether a hash is kept.
    func contains(_ hash: UInt64) -> Bool {
        let hash = max(hash, 1)
        return segments[Int(hash >> (64 - Self.segmentBits))].contains(hash)
    }

    /// Keeps a hash; false where it was kept before.
    mutating func insert(_ hash: UInt64) -> Bool {
        isEmpty = false
        let hash = max(hash, 1)
        return segments[Int(hash >> (64 - Self.segmentBits))].insert(hash)
    }
}
