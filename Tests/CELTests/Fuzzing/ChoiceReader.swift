/// Bytes read as a sequence of choices; behind the last, each choice is the first.
struct ChoiceReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether all choices are made.
    var isAtEnd: Bool { position >= bytes.count }

    /// A number below a bound.
    mutating func below(_ bound: Int) -> Int {
        guard position < bytes.count, bound > 1 else { return 0 }
        defer { position += 1 }
        return Int(bytes[position]) % bound
    }

    /// One of several.
    mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
}
