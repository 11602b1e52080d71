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
    /// The records of the lists and objects that are open.
    private var open: [Int] = []
    /// The document whose text stands at the beginning of ``bytes``.
    private var base: JSONDocument?
    /// Where the names of a table lie.
    private var namesOffset = 0
    private var failure: JSONBuildingError?

    /// Makes a builder of an empty document.
    ///
    /// - Parameter limits: how large the document may become.
    public init(limits: JSONLimits = .standard) {
        self.limits = limits
    }

    /// Begins a document over the text of another one: values taken from there are not copied, only referred to.
    ///
    /// - Parameters:
    ///   - base: the other document.
    ///   - names: names that members will have.
    package mutating func begin(over base: JSONDocument?, names: JSONNameTable) {
        precondition(nodes.isEmpty && nesting.depth == 0, "a document begins where the one before has ended")
        bytes.reserveCapacity((base?.bytes.count ?? 0) + names.utf8.count + 64)
        if let base { bytes += base.bytes }
        self.base = base
        namesOffset = bytes.count
        guard reserve(names.utf8.count) else { return }
        bytes += names.utf8
    }

    /// Ends the document and makes the builder ready for another one.
    ///
    /// - Returns: the document; its one value must be complete.
    /// - Throws: the first fault of the data.
    public mutating func finish() throws(JSONBuildingError) -> JSONDocument {
        precondition(nesting.depth == 0, "all lists and objects must end before the document does")
        defer {
            bytes = []
            nodes.removeAll(keepingCapacity: true)
            base = nil
            failure = nil
        }
        if let failure { throw failure }
        precondition(!nodes.isEmpty, "a document holds a value")
        return JSONDocument(bytes: bytes, nodes: NodeArena(nodes), isParsed: false)
    }

    /// Begins an object.
    public mutating func beginObject() { begin(.object) }

    /// Ends the innermost object.
    public mutating func endObject() {
        guard let (index, count) = end(isObject: true) else { return }
        guard count <= limits.memberCountMax else {
            failure = .tooManyMembers(memberCountMax: limits.memberCountMax)
            return
        }
        let found = bytes.withUnsafeBufferPointer { texts in
            nodes.withUnsafeBufferPointer { nodes in
                MemberNames(nodes: nodes, objectAt: index, count: count).firstDuplicate(in: texts.span)
            }
        }
        guard let duplicate = found else { return }
        let text = Array(bytes[duplicate.range])
        let name = duplicate.hasEscapes ? StringScan.decoded(text.span) : text
        failure = .duplicateName(String(decoding: name, as: UTF8.self))
    }

    /// Begins a list.
    public mutating func beginList() { begin(.list) }

    /// Ends the innermost list.
    public mutating func endList() {
        _ = end(isObject: false)
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

    /// Adds the name of the member whose value follows.
    ///
    /// - Parameter place: where it lies in the table that the document was begun with.
    package mutating func name(at place: JSONNameTable.Place) {
        _ = nesting.addName()
        append(
            NodeRecord(.string, offset: namesOffset + Int(place.offset), length: Int(place.length), index: nodes.count))
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
        let record = node.record
        let isContainer = record.kind == .list || record.kind == .object
        if isContainer, nesting.depth + node.depth > limits.depthMax {
            failure = failure ?? .tooDeep(depthMax: limits.depthMax)
        }
        let isOfBase = source === base
        let shift = nodes.count - node.index
        for index in node.index..<Int(record.next) {
            guard failure == nil else { return }
            var copy = source.nodes[index]
            copy.next = UInt32(truncatingIfNeeded: Int(copy.next) + shift)
            if !isOfBase {
                let isContainer = copy.kind == .list || copy.kind == .object
                let text = isContainer ? 0..<0 : copy.range
                copy.offset = UInt32(truncatingIfNeeded: bytes.count)
                copy.length = UInt32(truncatingIfNeeded: text.count)
                guard reserve(text.count) else { return }
                bytes.append(contentsOf: source.bytes[text])
            }
            append(copy)
        }
    }

    /// Adds a scalar of the document that this one was begun over.
    package mutating func refer(to record: NodeRecord) {
        startValue()
        var own = record
        own.next = UInt32(truncatingIfNeeded: nodes.count + 1)
        append(own)
    }

    /// Adds a string with the text of a number or a string of the document that this one was begun over.
    package mutating func refer(toTextOf record: NodeRecord) {
        startValue()
        append(NodeRecord(.string, offset: Int(record.offset), length: Int(record.length), index: nodes.count))
    }

    private mutating func begin(_ kind: JSONKind) {
        startValue()
        nesting.open(isObject: kind == .object)
        open.append(nodes.count)
        if nesting.depth > limits.depthMax { failure = failure ?? .tooDeep(depthMax: limits.depthMax) }
        append(NodeRecord(kind, offset: bytes.count, length: 0, index: nodes.count))
    }

    /// Completes the record of the container that ends; nil after a fault, when the records are no longer kept.
    private mutating func end(isObject: Bool) -> (index: Int, count: Int)? {
        let count = nesting.close(isObject: isObject)
        let index = open.removeLast()
        guard failure == nil else { return nil }
        nodes[index].next = UInt32(truncatingIfNeeded: nodes.count)
        nodes[index].count = count
        return (index, count)
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
