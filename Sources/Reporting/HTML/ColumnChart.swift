internal import Audit
import RulebookEngine

/// Columns over a timeline, stacked by status, as inline SVG that stretches to its place.
struct ColumnChart {
    /// The most columns; longer timelines are drawn by weeks or months.
    static let columnsMax = 62
    /// The least columns that the width is divided into: a log of one day is not one broad block.
    static let slotsMin = 14
    /// The height of the drawing in its own units.
    static let height = 100
    /// The least height of a status that occurs.
    static let segmentMin = 2

    let timeline: Timeline
    /// The statuses that are stacked, the lowest first.
    let statuses: [FindingStatus]
    /// What the columns show, in words.
    let title: String

    private func total(_ counts: StatusCounts) -> Int { statuses.reduce(0) { $0 + counts[$1] } }

    /// The greatest column.
    var maximum: Int { timeline.points.map { total($0.counts) }.max() ?? 0 }

    /// The drawing; its columns are named, so that a pointer or a screen reader finds the figures.
    var svg: String {
        let slots = max(timeline.stretchCount, Self.slotsMin)
        let peak = max(maximum, 1)
        var svg = "<svg class=\"columns\" viewBox=\"0 0 \(slots * 10) \(Self.height)\" preserveAspectRatio=\"none\""
        svg += " role=\"img\"><title>\(HTMLText.escaped(title))</title>\n"
        for point in timeline.points where total(point.counts) > 0 {
            let x = timeline.position(of: point.date) * 10 + 1
            let figures = statuses.map { "\(NumberText.grouped(point.counts[$0])) \($0.word)" }.joined(separator: ", ")
            svg += "<g><title>\(point.date.text): \(figures)</title>"
            var top = Self.height
            for status in statuses where point.counts[status] > 0 {
                let exact = Int(Int128(point.counts[status]) * Int128(Self.height) / Int128(peak))
                let height = min(max(exact, Self.segmentMin), top)
                top -= height
                svg += "<rect class=\"\(status.rawValue)\" x=\"\(x)\" y=\"\(top)\" width=\"8\" height=\"\(height)\"/>"
            }
            svg += "</g>\n"
        }
        return svg + "</svg>"
    }
}
