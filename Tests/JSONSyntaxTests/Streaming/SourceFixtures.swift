import JSONSyntax

extension ByteSource {
    /// A source that hands out the bytes in pieces that end at given offsets.
    static func pieces(of utf8: [UInt8], endingAt cuts: [Int]) -> ByteSource {
        var offset = 0
        var left = cuts.filter { $0 > 0 && $0 < utf8.count }.sorted()[...]
        return ByteSource { buffer in
            while let cut = left.first, cut <= offset { left.removeFirst() }
            let count = min((left.first ?? utf8.count) - offset, buffer.count)
            buffer.copyBytes(from: utf8[offset..<offset + count])
            offset += count
            return count
        }
    }

    /// A source of so many equal bytes between a beginning and an end, never held in memory.
    static func long(_ beginning: String, filler: UInt8, byteCount: Int, _ ending: String) -> ByteSource {
        let (beginning, ending) = (Array(beginning.utf8), Array(ending.utf8))
        var fillerLeft = byteCount
        var parts = [beginning, ending][...]
        return ByteSource { buffer in
            if parts.count == 1, fillerLeft > 0 {
                let count = min(fillerLeft, buffer.count)
                UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]).initializeMemory(
                    as: UInt8.self, repeating: filler)
                fillerLeft -= count
                return count
            }
            guard let part = parts.popFirst() else { return 0 }
            buffer.copyBytes(from: part)
            return part.count
        }
    }
}
