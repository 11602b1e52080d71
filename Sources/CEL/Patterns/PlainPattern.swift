/// A pattern that is only a text, perhaps held to the begin or the end.
struct PlainPattern: Sendable {
    /// The longest text that is searched for byte by byte: that takes as many steps a byte as the text is long.
    private static let searchedByteCountMax = 32

    private let bytes: [UInt8]
    private let isHeldToBegin: Bool
    private let isHeldToEnd: Bool

    /// The pattern if it is no more than that.
    init?(_ syntax: PatternSyntax) {
        var nodes = [syntax.root][...]
        if case .sequence(let all) = syntax.nodes[syntax.root] { nodes = all[...] }
        if let first = nodes.first, syntax.nodes[first] == .place(.textBegin) {
            isHeldToBegin = true
            nodes.removeFirst()
        } else {
            isHeldToBegin = false
        }
        if let last = nodes.last, syntax.nodes[last] == .place(.textEnd) {
            isHeldToEnd = true
            nodes.removeLast()
        } else {
            isHeldToEnd = false
        }
        var text = ""
        for node in nodes {
            guard case .literal(let codePoint) = syntax.nodes[node], let scalar = Unicode.Scalar(codePoint) else {
                return nil
            }
            text.unicodeScalars.append(scalar)
        }
        bytes = Array(text.utf8)
        guard isHeldToBegin || isHeldToEnd || bytes.count <= Self.searchedByteCountMax else { return nil }
    }

    /// Whether the pattern is found in a text.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= bytes.count else { return false }
        if isHeldToBegin {
            return (!isHeldToEnd || text.count == bytes.count) && stands(in: text, at: 0)
        }
        if isHeldToEnd { return stands(in: text, at: text.count - bytes.count) }
        return (0...text.count - bytes.count).contains { stands(in: text, at: $0) }
    }

    @inline(__always)
    private func stands(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        for index in bytes.indices where text[start + index] != bytes[index] { return false }
        return true
    }
}
