/// Bytes on their way to a sink.
struct ReportBytes: Sendable {
    /// The size from which on a renderer hands its bytes over.
    static let pieceBytes = 64 * 1024

    private(set) var bytes: [UInt8] = []

    /// Whether there is enough to hand over.
    var isFull: Bool { bytes.count >= Self.pieceBytes }

    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(contentsOf more: some Sequence<UInt8>) { bytes.append(contentsOf: more) }

    /// Hands over what is there, and begins anew.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// Hands over if there is enough.
    mutating func flush<Failure: Error>(
        to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        if isFull { try sink(take()) }
    }
}
