import CEL
import SourceText
import YAMLSyntax

/// Reads how far back a measure looks.
struct MeasureWindowReader {
    let vocabulary: Vocabulary

    private static let words = ["each", "lifetime"]
    private static let keys = KnownKeys(
        ["calendar", "rolling", "zone", "begins"],
        notYet: ["blocks": "a window of successive blocks", "from": "a window of successive blocks"])
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
        let extent = readExtent(mapping, node: node, diagnostics: &diagnostics)
        if case .some(.none) = zone { return nil }
        guard let extent else { return nil }
        return MeasureWindow(extent: extent, zone: (zone ?? nil) ?? .rulebook, range: node.range)
    }

    private func readExtent(
        _ mapping: YAMLMapping, node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> MeasureWindow.Extent? {
        let begins = mapping["begins"]
        switch (mapping["calendar"], mapping["rolling"]) {
        case (let calendar?, nil):
            let weekday = begins.map { readWeekday($0, diagnostics: &diagnostics) }
            guard
                let unit = calendar.word("unit of the calendar", of: MeasureWindow.Unit.self, diagnostics: &diagnostics)
            else { return nil }
            if unit != .week, let begins {
                diagnostics.add(.conflictingKeys("`begins` goes with `{calendar: week}`", at: begins.range))
                return nil
            }
            if case .some(.none) = weekday { return nil }
            return .calendar(unit, weekBegins: (weekday ?? nil) ?? 1)
        case (nil, let rolling?):
            if let begins {
                diagnostics.add(.conflictingKeys("`begins` goes with `{calendar: week}`", at: begins.range))
                return nil
            }
            return readRolling(rolling, diagnostics: &diagnostics)
        case (.some, let rolling?):
            diagnostics.add(.conflictingKeys("a window is `calendar` or `rolling`, not both", at: rolling.range))
            return nil
        case (nil, nil):
            if mapping["blocks"] == nil {
                diagnostics.add(
                    .missingKey(
                        "calendar", in: "a window",
                        help: "write `{calendar: month}`, `{rolling: 168h}` or `{rolling: 7 days}`", at: node.range))
            }
            return nil
        }
    }

    private func readRolling(
        _ node: YAMLNode, diagnostics: inout DiagnosticCollector
    ) -> MeasureWindow.Extent? {
        guard let text = node.text("`rolling`", diagnostics: &diagnostics) else { return nil }
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
