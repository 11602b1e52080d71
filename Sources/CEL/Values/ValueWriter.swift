/// Writes values in the language's notation, up to limits.
struct ValueWriter {
    /// What remains to be written.
    private enum Piece {
        case text(String)
        case value(CELValue, depth: Int)
    }

    private let elementCountMax: Int
    private let depthMax: Int
    private var partsLeft: Int
    /// The next piece last.
    private var pieces: [Piece] = []
    private var text = ""

    init(elementCountMax: Int, depthMax: Int, partCountMax: Int) {
        self.elementCountMax = elementCountMax
        self.depthMax = depthMax
        self.partsLeft = partCountMax
    }

    /// The text of a value.
    mutating func text(of value: CELValue, _ printScalar: (CELScalar) -> String) -> String {
        pieces = [.value(value, depth: 0)]
        while let piece = pieces.popLast() {
            switch piece {
            case .text(let piece): text += piece
            case .value(let value, let depth):
                partsLeft -= 1
                guard depth <= depthMax, partsLeft >= 0 else {
                    text += "…"
                    continue
                }
                write(value, depth: depth, printScalar)
            }
        }
        return text
    }

    private mutating func write(_ value: CELValue, depth: Int, _ printScalar: (CELScalar) -> String) {
        switch value {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .int(let value): text += String(value)
        case .uint(let value): text += "\(value)u"
        case .double(let value): text += NumberText.literal(value)
        case .string(let value): text += QuotedText.quote(value.text)
        case .bytes(let value): text += QuotedText.quote(bytes: value.bytes)
        case .timestamp(let value): text += value.description
        case .duration(let value): text += value.description
        case .list(let list):
            let entries = list.elements.prefix(elementCountMax).map { [Piece.value($0, depth: depth + 1)] }
            enqueue("[", entries, of: list.elements.count, "]")
        case .map(let map):
            let entries = zip(map.keys, map.values).prefix(elementCountMax).map { key, value in
                [Piece.value(key, depth: depth + 1), .text(": "), .value(value, depth: depth + 1)]
            }
            enqueue("{", entries, of: map.count, "}")
        case .record(let record):
            let fields = zip(record.type.fields, record.values).filter { $0.1.isKnown }
                .map { [Piece.text("\($0.name): "), .value($1, depth: depth + 1)] }
            enqueue("\(record.type.name){", fields, of: fields.count, "}")
        case .scalar(let scalar): text += printScalar(scalar)
        case .optional(let optional):
            guard let value = optional.value else {
                text += "optional.none()"
                return
            }
            enqueue("optional.of(", [[.value(value, depth: depth + 1)]], of: 1, ")")
        case .opaque(let opaque): text += opaque.content.text
        case .type(let type): text += type.name
        case .error(let error): text += "error: \(error.message)"
        case .unknown(let unknown):
            text += "unknown: " + unknown.paths.map(\.description).joined(separator: ", ")
        }
    }

    /// Has the entries of a container written next, with what stands around them.
    private mutating func enqueue(_ start: String, _ entries: [[Piece]], of count: Int, _ end: String) {
        text += start
        var queued: [Piece] = []
        // When nothing more is shown, one mark stands for all that is left.
        let shown = entries.prefix(max(1, partsLeft))
        for (position, entry) in shown.enumerated() {
            if position > 0 { queued.append(.text(", ")) }
            queued += entry
        }
        if count > shown.count { queued.append(.text(shown.isEmpty ? "…" : ", …")) }
        queued.append(.text(end))
        pieces += queued.reversed()
    }
}
