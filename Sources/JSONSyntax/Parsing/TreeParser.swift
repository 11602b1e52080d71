/// Reads one JSON text (RFC 8259) into records, in one pass and without recursion.
///
/// While a list or object is open, its record says what it lies in (`next`) and how many values it has so far (`count`),
/// so that no other memory is kept for what is open.
struct TreeParser: ~Copyable {
    let limits: JSONLimits
    private(set) var nodes: NodeArena
    /// The record of the innermost list or object that is open, or −1.
    private var container = -1
    private var isObject = false
    /// How many values it has, those that are complete.
    private var count = 0
    private var depth = 0

    /// What the scan does next.
    private enum Step {
        case value
        case afterValue
    }

    /// Makes a parser for a text of so many bytes.
    init(limits: JSONLimits, byteCount: Int) {
        self.limits = limits
        // Names and values of events take seven to eight bytes each.
        nodes = NodeArena(capacity: min(byteCount / 6 + 4, 1 << 12))
    }

    /// Begins anew, in the same memory.
    mutating func reset() {
        nodes.removeAll()
        container = -1
    }

    /// How many records there are.
    var nodeCount: Int {
        @inline(__always) get { nodes.count }
    }

    /// The records, once the text is read.
    consuming func finish() -> NodeArena {
        nodes.trim()
        return nodes
    }

    /// Reads the text from an offset to its end.
    mutating func parse(_ bytes: Span<UInt8>, from start: Int) throws(ParsingFailure) {
        guard bytes.count <= limits.byteCountMax else { throw ParsingFailure(.tooLong, at: limits.byteCountMax) }
        var position = start
        skipSpace(bytes, &position)
        guard position < bytes.count else { throw ParsingFailure(.emptyText, at: position) }
        var step = Step.value
        while true {
            switch step {
            case .value:
                step = try readValue(bytes, &position)
            case .afterValue:
                guard container >= 0 else {
                    skipSpace(bytes, &position)
                    guard position == bytes.count else {
                        throw ParsingFailure(.textAfterValue, wordRange(bytes, position))
                    }
                    return
                }
                step = try readSeparator(bytes, &position)
            }
        }
    }

    /// Reads a scalar, or a list with all that it holds, of which `depth` says how many containers are open around it;
    /// false where something else stands there.
    @inline(__always)
    mutating func readKnownValue(
        _ bytes: Span<UInt8>, _ position: inout Int, depth: Int
    ) throws(ParsingFailure) -> Bool {
        guard position < bytes.count else { return false }
        switch bytes[unchecked: position] {
        case UInt8(ascii: "\""): try readString(bytes, &position)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): try readNumber(bytes, &position)
        case UInt8(ascii: "["):
            self.depth = depth
            try readList(bytes, &position)
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): try readWord(bytes, &position)
        default: return false
        }
        return true
    }

    /// Reads a list that lies in nothing that is read here.
    private mutating func readList(_ bytes: Span<UInt8>, _ position: inout Int) throws(ParsingFailure) {
        container = -1
        var step = Step.value
        repeat {
            switch step {
            case .value: step = try readValue(bytes, &position)
            case .afterValue: step = try readSeparator(bytes, &position)
            }
        } while container >= 0
    }

    /// Completes the record of an object whose bracket closed.
    @inline(__always)
    mutating func close(_ object: Int, count: Int, at end: Int) {
        var record = nodes[object]
        record.length = UInt32(truncatingIfNeeded: end) - record.offset
        record.next = UInt32(truncatingIfNeeded: nodes.count)
        record.count = count
        nodes[object] = record
    }

    /// Reads a scalar, or the beginning of a container up to its first value.
    @inline(__always)
    private mutating func readValue(_ bytes: Span<UInt8>, _ position: inout Int) throws(ParsingFailure) -> Step {
        skipSpace(bytes, &position)
        guard position < bytes.count else { throw ParsingFailure(.unexpectedEnd, at: position) }
        switch bytes[position] {
        case UInt8(ascii: "\""):
            try readString(bytes, &position)
        case UInt8(ascii: "{"):
            return try openObject(bytes, &position)
        case UInt8(ascii: "["):
            try openContainer(.list, at: position)
            position += 1
            skipSpace(bytes, &position)
            guard position < bytes.count, bytes[position] == UInt8(ascii: "]") else { return .value }
            // Not a comma before the bracket but an empty list.
            position += 1
            closeContainer(at: position)
            return .afterValue
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            try readNumber(bytes, &position)
        default:
            try readWord(bytes, &position)
        }
        return .afterValue
    }

    private mutating func openObject(_ bytes: Span<UInt8>, _ position: inout Int) throws(ParsingFailure) -> Step {
        try openContainer(.object, at: position)
        position += 1
        skipSpace(bytes, &position)
        guard position < bytes.count, bytes[position] == UInt8(ascii: "}") else {
            try readName(bytes, &position)
            return .value
        }
        position += 1
        closeContainer(at: position)
        return .afterValue
    }

    /// Reads the comma or the bracket behind a value; behind an object's comma also the next name.
    @inline(__always)
    private mutating func readSeparator(_ bytes: Span<UInt8>, _ position: inout Int) throws(ParsingFailure) -> Step {
        count += 1
        skipSpace(bytes, &position)
        guard position < bytes.count else { throw ParsingFailure(.unexpectedEnd, at: position) }
        let closing = isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        switch bytes[position] {
        case UInt8(ascii: ","):
            position += 1
            skipSpace(bytes, &position)
            if position < bytes.count, bytes[position] == closing { throw ParsingFailure(.trailingComma, at: position) }
            if isObject {
                guard count < limits.memberCountMax else {
                    throw ParsingFailure(.tooManyMembers, at: position)
                }
                try readName(bytes, &position)
            }
            return .value
        case closing:
            position += 1
            if isObject { try refuseDuplicateNames(bytes) }
            closeContainer(at: position)
            return .afterValue
        default:
            if beginsComment(bytes, position) { throw ParsingFailure(.comment, position..<position + 2) }
            throw ParsingFailure(
                isObject ? .expectedCommaOrBrace : .expectedCommaOrBracket, wordRange(bytes, position))
        }
    }

    @inline(__always)
    private mutating func readName(_ bytes: Span<UInt8>, _ position: inout Int) throws(ParsingFailure) {
        guard position < bytes.count else { throw ParsingFailure(.unexpectedEnd, at: position) }
        guard bytes[position] == UInt8(ascii: "\"") else {
            if beginsComment(bytes, position) { throw ParsingFailure(.comment, position..<position + 2) }
            if bytes[position] == UInt8(ascii: "'") { throw ParsingFailure(.singleQuotes, at: position) }
            throw ParsingFailure(.expectedName, wordRange(bytes, position))
        }
        try readString(bytes, &position)
        skipSpace(bytes, &position)
        guard position < bytes.count else { throw ParsingFailure(.unexpectedEnd, at: position) }
        guard bytes[position] == UInt8(ascii: ":") else {
            throw ParsingFailure(.expectedColon, wordRange(bytes, position))
        }
        position += 1
    }

    @inline(__always)
    private mutating func openContainer(_ kind: JSONKind, at position: Int) throws(ParsingFailure) {
        guard depth < limits.depthMax else { throw ParsingFailure(.tooDeep, at: position) }
        if container >= 0 { nodes[container].count = count }
        var record = NodeRecord(kind, offset: position, length: 1, index: nodes.count)
        record.next = UInt32(truncatingIfNeeded: container)
        container = nodes.count
        isObject = kind == .object
        count = 0
        depth += 1
        try append(record)
    }

    @inline(__always)
    private mutating func closeContainer(at end: Int) {
        var record = nodes[container]
        let outer = Int(Int32(bitPattern: record.next))
        record.length = UInt32(truncatingIfNeeded: end) - record.offset
        record.next = UInt32(truncatingIfNeeded: nodes.count)
        record.count = count
        nodes[container] = record
        container = outer
        depth -= 1
        guard outer >= 0 else { return }
        isObject = nodes[outer].kind == .object
        count = nodes[outer].count
    }

    @inline(__always)
    mutating func append(_ node: NodeRecord) throws(ParsingFailure) {
        guard nodes.count < limits.nodeCountMax else { throw ParsingFailure(.tooManyNodes, at: Int(node.offset)) }
        nodes.append(node)
    }

    @inline(__always)
    private func skipSpace(_ bytes: Span<UInt8>, _ position: inout Int) {
        while position < bytes.count {
            // Most texts of machines have no space at all.
            guard bytes[unchecked: position] <= 0x20 else { return }
            switch bytes[unchecked: position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private func refuseDuplicateNames(_ bytes: Span<UInt8>) throws(ParsingFailure) {
        let names = nodes.withRecords { MemberNames(nodes: $0, objectAt: container, count: count) }
        guard let duplicate = names.firstDuplicate(in: bytes) else { return }
        throw ParsingFailure(.duplicateName, duplicate.range)
    }
}
