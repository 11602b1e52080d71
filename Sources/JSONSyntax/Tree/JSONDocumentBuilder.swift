/// Makes a document value by value, from rows of a table or from parts of other documents.
///
/// Faults of the data (a number that is none, a name that stands twice, a limit) are kept until ``finish()``, which
/// throws the first of them. A value without its name, or an end without its beginning, is a mistake of the calling
/// code and stops the program.
public struct JSONDocumentBuilder: Sendable {
    private let limits: JSONLimits
    private var bytes: [UInt8] = []
    private var nodes: [NodeRecord] = []
    private var nesting = Nesting()
    private var open: [Int] = []
    private var failure: JSONBuildingError?

    /// Makes a builder of an empty document.
    ///
    /// - Parameter limits: how large the document may become.
    public init(limits: JSONLimits = .standard) {
        self.limits = limits
    }

    /// Ends the document and makes the builder ready for another one.
    ///
    /// - Returns: the document; its one value must be complete.
    /// - Throws: the first fault of the data.
    public mutating func finish() throws(JSONBuildingError) -> JSONDocument {
        precondition(nesting.depth == 0, "all lists and objects must end before the document does")
        let finished = self
        self = JSONDocumentBuilder(limits: limits)
        if let failure = finished.failure { throw failure }
        precondition(!finished.nodes.isEmpty, "a document holds a value")
        // The next document is probably as large as this one.
        bytes.reserveCapacity(finished.bytes.count)
        nodes.reserveCapacity(finished.nodes.count)
        return JSONDocument(bytes: finished.bytes, nodes: finished.nodes, isParsed: false)
    }

    /// Begins an object.
    public mutating func beginObject() { begin(.object) }

    /// Ends the innermost object.
    public mutating func endObject() {
        let count = nesting.close(isObject: true)
        guard let index = end(count: count) else { return }
        guard count <= limits.memberCountMax else {
            failure = .tooManyMembers(memberCountMax: limits.memberCountMax)
            return
        }
        let texts = bytes
        let found = nodes.withUnsafeBufferPointer { nodes in
            MemberNames(nodes: nodes, objectAt: index, count: count).firstDuplicate(in: texts.span)
        }
        guard let duplicate = found else { return }
        let text = Array(texts[duplicate.range])
        let name = duplicate.hasEscapes ? StringScan.decoded(text.span) : text
        failure = .duplicateName(String(decoding: name, as: UTF8.self))
    }

    /// Begins a list.
    public mutating func beginList() { begin(.list) }

    /// Ends the innermost list.
    public mutating func endList() {
        _ = end(count: nesting.close(isObject: false))
    }

    /// Adds the name of the member whose value follows.
    public mutating func name(_ name: String) {
        _ = nesting.addName()
        appendText(.string, name)
    }

    /// Adds the name of the member whose value follows.
    public mutating func name(_ name: JSONName) {
        _ = nesting.addName()
        let utf8 = name.utf8
        appendText(.string, utf8.span)
    }

    /// Adds `null`.
    public mutating func null() {
        startValue()
        append(NodeRecord(.null, offset: bytes.count, length: 0, index: nodes.count))
    }

    /// Adds a Boolean.
    public mutating func bool(_ value: Bool) {
        startValue()
        var node = NodeRecord(.bool, offset: bytes.count, length: 0, index: nodes.count)
        node.isTrue = value
        append(node)
    }

    /// Adds an integer.
    public mutating func int(_ value: Int64) {
        startValue()
        appendText(.number, String(value))
    }

    /// Adds an exact decimal.
    public mutating func decimal(_ value: JSONDecimal) {
        startValue()
        appendText(.number, value.text)
    }

    /// Adds a number in the digits given; a text that is no number in JSON's notation is a fault of the data.
    public mutating func number(_ text: String) {
        let utf8 = Array(text.utf8)
        if !NumberScan.isNumber(utf8.span) { failure = failure ?? .malformedNumber(text) }
        startValue()
        appendText(.number, utf8.span)
    }

    /// Adds a string.
    public mutating func string(_ value: String) {
        startValue()
        appendText(.string, value)
    }

    /// Adds a string; bytes that are not UTF-8 are a fault of the data.
    public mutating func string(utf8: Span<UInt8>) {
        if !UTF8Sequence.isValid(utf8) { failure = failure ?? .invalidUTF8 }
        startValue()
        appendText(.string, utf8)
    }

    /// Adds a string from a column of a record, whose text is known to be UTF-8.
    ///
    /// - Parameters:
    ///   - record: the record.
    ///   - column: a column from 0.
    public mutating func string(_ record: CSVRecord, column: Int) {
        startValue()
        record.withUTF8(at: column) { appendText(.string, $0) }
    }

    /// Adds a value of another document with all that it holds.
    ///
    /// - Complexity: O(values and their text).
    public mutating func copy(_ node: JSONNode) {
        startValue()
        let source = node.document
        if nesting.depth + node.depth > limits.depthMax { failure = failure ?? .tooDeep(depthMax: limits.depthMax) }
        let shift = nodes.count - node.index
        for index in node.index..<Int(node.record.next) {
            guard failure == nil else { return }
            var copy = source.nodes[index]
            let isContainer = copy.kind == .list || copy.kind == .object
            let text = isContainer ? 0..<0 : copy.range
            copy.offset = UInt32(truncatingIfNeeded: bytes.count)
            copy.length = UInt32(truncatingIfNeeded: text.count)
            copy.next = UInt32(truncatingIfNeeded: Int(copy.next) + shift)
            guard reserve(text.count) else { return }
            bytes.append(contentsOf: source.bytes[text])
            append(copy)
        }
    }

    private mutating func begin(_ kind: JSONKind) {
        startValue()
        nesting.open(isObject: kind == .object)
        if nesting.depth > limits.depthMax { failure = failure ?? .tooDeep(depthMax: limits.depthMax) }
        open.append(nodes.count)
        append(NodeRecord(kind, offset: bytes.count, length: 0, index: nodes.count))
    }

    /// Completes the record of the container that ends; nil after a fault, when the records are no longer kept.
    private mutating func end(count: Int) -> Int? {
        let index = open.removeLast()
        guard failure == nil else { return nil }
        nodes[index].next = UInt32(truncatingIfNeeded: nodes.count)
        nodes[index].count = count
        return index
    }

    private mutating func startValue() {
        guard case .root = nesting.addValue() else { return }
        precondition(nodes.isEmpty || failure != nil, "a document holds one value")
    }

    private mutating func appendText(_ kind: JSONKind, _ text: String) {
        var text = text
        text.withUTF8 { appendText(kind, $0.span) }
    }

    private mutating func appendText(_ kind: JSONKind, _ text: Span<UInt8>) {
        guard failure == nil, reserve(text.count) else { return }
        let node = NodeRecord(kind, offset: bytes.count, length: text.count, index: nodes.count)
        text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        append(node)
    }

    /// Whether so many more bytes are within the limit.
    private mutating func reserve(_ byteCount: Int) -> Bool {
        guard bytes.count + byteCount <= limits.byteCountMax else {
            failure = failure ?? .tooLong(byteCountMax: limits.byteCountMax)
            return false
        }
        return true
    }

    private mutating func append(_ node: NodeRecord) {
        guard failure == nil else { return }
        guard nodes.count < limits.nodeCountMax else {
            failure = .tooManyNodes(nodeCountMax: limits.nodeCountMax)
            return
        }
        nodes.append(node)
    }
}
