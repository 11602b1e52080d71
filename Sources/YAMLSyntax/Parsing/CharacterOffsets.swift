/// The byte offset of each character (Unicode scalar) of a text: libyaml counts characters.
struct CharacterOffsets: Sendable {
    /// Every so many characters the offset is written down.
    private static let stride = 64

    private let utf8: [UInt8]
    private let start: Int
    /// Empty where every character is one byte.
    private let checkpoints: [Int]

    /// Indexes the bytes from `start` on, which must be valid UTF-8.
    init(utf8: [UInt8], from start: Int) {
        self.utf8 = utf8
        self.start = start
        guard utf8[start...].contains(where: { $0 >= 0x80 }) else {
            checkpoints = []
            return
        }
        var checkpoints: [Int] = []
        checkpoints.reserveCapacity((utf8.count - start) / CharacterOffsets.stride + 1)
        var character = 0
        for index in start..<utf8.count where utf8[index] & 0xC0 != 0x80 {
            if character % CharacterOffsets.stride == 0 { checkpoints.append(index) }
            character += 1
        }
        self.checkpoints = checkpoints
    }

    /// The offset of a character, counted from 0; past the last, the end of the text.
    func offset(ofCharacter character: Int) -> Int {
        guard !checkpoints.isEmpty else { return min(start + character, utf8.count) }
        let block = character / CharacterOffsets.stride
        guard block < checkpoints.count else { return utf8.count }
        var offset = checkpoints[block]
        var remaining = character % CharacterOffsets.stride
        while offset < utf8.count, remaining > 0 {
            offset += 1
            while offset < utf8.count, utf8[offset] & 0xC0 == 0x80 { offset += 1 }
            remaining -= 1
        }
        return offset
    }
}
