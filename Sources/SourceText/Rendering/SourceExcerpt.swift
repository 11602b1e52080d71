/// One line of a file as it is shown: tabs expanded, dangerous characters written out, cut to a width.
struct SourceExcerpt {
    /// The line as it is shown.
    let text: String
    private let cells: [Cell]
    /// The columns that an ellipsis at the front takes.
    private let indent: Int

    /// A character of the line.
    private struct Cell {
        let offset: Int
        let column: Int
        let width: Int
        let text: String
    }

    /// Tabs go on to the next multiple of this.
    private static let tabWidth = 4
    /// How far around the range a line is looked at: lines may be megabytes long.
    private static let byteCountAroundMax = 2048
    /// How much of the part before the range is kept when a line is cut.
    private static let columnsBefore = 40

    /// Cuts out a line around a range.
    init(file: SourceFile, line: Int, around range: Range<Int>, width: Int) {
        let all = SourceExcerpt.cells(of: file, line: line, around: range.lowerBound)
        let end = all.cells.last.map { $0.column + $0.width } ?? 0
        let focus = all.cells.first { $0.offset >= range.lowerBound }?.column ?? end
        var firstColumn = 0
        if end > width || all.isCutBefore { firstColumn = max(0, focus - SourceExcerpt.columnsBefore) }
        let shown = all.cells.filter { $0.column >= firstColumn && $0.column + $0.width <= firstColumn + width }
        let isCutBefore = all.isCutBefore || firstColumn > 0
        let isCutAfter = all.isCutAfter || (shown.last?.offset ?? -1) < (all.cells.last?.offset ?? -1)
        let start = shown.first?.column ?? 0
        indent = isCutBefore ? 1 : 0
        cells = shown.map {
            Cell(offset: $0.offset, column: $0.column - start, width: $0.width, text: $0.text)
        }
        text = (isCutBefore ? "…" : "") + shown.map(\.text).joined() + (isCutAfter ? "…" : "")
    }

    /// The columns that a part of the line takes, at least one.
    ///
    /// Characters that take no column of their own are underlined with the one before them.
    func columns(of range: Range<Int>) -> Range<Int> {
        let end = cells.last.map { $0.column + $0.width } ?? 0
        let lower = cells.last { $0.offset <= range.lowerBound && $0.width > 0 }
        let isPastEnd = range.lowerBound > (cells.last?.offset ?? -1)
        let first = isPastEnd ? end : lower?.column ?? 0
        let last = cells.last { $0.offset < range.upperBound }.map { $0.column + $0.width } ?? first
        return (first + indent)..<(max(last, first + 1) + indent)
    }

    private static func cells(
        of file: SourceFile, line: Int, around focus: Int
    ) -> (cells: [Cell], isCutBefore: Bool, isCutAfter: Bool) {
        let whole = file.byteRange(ofLine: line)
        var lower = max(whole.lowerBound, focus - byteCountAroundMax)
        while lower > whole.lowerBound, lower < whole.upperBound, file.utf8[lower] & 0xC0 == 0x80 { lower += 1 }
        lower = min(lower, whole.upperBound)
        var upper = max(lower, min(whole.upperBound, focus + byteCountAroundMax))
        while upper < whole.upperBound, file.utf8[upper] & 0xC0 == 0x80 { upper += 1 }
        var cells: [Cell] = []
        var column = 0
        var offset = lower
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = file.utf8[lower..<upper].makeIterator()
        reading: while true {
            let scalar: Unicode.Scalar
            let byteCount: Int
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded):
                scalar = Unicode.UTF8.decode(encoded)
                byteCount = encoded.count
            case .error(let length):
                scalar = "\u{FFFD}"
                byteCount = length
            case .emptyInput:
                break reading
            }
            let cell = show(scalar, at: offset, column: column)
            cells.append(cell)
            column += cell.width
            offset += byteCount
        }
        return (cells, lower > whole.lowerBound, upper < whole.upperBound)
    }

    private static func show(_ scalar: Unicode.Scalar, at offset: Int, column: Int) -> Cell {
        if scalar == "\t" {
            let width = tabWidth - column % tabWidth
            return Cell(offset: offset, column: column, width: width, text: String(repeating: " ", count: width))
        }
        let text = PrintableText.show(scalar)
        let width = text.unicodeScalars.count > 1 ? text.unicodeScalars.count : PrintableText.width(scalar)
        return Cell(offset: offset, column: column, width: width, text: text)
    }
}
