import SourceText

/// Makes the tree of a text from libyaml's events, refusing what the profile leaves out.
///
/// What can be refused without losing the structure is collected, and reading goes on; only a limit or a second
/// document ends it.
struct TreeBuilder {
    /// How reading ended.
    enum Outcome {
        /// The whole text was read; nil where a limit was hit and reported.
        case finished(YAMLNode?)
        /// libyaml could not go on.
        case failed(ParserFailure)
    }

    let file: SourceFile
    let limits: YAMLLimits
    /// Places whose text was taken out after an error: a null next to one of them is broken.
    let blanked: [Range<Int>]
    private(set) var diagnostics: [Diagnostic] = []
    private let layout: NodeLayout
    private var frames: [TreeFrame] = []
    private var root: UInt32?
    private var records: [YAMLTree.Record] = []
    /// Texts that are not written in the file as they are.
    private var texts: [String] = []
    private var indices: [UInt32: [String: UInt32]] = [:]
    private var anchors: [String: Anchor] = [:]
    private var nodeCount = 0
    private var aliasNodeCount = 0
    private var aliasByteCount = 0
    private var documentCount = 0
    private var isStopped = false

    /// A node that aliases may stand for; without a value while it is being read, or where it was refused.
    private struct Anchor {
        let range: SourceRange
        var built: BuiltNode?
        var isOpen: Bool
    }

    init(text: ReadableText, utf8: [UInt8], limits: YAMLLimits, blanked: [Range<Int>]) {
        file = text.file
        self.limits = limits
        self.blanked = blanked
        layout = NodeLayout(utf8: utf8)
        // Rulebooks have about ten bytes to a node. Room that is not written to takes no memory, and growing would.
        records.reserveCapacity(utf8.count / 8)
    }

    /// Reads everything.
    mutating func build(_ reader: LibYAMLEventReader) -> Outcome {
        while !isStopped {
            let event: ParserEvent
            do {
                event = try reader.next()
            } catch {
                return .failed(error)
            }
            if case .streamEnd = event.kind { break }
            take(event, reader)
            if diagnostics.count >= limits.errorCountMax { isStopped = true }
        }
        if isStopped { return .finished(nil) }
        let root = root ?? add(.scalar, at: 0..<0)
        let tree = YAMLTree(file: file, records: records, texts: texts, indices: indices)
        return .finished(YAMLNode(tree: tree, index: root))
    }

    private mutating func take(_ event: ParserEvent, _ reader: LibYAMLEventReader) {
        switch event.kind {
        case .streamStart, .streamEnd, .documentEnd:
            break
        case .documentStart(_, let version, let tagDirectiveCount):
            startDocument(event.range, version: version, tagDirectiveCount: tagDirectiveCount)
        case .alias(let name):
            takeAlias(name, at: event.range)
        case .scalar(let style, let properties):
            reader.withText { takeScalar($0, style, properties, at: event.range) }
        case .sequenceStart(let isFlow, let properties):
            open(isMapping: false, isFlow: isFlow, properties, at: event.range)
        case .mappingStart(let isFlow, let properties):
            open(isMapping: true, isFlow: isFlow, properties, at: event.range)
        case .sequenceEnd, .mappingEnd:
            close(at: event.range)
        }
    }

    // MARK: Nodes

    /// Adds a node that holds nothing yet, at some bytes of the file.
    private mutating func add(_ kind: YAMLTree.Record.Kind, at bytes: Range<Int>, content: UInt32 = 0) -> UInt32 {
        let count = file.utf8.count
        let lower = min(bytes.lowerBound, count)
        let index = UInt32(records.count)
        records.append(
            YAMLTree.Record(
                lower: UInt32(lower), upper: UInt32(min(max(bytes.upperBound, lower), count)), content: content,
                next: index + 1, kind: kind))
        return index
    }

    /// Adds a scalar, whose text stays where it is written, if it stands there.
    private mutating func addScalar(
        _ text: UnsafeBufferPointer<UInt8>, _ style: YAMLScalar.Style, at bytes: Range<Int>
    ) -> UInt32 {
        let index = add(.scalar, at: bytes)
        records[Int(index)].style = style
        records[Int(index)].textCount = UInt32(text.count)
        let start = style == .singleQuoted || style == .doubleQuoted ? bytes.lowerBound + 1 : bytes.lowerBound
        if isWritten(text, at: start) {
            records[Int(index)].content = UInt32(start)
        } else {
            let kept = String(decoding: text, as: UTF8.self)
            records[Int(index)].content = UInt32(texts.count)
            records[Int(index)].textCount = UInt32(kept.utf8.count)
            records[Int(index)].isKept = true
            texts.append(kept)
        }
        return index
    }

    private func isWritten(_ text: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        guard start + text.count <= file.utf8.count else { return false }
        return file.utf8.withUnsafeBufferPointer { bytes in
            for offset in text.indices where bytes[start + offset] != text[offset] { return false }
            return true
        }
    }

    private func text(of node: UInt32) -> String { text(resolved(node)) }

    private func text(_ record: YAMLTree.Record) -> String {
        if record.isKept { return texts[Int(record.content)] }
        let start = Int(record.content)
        return String(decoding: file.utf8[start..<start + Int(record.textCount)], as: UTF8.self)
    }

    /// The node, or what it stands for.
    private func resolved(_ node: UInt32) -> YAMLTree.Record {
        let record = records[Int(node)]
        return record.kind == .alias ? records[Int(record.content)] : record
    }

    private func range(of node: UInt32) -> SourceRange {
        let record = records[Int(node)]
        return file.range(Int(record.lower)..<Int(record.upper))
    }

    private mutating func drop(_ node: UInt32) { records[Int(node)].isDropped = true }

    private mutating func countNodes(_ count: Int, at bytes: Range<Int>) {
        nodeCount += count
        guard nodeCount > limits.nodeCountMax, !isStopped else { return }
        stop(.tooManyNodes(file.range(bytes), nodeCountMax: limits.nodeCountMax))
    }

    private mutating func stop(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
        isStopped = true
    }

    private mutating func startDocument(_ range: Range<Int>, version: String?, tagDirectiveCount: Int) {
        documentCount += 1
        guard documentCount == 1 else {
            stop(.secondDocument(file.range(layout.documentMark(in: range))))
            return
        }
        if let version, version != "1.2" {
            let directive = layout.directive(named: "%YAML", from: range.lowerBound)
            diagnostics.append(.otherVersion(version, at: file.range(directive)))
        }
        if tagDirectiveCount > 0 {
            diagnostics.append(.tagDirective(file.range(layout.directive(named: "%TAG", from: range.lowerBound))))
        }
    }

    // MARK: Leaves

    private mutating func takeScalar(
        _ text: UnsafeBufferPointer<UInt8>, _ style: YAMLScalar.Style, _ properties: ParserEvent.Properties,
        at eventRange: Range<Int>
    ) {
        let bytes = layout.scalarRange(eventRange, properties: properties, style: style, isEmpty: text.isEmpty)
        guard text.count <= limits.scalarByteCountMax else {
            stop(.scalarTooLong(file.range(bytes), byteCountMax: limits.scalarByteCountMax))
            return
        }
        countNodes(1, at: bytes)
        let isTagged = reportTag(properties, nodeStart: eventRange.lowerBound, nodeEnd: bytes.upperBound)
        let isMisnamed = reportAnchorName(properties, at: eventRange.lowerBound)
        // Nearly every scalar is plain, and nothing but a dash can be wrong with it.
        var isMisread = false
        if style != .plain || text.count == 1, let misread = misreading(text, style, at: bytes) {
            isMisread = true
            diagnostics.append(misread)
            // An open quote has swallowed the keys that follow.
            if style != .plain, let last = frames.indices.last { frames[last].isBroken = true }
        }
        let isBlanked = bytes.isEmpty && blanked.contains { layout.isOnlySpace(between: $0, and: bytes.lowerBound) }
        let node = addScalar(text, style, at: bytes)
        if isTagged || isMisnamed || isBlanked || isMisread { records[Int(node)].isBroken = true }
        let built = BuiltNode(node: node, nodeCount: 1, textByteCount: text.count, height: 0)
        if let anchor = properties.anchor {
            anchors[anchor] = Anchor(range: range(of: node), built: built, isOpen: false)
        }
        attach(built)
    }

    /// What libyaml reads in a scalar although YAML 1.2 forbids it.
    private func misreading(
        _ text: UnsafeBufferPointer<UInt8>, _ style: YAMLScalar.Style, at bytes: Range<Int>
    ) -> Diagnostic? {
        strict.diagnostic(
            scalar: bytes, text: String(decoding: text, as: UTF8.self), style: style,
            parentColumn: isInFlow ? nil : blockColumn)
    }

    private mutating func takeAlias(_ name: String, at bytes: Range<Int>) {
        let range = file.range(bytes)
        if let misread = strict.diagnostic(nameOf: "*", name, at: bytes.lowerBound) {
            diagnostics.append(misread)
            attach(broken(at: bytes))
            return
        }
        guard let anchor = anchors[name] else {
            let candidates = anchors.count <= limits.nearestAnchorCountMax ? anchors.keys.sorted() : []
            let nearest = nearestName(to: name, among: candidates)
            diagnostics.append(
                CollisionAdvice(layout: layout, file: file)
                    .unknownAnchor(name, at: range, nearest: nearest, isInFlow: isInFlow))
            attach(broken(at: bytes))
            return
        }
        guard let built = anchor.built else {
            if anchor.isOpen { diagnostics.append(.cyclicAlias(name, at: range, anchor: anchor.range)) }
            attach(broken(at: bytes))
            return
        }
        aliasNodeCount += built.nodeCount
        aliasByteCount += built.textByteCount
        guard
            aliasNodeCount <= limits.aliasExpansionMax, aliasByteCount <= limits.aliasExpansionByteCountMax
        else {
            stop(.aliasExpansion(range, nodeCountMax: limits.aliasExpansionMax))
            return
        }
        guard frames.count + built.height <= limits.depthMax else {
            stop(.tooDeep(range, depthMax: limits.depthMax))
            return
        }
        countNodes(built.nodeCount, at: bytes)
        let node = add(.alias, at: bytes, content: built.node)
        attach(
            BuiltNode(
                node: node, nodeCount: built.nodeCount, textByteCount: built.textByteCount, height: built.height))
    }

    private mutating func broken(at bytes: Range<Int>) -> BuiltNode {
        let node = add(.scalar, at: bytes)
        records[Int(node)].isBroken = true
        return BuiltNode(node: node, nodeCount: 1, textByteCount: 0, height: 0)
    }

    private mutating func reportTag(_ properties: ParserEvent.Properties, nodeStart: Int, nodeEnd: Int) -> Bool {
        guard properties.tag != nil else { return false }
        let tag = layout.tagRange(from: nodeStart)
        diagnostics.append(
            CollisionAdvice(layout: layout, file: file).tag(tag, nodeEnd: nodeEnd, isInFlow: isInFlow))
        return true
    }

    /// The bracket or brace that is open and not inside another one.
    var openFlowStart: Int? { frames.first { $0.isFlow }?.start }

    private var isInFlow: Bool { frames.last?.isFlow ?? false }
    private var strict: StrictReading { StrictReading(layout: layout, file: file) }

    /// The column of the block list or map that is being read; -1 outside of all.
    private var blockColumn: Int {
        guard let start = frames.last(where: { !$0.isFlow })?.start else { return -1 }
        return start - layout.lineStart(of: start)
    }

    private mutating func reportAnchorName(_ properties: ParserEvent.Properties, at start: Int) -> Bool {
        guard let anchor = properties.anchor,
            let misread = strict.diagnostic(nameOf: "&", anchor, at: start)
        else { return false }
        diagnostics.append(misread)
        return true
    }

    // MARK: Lists and maps

    private mutating func open(
        isMapping: Bool, isFlow: Bool, _ properties: ParserEvent.Properties, at eventRange: Range<Int>
    ) {
        let start = layout.contentStart(eventRange.lowerBound, properties: properties)
        guard frames.count < limits.depthMax else {
            stop(.tooDeep(file.range(start..<(start + 1)), depthMax: limits.depthMax))
            return
        }
        countNodes(1, at: start..<(start + 1))
        let isTagged = reportTag(properties, nodeStart: eventRange.lowerBound, nodeEnd: start)
        let isMisnamed = reportAnchorName(properties, at: eventRange.lowerBound)
        if isFlow, let misread = strict.commentWithoutSpace(at: start + 1) { diagnostics.append(misread) }
        let isKey = frames.last?.awaitsKey ?? false
        // Within a refused key everything is dropped, further such keys included.
        if isKey, !frames.contains(where: \.isRefusedKey) {
            diagnostics.append(.complexKey(file.range(start..<(start + 1)), isMapping: isMapping))
        }
        if let anchor = properties.anchor {
            anchors[anchor] = Anchor(range: file.range(start..<(start + 1)), built: nil, isOpen: true)
        }
        let node = add(isMapping ? .mapping : .sequence, at: start..<start)
        if isKey { drop(node) }
        frames.append(
            TreeFrame(
                node: node, start: start, isMapping: isMapping, isFlow: isFlow, anchor: properties.anchor,
                isBroken: isTagged || isMisnamed,
                isRefusedKey: isKey))
    }

    private mutating func close(at eventRange: Range<Int>) {
        guard let frame = frames.popLast() else { return }
        let end = frame.isFlow ? max(eventRange.upperBound, frame.start) : max(frame.end, frame.start)
        if frame.isFlow, !isInFlow,
            let misread = strict.diagnostic(flow: frame.start..<end, parentColumn: blockColumn)
        {
            diagnostics.append(misread)
            if let last = frames.indices.last { frames[last].isBroken = true }
        }
        let node = Int(frame.node)
        records[node].upper = UInt32(min(end, file.utf8.count))
        records[node].content = UInt32(frame.count)
        records[node].next = UInt32(records.count)
        records[node].isBroken = frame.isBroken
        if frame.count >= YAMLMapping.indexedCountMin, frame.isMapping { indices[frame.node] = frame.keys }
        let built = BuiltNode(
            node: frame.node, nodeCount: frame.nodeCount, textByteCount: frame.textByteCount, height: frame.height)
        if let name = frame.anchor {
            anchors[name] = Anchor(range: range(of: frame.node), built: built, isOpen: false)
        }
        if frame.isRefusedKey, let last = frames.indices.last {
            frames[last].key = .refused
            frames[last].isBroken = true
            frames[last].end = end
            return
        }
        attach(built)
    }

    private mutating func attach(_ built: BuiltNode) {
        guard let last = frames.indices.last else {
            root = built.node
            return
        }
        let end = Int(records[Int(built.node)].upper)
        let isKey = frames[last].awaitsKey
        frames[last].count(built)
        frames[last].end = max(frames[last].end, end)
        if frames[last].isFlow, let misread = strict.commentAfterMember(endingAt: end) {
            diagnostics.append(misread)
        }
        if !frames[last].isMapping {
            frames[last].count += 1
        } else if isKey {
            attachKey(built.node, to: last)
        } else {
            attachValue(built.node, to: last)
        }
    }

    private mutating func attachKey(_ key: UInt32, to last: Int) {
        let record = resolved(key)
        guard record.kind == .scalar else {
            frames[last].key = .refused
            drop(key)
            diagnostics.append(.complexKey(range(of: key), isMapping: record.kind == .mapping))
            return
        }
        if !record.isBroken, !records[Int(key)].isBroken {
            guard let refusal = refusal(ofKey: key, record) else {
                frames[last].key = .ready(key)
                return
            }
            diagnostics.append(refusal)
        }
        frames[last].key = .refused
        drop(key)
        frames[last].isBroken = true
    }

    private func refusal(ofKey key: UInt32, _ record: YAMLTree.Record) -> Diagnostic? {
        guard record.style == .plain else { return nil }
        if record.textCount == 0 { return .emptyKey(range(of: key)) }
        if record.textCount == 2, text(of: key) == "<<" { return .mergeKey(range(of: key)) }
        let lower = Int(records[Int(key)].lower)
        // libyaml takes a `?` in braces for the sign of a key even without a space, against YAML 1.2.2, section 7.3.3.
        if isInFlow, lower > 0, layout.has("?", at: lower - 1) {
            let sign = (lower - 1)..<lower
            let text = sign.lowerBound..<Int(records[Int(key)].upper)
            return .reservedStart(
                file.range(sign), quoting: CollisionAdvice(layout: layout, file: file).quoting(text, isCertain: true))
        }
        guard mayHoldQuestion(record) else { return nil }
        let scalar = YAMLScalar(
            text: text(of: key), style: record.style, range: file.range(Int(record.lower)..<Int(record.upper)))
        return CollisionAdvice(layout: layout, file: file).ternary(key: scalar, isInFlow: isInFlow)
    }

    /// Whether a key is long enough for `a ? b`, and has the sign where it is written.
    private func mayHoldQuestion(_ record: YAMLTree.Record) -> Bool {
        if record.isKept { return true }
        let start = Int(record.content)
        return file.utf8.withUnsafeBufferPointer { bytes in
            for index in start..<start + Int(record.textCount) where bytes[index] == UInt8(ascii: "?") { return true }
            return false
        }
    }

    private mutating func attachValue(_ value: UInt32, to last: Int) {
        defer { frames[last].key = .none }
        guard case .ready(let key) = frames[last].key else {
            drop(value)
            return
        }
        if let first = first(like: key, in: last) {
            diagnostics.append(.duplicateKey(text(of: key), at: range(of: key), first: range(of: first)))
            drop(key)
            drop(value)
            return
        }
        frames[last].count += 1
    }

    /// From this many entries on, keys are found by their hashes.
    private static let hashedCountMin = 8

    /// The key before that says the same; notes the key where there is none.
    private mutating func first(like key: UInt32, in last: Int) -> UInt32? {
        // The frame is not copied: its keys would be as well.
        let (count, map) = (frames[last].count, frames[last].node)
        guard count >= Self.hashedCountMin else {
            return firstKey(in: map, before: key) { haveSameText(resolved($0), resolved(key)) }
        }
        if count == Self.hashedCountMin, frames[last].keys.isEmpty {
            var keys: [String: UInt32] = [:]
            _ = firstKey(in: map, before: key) { other in
                keys[text(of: other)] = other
                return false
            }
            frames[last].keys = keys
        }
        let name = text(of: key)
        if let first = frames[last].keys[name] { return first }
        frames[last].keys[name] = key
        return nil
    }

    /// The first key before another one of the same map for which something holds.
    private func firstKey(in map: UInt32, before key: UInt32, where holds: (UInt32) -> Bool) -> UInt32? {
        var index = map + 1
        while index < key {
            let other = records[Int(index)]
            if other.isDropped {
                index = other.next
                continue
            }
            if holds(index) { return index }
            index = records[Int(other.next)].next
        }
        return nil
    }

    private func haveSameText(_ one: YAMLTree.Record, _ other: YAMLTree.Record) -> Bool {
        guard one.textCount == other.textCount else { return false }
        if one.isKept || other.isKept { return text(one) == text(other) }
        return file.utf8.withUnsafeBufferPointer { bytes in
            for offset in 0..<Int(one.textCount)
            where bytes[Int(one.content) + offset] != bytes[Int(other.content) + offset] {
                return false
            }
            return true
        }
    }
}
