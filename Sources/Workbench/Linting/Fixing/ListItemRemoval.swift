import SourceText

/// Finds what is to be deleted so that an item is gone from a list, and nothing else.
enum ListItemRemoval {
    /// The bytes that go with an item: its line in a list of lines, else one of the commas beside it.
    ///
    /// - Parameter item: the item, quotes included, with others beside it in its list.
    /// - Returns: nil where something else would go with it, such as a comment on its line.
    static func range(of item: SourceRange) -> SourceRange? {
        line(of: item) ?? entry(of: item)
    }

    /// The whole line of `- item`.
    private static func line(of item: SourceRange) -> SourceRange? {
        let bytes = item.file.utf8
        var start = item.lowerBound
        while start > 0, bytes[start - 1] == space { start -= 1 }
        guard start < item.lowerBound, start > 0, bytes[start - 1] == dash else { return nil }
        start -= 1
        while start > 0, bytes[start - 1] == space { start -= 1 }
        guard start == 0 || bytes[start - 1] == lineFeed else { return nil }
        var end = item.upperBound
        while end < bytes.count, bytes[end] == space || bytes[end] == carriageReturn { end += 1 }
        guard end < bytes.count, bytes[end] == lineFeed else { return nil }
        return SourceRange(file: item.file, lowerBound: start, upperBound: end + 1)
    }

    /// The item of `[item, …]` with the comma before it, or of the first that after it.
    private static func entry(of item: SourceRange) -> SourceRange? {
        let bytes = item.file.utf8
        var start = item.lowerBound
        while start > 0, isSpace(bytes[start - 1]) { start -= 1 }
        if start > 0, bytes[start - 1] == comma {
            return SourceRange(file: item.file, lowerBound: start - 1, upperBound: item.upperBound)
        }
        guard start > 0, bytes[start - 1] == bracket else { return nil }
        var end = item.upperBound
        while end < bytes.count, isSpace(bytes[end]) { end += 1 }
        guard end < bytes.count, bytes[end] == comma else { return nil }
        end += 1
        while end < bytes.count, bytes[end] == space { end += 1 }
        return SourceRange(file: item.file, lowerBound: item.lowerBound, upperBound: end)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == space || byte == lineFeed || byte == carriageReturn }

    private static let space = UInt8(ascii: " ")
    private static let dash = UInt8(ascii: "-")
    private static let comma = UInt8(ascii: ",")
    private static let bracket = UInt8(ascii: "[")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")
}
