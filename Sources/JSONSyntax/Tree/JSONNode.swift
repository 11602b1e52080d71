/// One value of a document: a reference to the document and a number, cheap to copy.
public struct JSONNode: Sendable {
    /// The document that holds it.
    public let document: JSONDocument
    /// The place of its record in the document.
    @usableFromInline package let index: Int

    /// The value at a place of a document.
    @inlinable
    package init(document: JSONDocument, index: Int) {
        self.document = document
        self.index = index
    }

    @inlinable package var record: NodeRecord { document.nodes[index] }

    /// What kind of value it is.
    public var kind: JSONKind { record.kind }

    /// Whether it is `null`.
    public var isNull: Bool { kind == .null }

    /// The value of a Boolean; nil for any other kind.
    public var bool: Bool? {
        let record = record
        return record.kind == .bool ? record.isTrue : nil
    }

    /// The elements of a list or the members of an object; 0 for any other kind.
    public var count: Int { record.count }

    /// The elements of a list, in order; empty for any other kind.
    public var elements: JSONElements { JSONElements(of: self) }

    /// The members of an object, in order; empty for any other kind.
    public var members: JSONMembers { JSONMembers(of: self) }

    /// The value of the member with this name; nil where there is none or the value is no object.
    ///
    /// - Complexity: O(members), without making strings.
    public subscript(_ name: String) -> JSONNode? {
        var name = name
        return name.withUTF8 { member(named: $0.span) }
    }

    /// The value of the member with a name prepared before; nil where there is none or the value is no object.
    ///
    /// - Complexity: O(members), without making strings.
    public subscript(_ name: JSONName) -> JSONNode? {
        let bytes = name.utf8
        return member(named: bytes.span)
    }

    /// The element at a position from 0; nil outside the list or where the value is no list.
    ///
    /// - Complexity: O(position), since elements have different sizes.
    public subscript(_ position: Int) -> JSONNode? {
        let record = record
        guard record.kind == .list, position >= 0, position < record.count else { return nil }
        var child = index + 1
        for _ in 0..<position { child = Int(document.nodes[child].next) }
        return JSONNode(document: document, index: child)
    }

    /// The bytes it takes in the text, quotes and brackets included; nil in a document that was built, not parsed.
    public var utf8Range: Range<Int>? {
        guard document.isParsed else { return nil }
        let record = record
        guard record.kind == .string else { return record.range }
        return record.range.lowerBound - 1..<record.range.upperBound + 1
    }

    /// The levels of lists and objects in it; 0 for a scalar.
    ///
    /// - Complexity: O(values).
    var depth: Int {
        var ends: [Int] = []
        var depth = 0
        for child in index..<Int(record.next) {
            while let end = ends.last, end <= child { ends.removeLast() }
            let record = document.nodes[child]
            guard record.kind == .list || record.kind == .object else { continue }
            ends.append(Int(record.next))
            depth = max(depth, ends.count)
        }
        return depth
    }

    private func member(named name: Span<UInt8>) -> JSONNode? {
        let found = document.withView { view in
            let record = view[index]
            guard record.kind == .object else { return -1 }
            let head = JSONView.head(name)
            var child = index + 1
            for _ in 0..<record.count {
                if view.hasText(view[child], name, head: head) { return child + 1 }
                child = Int(view[child + 1].next)
            }
            return -1
        }
        return found < 0 ? nil : JSONNode(document: document, index: found)
    }
}
