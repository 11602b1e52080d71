import CEL
import SourceText
import YAMLSyntax

/// Reads how far back a measure looks.
struct MeasureWindowReader {
    let vocabulary: Vocabulary
    let patterns: PatternReader

    private static let words = ["each", "lifetime"]
    private static let extents = ["calendar", "rolling", "blocks"]
    private static let keys = KnownKeys(extents + ["from", "zone", "begins"])
    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]

    /// Reads a window; nil where it was reported.
    func read(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> MeasureWindow? {
        guard case .mapping = node.content else {
            guard let word = node.text("`window`", diagnostics: &diagnostics) else { return nil }
            switch word {
            case "each": return MeasureWindow(extent: .each, zone: .rulebook, range: node.range)
            case "lifetime": return MeasureWindow(extent: .lifetime, zone: .rulebook, range: node.range)
            default:
                let help = MeasureWindow.Unit(rawValue: word).map { "write `{calendar: \($0.rawValue)}`" }
                diagnostics.add(
                    help.map { .badValue("`\(word)` is no window", help: $0, at: node.range) }
                        ?? .unknownWord(word, for: "window", known: Self.words, at: node.range))
                return nil
            }
        }
        guard let mapping = node.map("a window", keys: Self.keys, diagnostics: &diagnostics) else { return nil }
        let zone = mapping["zone"].map { readZone($0, diagnostics: &diagnostics) }
        let reach = readReach(mapping, node: node, diagnostics: &diagnostics)
        if case .some(.none) = zone { return nil }
        guard let reach else { return nil }
        return MeasureWindow(
            extent: reach.extent, zone: (zone ?? nil) ?? .rulebook, anchor: reach.anchor, range: node.range)
    }

    /// How far a window reaches, and the events with which its blocks begin.
    private typealias Reach = (extent: MeasureWindow.Extent, anchor: EventPattern?)

    private func readReach(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> Reach? {
        let written = mapping.entries.filter { Self.extents.contains($0.name) }
        guard let first = written.first else {
            diagnostics.add(
                .missingKey(
                    "calendar", in: "a window",
                    help: "write `{calendar: month}`, `{rolling: 168h}`, `{rolling: 7 days}` or "
                        + "`{blocks: 30 days, from: …}`",
                    at: node.range))
            return nil
        }
        if written.count > 1 {
            diagnostics.add(
                .conflictingKeys(
                    "a window is `\(first.name)` or `\(written[1].name)`, not both", at: written[1].value.range))
            return nil
        }
        if let begins = mapping["begins"], mapping["calendar"]?.scalar?.text != MeasureWindow.Unit.week.rawValue {
            diagnostics.add(.conflictingKeys("`begins` goes with `{calendar: week}`", at: begins.range))
            return nil
        }
        if let from = mapping["from"], first.name != "blocks" {
            diagnostics.add(
                .conflictingKeys(
                    "`from` goes with `blocks`, as in `{blocks: 30 days, from: 2026-03-01}`", at: from.range))
            return nil
        }
        switch first.name {
        case "calendar": return readCalendar(mapping, diagnostics: &diagnostics).map { ($0, nil) }
        case "rolling": return readRolling(first.value, diagnostics: &diagnostics).map { ($0, nil) }
        default: return readBlocks(first.value, from: mapping["from"], node: node, diagnostics: &diagnostics)
        }
    }

    private func readCalendar(
        _ mapping: YAMLMapping, diagnostics: inout DiagnosticCollector
    ) -> MeasureWindow.Extent? {
        let weekday = mapping["begins"].map { readWeekday($0, diagnostics: &diagnostics) }
        guard
            let unit = mapping["calendar"]?.word(
                "unit of the calendar", of: MeasureWindow.Unit.self, diagnostics: &diagnostics)
        else { return nil }
        if case .some(.none) = weekday { return nil }
        return .calendar(unit, weekBegins: (weekday ?? nil) ?? 1)
    }

    private func readBlocks(
        _ node: YAMLNode, from: YAMLNode?, node window: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> Reach? {
        let length: MeasureWindow.BlockLength? =
            switch readRolling(node, named: "blocks", diagnostics: &diagnostics) {
            case .rolling(let span): .span(span)
            case .dates(let count, let unit): .dates(count: count, unit)
            default: nil
            }
        guard let from else {
            diagnostics.add(
                .missingKey(
                    "from", in: "a window of blocks",
                    help: "say when the first begins: the name of an event, or a date, as in "
                        + "`{blocks: 30 days, from: 2026-03-01}`",
                    at: window.range))
            return nil
        }
        if let text = from.scalar?.text,
            text.utf8.first.map({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) == true
        {
            guard let date = CivilDate(parsing: text) else {
                diagnostics.add(
                    .badValue("`\(text)` is no date", help: "write it as in 2026-03-01", at: from.range))
                return nil
            }
            return length.map { (.blocks($0, .date(date)), nil) }
        }
        guard let anchor = patterns.read(from, diagnostics: &diagnostics) else { return nil }
        return length.map { (.blocks($0, .anchor), anchor) }
    }

    private func readRolling(
        _ node: YAMLNode, named name: String = "rolling", diagnostics: inout DiagnosticCollector
    ) -> MeasureWindow.Extent? {
        guard let text = node.text("`\(name)`", diagnostics: &diagnostics) else { return nil }
        if let dates = Self.dates(text) { return dates }
        do throws(TimeSpan.ParsingError) {
            let span = try TimeSpan(parsing: text)
            if span.nanoseconds > 0 { return .rolling(span) }
            diagnostics.add(.badValue("a window must be longer than nothing", at: node.range))
        } catch {
            let help =
                if case .calendarUnit = error {
                    "write `7 days` for dates, or `168h` for hours: they differ at midnight and when clocks change"
                } else {
                    "write a length such as `168h`, or dates such as `7 days`, `4 weeks`, `3 months`"
                }
            diagnostics.add(.badValue("`\(text)` is no length of a window", help: help, at: node.range))
        }
        return nil
    }

    /// `7 days`, `1 week`, `3 months`: a whole number above zero, one space, a unit of dates.
    static func dates(_ text: String) -> MeasureWindow.Extent? {
        let words = text.split(separator: " ")
        guard words.count == 2, let count = Int(words[0]), count > 0, count <= 36_600 else { return nil }
        let word = words[1].hasSuffix("s") ? String(words[1].dropLast()) : String(words[1])
        guard let unit = MeasureWindow.Unit(rawValue: word) else { return nil }
        return .dates(count: count, unit)
    }

    private func readWeekday(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> Int? {
        guard let word = node.text("`begins`", diagnostics: &diagnostics) else { return nil }
        if let index = Self.weekdays.firstIndex(where: { $0 == word.lowercased() || $0.prefix(3) == word.lowercased() })
        {
            return index + 1
        }
        diagnostics.add(.unknownWord(word, for: "weekday", known: Self.weekdays, at: node.range))
        return nil
    }

    private func readZone(_ node: YAMLNode, diagnostics: inout DiagnosticCollector) -> MeasureWindow.Zone? {
        guard let text = node.text("`zone`", diagnostics: &diagnostics) else { return nil }
        let resolver = FactResolver(vocabulary: vocabulary)
        guard let (path, type) = resolver.entityFact(text, range: node.range, diagnostics: &diagnostics) else {
            return nil
        }
        guard type == .zone else {
            diagnostics.add(
                .badValue(
                    "`\(text)` is a \(type.text), not a zone", help: "name a field whose type is `zone`",
                    at: node.range))
            return nil
        }
        return .fact(path: path)
    }
}
