public import SourceText

/// A text in which `«` and `»` mark the places that a test expects, so that no test counts columns.
public struct MarkedSource: Sendable {
    /// The text without the marks.
    public let file: SourceFile
    /// The marked places, in the order of their beginnings.
    public let marks: [SourceRange]

    /// Reads the marks out of a text; marks may be nested.
    public init(_ marked: String, name: String = "test.yaml") {
        var text: [UInt8] = []
        var open: [Int] = []
        var ranges: [Range<Int>] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "«":
                open.append(text.count)
            case "»":
                if let start = open.popLast() { ranges.append(start..<text.count) }
            default:
                text += Array(String(scalar).utf8)
            }
        }
        let file = SourceFile(name: name, utf8: text)
        self.file = file
        marks = ranges.sorted { ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound) }
            .map { SourceRange(file: file, lowerBound: $0.lowerBound, upperBound: $0.upperBound) }
    }
}
