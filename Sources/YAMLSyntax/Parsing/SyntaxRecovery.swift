import SourceText

/// Reads a text as often as needed to find all of its syntax errors.
///
/// libyaml stops at the first. The value that it stumbled over is then overwritten with spaces, all offsets kept, and
/// the text is read again; where that does not help, the whole line goes, and where that does not, reading ends.
struct SyntaxRecovery {
    private let text: ReadableText
    private let limits: YAMLLimits
    private var utf8: [UInt8]
    private var blanked: [Range<Int>] = []
    private var reported: [Diagnostic] = []
    /// Whether more than a value was taken out, so that the tree lacks parts that are written.
    private var isTreeIncomplete = false

    init(text: ReadableText, limits: YAMLLimits) {
        self.text = text
        self.limits = limits
        utf8 = text.utf8
    }

    /// The root, with everything that is wrong reported; nil where no tree can be relied on.
    mutating func parse(diagnostics: inout DiagnosticCollector) -> YAMLNode? {
        var lastCulprit = -1
        var bytesRead = 0
        for attempt in 0...limits.recoveryCountMax {
            bytesRead += utf8.count
            var builder = TreeBuilder(text: text, utf8: utf8, limits: limits, blanked: blanked)
            let reader = LibYAMLEventReader(
                utf8[text.start...], offsets: CharacterOffsets(utf8: utf8, from: text.start))
            switch builder.build(reader) {
            case .finished(let root):
                diagnostics.add(contentsOf: reported + builder.diagnostics)
                return text.hasErrors || isTreeIncomplete ? nil : root
            case .failed(let failure):
                let layout = NodeLayout(utf8: utf8)
                let error = SyntaxErrorTranslator(layout: layout, file: text.file, openFlowStart: builder.openFlowStart)
                    .translate(failure)
                let isRepeated = error.culprit <= lastCulprit
                if !isRepeated { reported.append(error.diagnostic) }
                let canGoOn = attempt < limits.recoveryCountMax && bytesRead <= limits.recoveryByteCountMax
                let isBlanked = canGoOn && blank(error.culprit, wholeLine: isRepeated || error.spoilsLine, in: layout)
                guard isBlanked else {
                    diagnostics.add(contentsOf: reported + builder.diagnostics)
                    return nil
                }
                lastCulprit = max(lastCulprit, error.culprit)
            }
        }
        return nil
    }

    /// Overwrites the value at a line with the deeper lines under it; false where nothing is left to overwrite.
    private mutating func blank(_ culprit: Int, wholeLine: Bool, in layout: NodeLayout) -> Bool {
        let shape = LineShape(at: culprit, in: layout)
        let hasDash = shape.entryStart > shape.line.lowerBound + shape.indentation
        let isValueOnly = !wholeLine && (shape.key != nil || hasDash) && !shape.value.isEmpty
        let lower = isValueOnly ? shape.value.lowerBound : shape.line.lowerBound
        let indentation = shape.entryStart - shape.line.lowerBound
        var upper = layout.nextLine(after: culprit)
        while upper < utf8.count,
            layout.isIdleLine(at: upper) || layout.indentation(ofLineAt: upper) > indentation
        {
            let next = layout.nextLine(after: upper)
            guard next > upper else { break }
            upper = next
        }
        let range = lower..<upper
        guard range.contains(where: { !layout.isBreak(at: $0) && utf8[$0] != 0x20 }) else { return false }
        for index in range where !layout.isBreak(at: index) { utf8[index] = 0x20 }
        blanked.append(range)
        if !isValueOnly { isTreeIncomplete = true }
        return true
    }
}
