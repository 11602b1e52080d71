/// Shows how one text came from another, as `patch` reads it: the lines that change, with three lines around them.
public struct UnifiedDiffRenderer: Sendable {
    /// How many lines are shown on both sides of a change.
    private static let contextCount = 3
    private static let lineFeed = UInt8(ascii: "\n")

    /// A line of both texts, of the old one alone, or of the new one alone.
    private enum Line {
        case same(ArraySlice<UInt8>)
        case old(ArraySlice<UInt8>)
        case new(ArraySlice<UInt8>)

        var isSame: Bool { if case .same = self { true } else { false } }
    }

    /// Makes a renderer.
    public init() {}

    /// Shows the difference between two texts.
    ///
    /// - Parameters:
    ///   - old: the text as it was, under the name that is shown.
    ///   - new: the text as it is.
    /// - Returns: the difference; empty where there is none.
    public func render(from old: SourceFile, to new: SourceFile) -> String {
        let lines = lines(Self.split(old.utf8), Self.split(new.utf8))
        guard lines.contains(where: { !$0.isSame }) else { return "" }
        return "--- \(old.name)\n+++ \(new.name)\n" + hunks(lines).map { render(lines, $0) }.joined()
    }

    /// The lines of a text, each with its line break.
    private static func split(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: lineFeed).map { $0 + 1 } ?? bytes.count
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }

    private func lines(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Line] {
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var lines: [Line] = []
        var (first, second) = (0, 0)
        while first < old.count || second < new.count {
            if first < old.count, removed.contains(first) {
                lines.append(.old(old[first]))
                first += 1
            } else if second < new.count, inserted.contains(second) {
                lines.append(.new(new[second]))
                second += 1
            } else {
                lines.append(.same(old[first]))
                first += 1
                second += 1
            }
        }
        return lines
    }

    /// The stretches to show.
    private func hunks(_ lines: [Line]) -> [Range<Int>] {
        var hunks: [Range<Int>] = []
        for (number, line) in lines.enumerated() where !line.isSame {
            let around = max(0, number - Self.contextCount)..<min(lines.count, number + Self.contextCount + 1)
            if let last = hunks.last, last.upperBound >= around.lowerBound {
                hunks[hunks.count - 1] = last.lowerBound..<around.upperBound
            } else {
                hunks.append(around)
            }
        }
        return hunks
    }

    private func render(_ lines: [Line], _ hunk: Range<Int>) -> String {
        var (oldStart, newStart, oldCount, newCount) = (1, 1, 0, 0)
        for line in lines[..<hunk.lowerBound] {
            if case .new = line {} else { oldStart += 1 }
            if case .old = line {} else { newStart += 1 }
        }
        var text = ""
        for line in lines[hunk] {
            switch line {
            case .same(let bytes):
                (oldCount, newCount) = (oldCount + 1, newCount + 1)
                text += Self.shown(bytes, after: " ")
            case .old(let bytes):
                oldCount += 1
                text += Self.shown(bytes, after: "-")
            case .new(let bytes):
                newCount += 1
                text += Self.shown(bytes, after: "+")
            }
        }
        // An empty side is named by the line before it.
        let starts = (oldCount == 0 ? oldStart - 1 : oldStart, newCount == 0 ? newStart - 1 : newStart)
        return "@@ -\(starts.0),\(oldCount) +\(starts.1),\(newCount) @@\n" + text
    }

    private static func shown(_ line: ArraySlice<UInt8>, after sign: String) -> String {
        let text = sign + String(decoding: line, as: UTF8.self)
        return line.last == lineFeed ? text : "\(text)\n\\ No newline at end of file\n"
    }
}
