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
    private var root: YAMLNode?
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
            take(event)
            if diagnostics.count >= limits.errorCountMax { isStopped = true }
        }
        if isStopped { return .finished(nil) }
        return .finished(root ?? emptyRoot)
    }

    private var emptyRoot: YAMLNode {
        let range = file.range(0..<0)
        return YAMLNode(range: range, content: .scalar(YAMLScalar(text: "", style: .plain, range: range)))
    }

    private mutating func take(_ event: ParserEvent) {
        switch event.kind {
        case .streamStart, .streamEnd, .documentEnd:
            break
        case .documentStart(_, let version, let tagDirectiveCount):
            startDocument(event.range, version: version, tagDirectiveCount: tagDirectiveCount)
        case .alias(let name):
            takeAlias(name, at: event.range)
        case .scalar(let text, let style, let properties):
            takeScalar(text, style, properties, at: event.range)
        case .sequenceStart(let isFlow, let properties):
            open(isMapping: false, isFlow: isFlow, properties, at: event.range)
        case .mappingStart(let isFlow, let properties):
            open(isMapping: true, isFlow: isFlow, properties, at: event.range)
        case .sequenceEnd, .mappingEnd:
            close(at: event.range)
        }
    }

    private mutating func countNodes(_ count: Int, at range: SourceRange) {
        nodeCount += count
        guard nodeCount > limits.nodeCountMax, !isStopped else { return }
        stop(.tooManyNodes(range, nodeCountMax: limits.nodeCountMax))
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
        _ text: String, _ style: YAMLScalar.Style, _ properties: ParserEvent.Properties, at eventRange: Range<Int>
    ) {
        let bytes = layout.scalarRange(eventRange, properties: properties, style: style, isEmpty: text.isEmpty)
        let range = file.range(bytes)
        guard text.utf8.count <= limits.scalarByteCountMax else {
            stop(.scalarTooLong(range, byteCountMax: limits.scalarByteCountMax))
            return
        }
        countNodes(1, at: range)
        let isTagged = reportTag(properties, nodeStart: eventRange.lowerBound, nodeEnd: bytes.upperBound)
        let isMisnamed = reportAnchorName(properties, at: eventRange.lowerBound)
        let misread = strict.diagnostic(
            scalar: bytes, text: text, style: style, parentColumn: isInFlow ? nil : blockColumn)
        if let misread {
            diagnostics.append(misread)
            // An open quote has swallowed the keys that follow.
            if style != .plain, let last = frames.indices.last { frames[last].isBroken = true }
        }
        let isBlanked = bytes.isEmpty && blanked.contains { layout.isOnlySpace(between: $0, and: bytes.lowerBound) }
        let scalar = YAMLScalar(text: text, style: style, range: range)
        let node = YAMLNode(
            range: range, content: .scalar(scalar), isBroken: isTagged || isMisnamed || isBlanked || misread != nil)
        let built = BuiltNode(node: node, nodeCount: 1, textByteCount: text.utf8.count, height: 0)
        if let anchor = properties.anchor { anchors[anchor] = Anchor(range: range, built: built, isOpen: false) }
        attach(built)
    }

    private mutating func takeAlias(_ name: String, at bytes: Range<Int>) {
        let range = file.range(bytes)
        if let misread = strict.diagnostic(nameOf: "*", name, at: bytes.lowerBound) {
            diagnostics.append(misread)
            attach(broken(at: range))
            return
        }
        guard let anchor = anchors[name] else {
            let candidates = anchors.count <= limits.nearestAnchorCountMax ? anchors.keys.sorted() : []
            let nearest = nearestName(to: name, among: candidates)
            diagnostics.append(
                CollisionAdvice(layout: layout, file: file)
                    .unknownAnchor(name, at: range, nearest: nearest, isInFlow: isInFlow))
            attach(broken(at: range))
            return
        }
        guard let built = anchor.built else {
            if anchor.isOpen { diagnostics.append(.cyclicAlias(name, at: range, anchor: anchor.range)) }
            attach(broken(at: range))
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
        countNodes(built.nodeCount, at: range)
        let node = YAMLNode(range: range, content: built.node.content, isBroken: built.node.isBroken)
        attach(
            BuiltNode(
                node: node, nodeCount: built.nodeCount, textByteCount: built.textByteCount, height: built.height))
    }

    private func broken(at range: SourceRange) -> BuiltNode {
        let scalar = YAMLScalar(text: "", style: .plain, range: range)
        let node = YAMLNode(range: range, content: .scalar(scalar), isBroken: true)
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
        countNodes(1, at: file.range(start..<(start + 1)))
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
        frames.append(
            TreeFrame(
                start: start, isMapping: isMapping, isFlow: isFlow, anchor: properties.anchor,
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
        let content: YAMLNode.Content =
            frame.isMapping ? .mapping(YAMLMapping(entries: frame.entries)) : .sequence(frame.items)
        let node = YAMLNode(range: file.range(frame.start..<end), content: content, isBroken: frame.isBroken)
        let built = BuiltNode(
            node: node, nodeCount: frame.nodeCount, textByteCount: frame.textByteCount, height: frame.height)
        if let name = frame.anchor { anchors[name] = Anchor(range: node.range, built: built, isOpen: false) }
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
        let isKey = frames[last].awaitsKey
        frames[last].count(built)
        frames[last].end = max(frames[last].end, built.node.range.upperBound)
        if frames[last].isFlow, let misread = strict.commentAfterMember(endingAt: built.node.range.upperBound) {
            diagnostics.append(misread)
        }
        if !frames[last].isMapping {
            frames[last].items.append(built.node)
        } else if isKey {
            attachKey(built.node, to: last)
        } else {
            attachValue(built.node, to: last)
        }
    }

    private mutating func attachKey(_ key: YAMLNode, to last: Int) {
        frames[last].key = .refused
        guard let scalar = key.scalar else {
            diagnostics.append(.complexKey(key.range, isMapping: key.mapping != nil))
            return
        }
        if !key.isBroken {
            guard let refusal = refusal(ofKey: scalar, at: key.range) else {
                frames[last].key = .ready(key, name: scalar.text)
                return
            }
            diagnostics.append(refusal)
        }
        frames[last].isBroken = true
    }

    private func refusal(ofKey scalar: YAMLScalar, at range: SourceRange) -> Diagnostic? {
        guard scalar.style == .plain else { return nil }
        if scalar.text.isEmpty { return .emptyKey(range) }
        if scalar.text == "<<" { return .mergeKey(range) }
        // libyaml takes a `?` in braces for the sign of a key even without a space, against YAML 1.2.2, section 7.3.3.
        if isInFlow, range.lowerBound > 0, layout.has("?", at: range.lowerBound - 1) {
            let sign = (range.lowerBound - 1)..<range.lowerBound
            let text = sign.lowerBound..<range.upperBound
            return .reservedStart(
                file.range(sign), quoting: CollisionAdvice(layout: layout, file: file).quoting(text, isCertain: true))
        }
        return CollisionAdvice(layout: layout, file: file).ternary(key: scalar, isInFlow: isInFlow)
    }

    private mutating func attachValue(_ value: YAMLNode, to last: Int) {
        defer { frames[last].key = .none }
        guard case .ready(let key, let name) = frames[last].key else { return }
        if let first = frames[last].entryIndices[name] {
            diagnostics.append(
                .duplicateKey(name, at: key.range, first: frames[last].entries[first].key.range))
            return
        }
        frames[last].entryIndices[name] = frames[last].entries.count
        frames[last].entries.append(YAMLMapping.Entry(key: key, name: name, value: value))
    }
}
