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
        let isReset: Bool
    }

    /// What a measure comes to.
    enum Figure: Hashable {
        case bool(Bool)
        case int(Int64)
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

    /// What a measure comes to just before an instant.
    func figure(_ function: Measure.Function, key: String, at now: Date, window: String, resets: Bool) -> Figure {
        var counted: [Happening] = []
        for past in history where past.key == key {
            if past.isReset {
                if resets { counted = [] }
            } else if counts(past.instant, at: now, window: window) {
                counted.append(past)
            }
        }
        switch function {
        case .happened: return .bool(!counted.isEmpty)
        case .count: return .int(Int64(counted.count))
        case .sum, .min, .max, .last, .distinct: break
        }
        let values = counted.compactMap(\.value)
        guard values.count == counted.count else { return .unknown }
        switch function {
        case .sum: return .int(values.reduce(0, +))
        case .distinct: return .int(Int64(Set(values).count))
        case .min: return values.min().map(Figure.int) ?? .unknown
        case .max: return values.max().map(Figure.int) ?? .unknown
        default: return values.last.map(Figure.int) ?? .unknown
        }
    }
}
