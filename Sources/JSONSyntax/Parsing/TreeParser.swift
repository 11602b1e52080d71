/// Reads one JSON text (RFC 8259) into records, in one pass and without recursion.
struct TreeParser {
    let limits: JSONLimits
    private(set) var nodes: [NodeRecord] = []
    private var open: [OpenContainer] = []

    /// A list or object whose end is not yet read.
    private struct OpenContainer {
        let index: Int
        let isObject: Bool
        var count: Int
    }

    /// What the scan does next.
    private enum Step {
        case value
        case afterValue
    }

    init(limits: JSONLimits) {
        self.limits = limits
    }

    /// Reads the text from an offset to its end.
    mutating func parse(_ bytes: Span<UInt8>, from start: Int) throws(ParsingFailure) {
        guard bytes.count <= limits.byteCountMax else { throw ParsingFailure(.tooLong, at: limits.byteCountMax) }
        nodes.reserveCapacity(min(bytes.count / 8 + 4, 1 << 16))
        var position = start
        skipSpace(bytes, &position)
        guard position < bytes.count else { throw ParsingFailure(.emptyText, at: position) }
        var step = Step.value
        while true {
            switch step {
            case .value:
                step = try readValue(bytes, &position)
            case .afterValue:
                guard !open.isEmpty else {
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
        let container = open[open.count - 1]
        open[open.count - 1].count += 1
        skipSpace(bytes, &position)
        guard position < bytes.count else { throw ParsingFailure(.unexpectedEnd, at: position) }
        let closing = container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
        switch bytes[position] {
        case UInt8(ascii: ","):
            position += 1
            skipSpace(bytes, &position)
            if position < bytes.count, bytes[position] == closing { throw ParsingFailure(.trailingComma, at: position) }
            if container.isObject {
                guard container.count + 1 < limits.memberCountMax else {
                    throw ParsingFailure(.tooManyMembers, at: position)
                }
                try readName(bytes, &position)
            }
            return .value
        case closing:
            position += 1
            if container.isObject { try refuseDuplicateNames(of: container.index, bytes) }
            closeContainer(at: position)
            return .afterValue
        default:
            if beginsComment(bytes, position) { throw ParsingFailure(.comment, position..<position + 2) }
            throw ParsingFailure(
                container.isObject ? .expectedCommaOrBrace : .expectedCommaOrBracket, wordRange(bytes, position))
        }
    }

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

    private mutating func openContainer(_ kind: JSONKind, at position: Int) throws(ParsingFailure) {
        guard open.count < limits.depthMax else { throw ParsingFailure(.tooDeep, at: position) }
        open.append(OpenContainer(index: nodes.count, isObject: kind == .object, count: 0))
        try append(NodeRecord(kind, offset: position, length: 1, index: nodes.count))
    }

    private mutating func closeContainer(at end: Int) {
        let container = open.removeLast()
        nodes[container.index].length = UInt32(truncatingIfNeeded: end) - nodes[container.index].offset
        nodes[container.index].next = UInt32(truncatingIfNeeded: nodes.count)
        nodes[container.index].count = container.count
    }

    @inline(__always)
    mutating func append(_ node: NodeRecord) throws(ParsingFailure) {
        guard nodes.count < limits.nodeCountMax else { throw ParsingFailure(.tooManyNodes, at: Int(node.offset)) }
        nodes.append(node)
    }

    @inline(__always)
    private func skipSpace(_ bytes: Span<UInt8>, _ position: inout Int) {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private func refuseDuplicateNames(of index: Int, _ bytes: Span<UInt8>) throws(ParsingFailure) {
        let names = MemberNames(nodes: nodes, objectAt: index, count: open[open.count - 1].count)
        guard let duplicate = names.firstDuplicate(in: bytes) else { return }
        throw ParsingFailure(.duplicateName, duplicate.range)
    }
}
