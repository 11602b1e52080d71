/// A text without its values: what stands before, between and behind them.
struct ShapeOutline {
    /// What stands before a value, or behind the last.
    struct Part {
        let range: Range<Int>
        let steps: [ShapeTable.Step]
        /// How many objects are open at its end.
        let depth: Int
    }

    private(set) var parts: [Part] = []
    /// The records of the values, in their order: of all that is no object, apart from what lies in lists.
    private(set) var values: [Int] = []
    private var start = 0
    private var steps: [ShapeTable.Step] = []

    /// The outline of a text; nil where it is no object, or too large to be learned.
    init?(of document: JSONDocument) {
        let isOutlined = document.withView { view in
            guard view[0].kind == .object, read(objectAt: 0, depth: 0, view) else { return false }
            endPart(at: view.byteCount, depth: 0)
            return true
        }
        guard isOutlined else { return nil }
    }

    private mutating func read(objectAt index: Int, depth: Int, _ view: JSONView) -> Bool {
        guard depth < ShapeTable.depthMax else { return false }
        let object = view[index]
        add(.open, depth, at: Int(object.offset), count: 0)
        var name = index + 1
        for _ in 0..<object.count {
            let record = view[name]
            add(
                record.hasEscapes ? .escapedName : .name, depth, at: Int(record.offset), count: Int(record.length))
            let value = view[name + 1]
            if value.kind == .object {
                guard read(objectAt: name + 1, depth: depth + 1, view) else { return false }
            } else {
                guard values.count < ShapeTable.valueCountMax else { return false }
                values.append(name + 1)
                let quotes = value.kind == .string ? 1 : 0
                endPart(at: Int(value.offset) - quotes, depth: depth + 1)
                start = value.range.upperBound + quotes
            }
            name = Int(value.next)
        }
        add(.close, depth, at: object.range.upperBound, count: object.count)
        return true
    }

    private mutating func add(_ kind: ShapeTable.Step.Kind, _ depth: Int, at offset: Int, count: Int) {
        steps.append(
            ShapeTable.Step(kind: kind, depth: UInt8(depth), offset: Int32(offset - start), count: Int32(count)))
    }

    private mutating func endPart(at end: Int, depth: Int) {
        parts.append(Part(range: start..<end, steps: steps, depth: depth))
        steps = []
    }
}
