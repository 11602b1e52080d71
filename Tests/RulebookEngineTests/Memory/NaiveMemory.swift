import CEL
import Foundation
import RulebookModel

/// Measures by going through everything that ever happened, with the calendar of Foundation: slow, and written without
/// a look at the engine's own.
struct NaiveMemory {
    /// Something that happened under a key.
    struct Happening {
        let instant: Date
        let key: String
        /// What was measured; nil where nobody knows.
        let value: Int64?
        let kind: Kind
    }

    /// What something is to a measure.
    enum Kind {
        case use
        case reset
        /// Blocks begin with it.
        case beginning
    }

    /// What a measure comes to.
    enum Figure: Hashable {
        case bool(Bool)
        case int(Int64)
        /// A decimal number or a percentage, in units of 10⁻¹².
        case decimal(Int64)
        case unknown
    }

    var history: [Happening] = []
    let calendar: Calendar

    init(zone: String) {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
        self.calendar = calendar
    }

    /// Whether something that happened counts at an instant, in a window as rulebooks write it.
    func counts(_ past: Date, at now: Date, window: String) -> Bool {
        let day = { (date: Date) in calendar.startOfDay(for: date) }
        let parts = window.trimmingCharacters(in: CharacterSet(charactersIn: "{}")).components(separatedBy: ": ")
        switch window {
        case "lifetime": return true
        case "{calendar: week, begins: sunday}":
            var sundays = calendar
            sundays.firstWeekday = 1
            sundays.minimumDaysInFirstWeek = 1
            return sundays.dateInterval(of: .weekOfYear, for: now)?.contains(past) ?? false
        case "{calendar: day}": return calendar.isDate(past, inSameDayAs: now)
        case "{calendar: week}": return calendar.isDate(past, equalTo: now, toGranularity: .weekOfYear)
        case "{calendar: month}": return calendar.isDate(past, equalTo: now, toGranularity: .month)
        case "{calendar: year}": return calendar.isDate(past, equalTo: now, toGranularity: .year)
        case "{calendar: quarter}":
            let quarter = { (date: Date) in (calendar.component(.month, from: date) + 2) / 3 }
            return calendar.isDate(past, equalTo: now, toGranularity: .year) && quarter(past) == quarter(now)
        default:
            let words = parts[1].components(separatedBy: " ")
            if words.count == 1, let hours = Double(words[0].dropLast()) {
                return past > now.addingTimeInterval(-hours * 3600)
            }
            let unit: Calendar.Component =
                words[1].hasPrefix("day") ? .day : words[1].hasPrefix("week") ? .weekOfYear : .month
            guard let count = Int(words[0]), let back = calendar.date(byAdding: unit, value: -count, to: day(now))
            else {
                return false
            }
            return day(past) > day(back)
        }
    }

    /// The first and the last moment of the block in which an instant lies, walking from one block to the next.
    private func block(of now: Date, from first: Date, length: String) -> Range<Date>? {
        guard now >= first else { return nil }
        let words = length.components(separatedBy: " ")
        func beginning(_ number: Int) -> Date? {
            if words.count == 1, let hours = Double(words[0].dropLast()) {
                return first.addingTimeInterval(Double(number) * hours * 3600)
            }
            guard let count = Int(words[0]) else { return nil }
            let unit: Calendar.Component =
                words[1].hasPrefix("day") ? .day : words[1].hasPrefix("week") ? .weekOfYear : .month
            return calendar.date(byAdding: unit, value: number * count, to: calendar.startOfDay(for: first))
        }
        // Walking begins a little before, for no unit is longer than this.
        let longest =
            words.count == 1 ? 1.0 / 24 : words[1].hasPrefix("day") ? 1.0 : words[1].hasPrefix("week") ? 7 : 31
        let length = (Double(words[0].filter(\.isNumber)) ?? 1) * longest * 86_400
        var number = max(0, Int(now.timeIntervalSince(first) / length) - 2)
        while let end = beginning(number + 1), end <= now { number += 1 }
        guard let start = beginning(number), let end = beginning(number + 1) else { return nil }
        return start..<end
    }

    /// What counts at an instant in a window of blocks; nil where none has begun.
    private func countedInBlock(_ past: [Happening], at now: Date, window: String) -> [Happening]? {
        let parts = window.dropFirst().dropLast().components(separatedBy: ", ")
        let length = String(parts[0].dropFirst("blocks: ".count))
        let from = String(parts[1].dropFirst("from: ".count))
        var counted = past
        let first: Date
        if from == "begun" {
            guard let index = past.lastIndex(where: { $0.kind == .beginning }) else { return nil }
            first = past[index].instant
            counted = Array(past[index...])
        } else {
            let numbers = from.components(separatedBy: "-").compactMap { Int($0) }
            let components = DateComponents(year: numbers[0], month: numbers[1], day: numbers[2])
            guard let date = calendar.date(from: components) else { return nil }
            first = date
        }
        guard let block = block(of: now, from: first, length: length) else { return nil }
        return counted.filter { block.contains($0.instant) }
    }

    /// What a measure comes to just before an instant.
    func figure(_ function: Measure.Function, key: String, at now: Date, window: String, resets: Bool) -> Figure {
        var past = history.filter { $0.key == key }
        if resets, let index = past.lastIndex(where: { $0.kind == .reset }) {
            // What a block begins with is remembered all the same.
            past = past[..<index].filter { $0.kind == .beginning } + past[(index + 1)...]
        }
        let counted: [Happening]
        if window.hasPrefix("{blocks") {
            guard let found = countedInBlock(past, at: now, window: window) else { return .unknown }
            counted = found.filter { $0.kind == .use }
        } else {
            counted = past.filter { $0.kind == .use && counts($0.instant, at: now, window: window) }
        }
        return figure(function, of: counted)
    }

    private func figure(_ function: Measure.Function, of counted: [Happening]) -> Figure {
        switch function {
        case .happened: return .bool(!counted.isEmpty)
        case .count: return .int(Int64(counted.count))
        case .sum, .min, .max, .last, .distinct, .mean, .share, .percentile: break
        }
        let values = counted.compactMap(\.value)
        guard values.count == counted.count else { return .unknown }
        switch function {
        case .sum: return .int(values.reduce(0, +))
        case .distinct: return .int(Int64(Set(values).count))
        case .min: return values.min().map(Figure.int) ?? .unknown
        case .max: return values.max().map(Figure.int) ?? .unknown
        case .percentile:
            // The least that at least 70 of a hundred do not exceed.
            return values.sorted().first { value in values.count { $0 <= value } * 100 >= 70 * values.count }
                .map(Figure.int) ?? .unknown
        case .mean: return decimal(values.reduce(0, +), over: values.count)
        case .share: return decimal(Int64(100 * values.count { $0 > 1 }), over: values.count)
        default: return values.last.map(Figure.int) ?? .unknown
        }
    }

    private func decimal(_ sum: Int64, over count: Int) -> Figure {
        guard count > 0 else { return .unknown }
        let (scaled, count) = (abs(sum) * 1_000_000_000_000, Int64(count))
        let rounded = scaled / count + (2 * (scaled % count) >= count ? 1 : 0)
        return .decimal(sum < 0 ? -rounded : rounded)
    }
}
