internal import Audit
import RulebookEngine

/// A stacked bar of findings by status, as inline SVG.
struct StatusBar {
    /// The width of the drawing in its own units.
    static let width = 1000
    /// The least width of a status that occurs: one miss among a hundred thousand must be seen.
    static let segmentMin = 10

    let counts: StatusCounts

    /// The statuses that are drawn; what is outside the scope of a standard would swamp the rest.
    static let statuses: [FindingStatus] = [.met, .discretion, .missed, .undetermined, .pending, .excused]

    /// The widths of the statuses that occur, which fill the bar.
    var segments: [(status: FindingStatus, width: Int)] {
        let present = Self.statuses.filter { counts[$0] > 0 }
        let total = present.reduce(0) { $0 + counts[$1] }
        guard total > 0 else { return [] }
        var segments = present.map { status in
            (
                status: status,
                width: max(Int(Int128(counts[status]) * Int128(Self.width) / Int128(total)), Self.segmentMin)
            )
        }
        // What rounding and the least widths give or take is settled with the widest.
        let excess = segments.reduce(0) { $0 + $1.width } - Self.width
        if let widest = segments.indices.max(by: { segments[$0].width < segments[$1].width }) {
            segments[widest].width -= excess
        }
        return segments
    }

    /// The counts in words, which the drawing bears as its name.
    var description: String {
        let parts = Self.statuses.filter { counts[$0] > 0 }.map { "\(NumberText.grouped(counts[$0])) \($0.word)" }
        return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
    }

    /// The drawing.
    var svg: String {
        var svg = "<svg class=\"stack\" viewBox=\"0 0 \(Self.width) 10\" preserveAspectRatio=\"none\" role=\"img\">"
        svg +=
            "<title>\(HTMLText.escaped(description))</title><rect class=\"track\" width=\"\(Self.width)\" height=\"10\"/>"
        var x = 0
        for segment in segments {
            svg += "<rect class=\"\(segment.status.rawValue)\" x=\"\(x)\" width=\"\(segment.width)\" height=\"10\"/>"
            x += segment.width
        }
        return svg + "</svg>"
    }
}
