import Foundation

/// Counts a share by going through a whole log, with the calendar of Foundation.
struct NaiveMetric {
    /// A call as a test makes it; nil where the event does not say.
    struct Call {
        let instant: Date
        let circle: String?
        /// Seconds.
        let wait: Int?
        let isMachine: Bool?
        let isExcused: Bool
    }

    let unit: Calendar.Component
    /// The bound, in percent.
    let atLeast: Int
    let sample: Int

    private let calendar: Calendar = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = TimeZone(identifier: "Europe/Ljubljana") ?? .gmt
        return calendar
    }()

    private struct Group: Hashable {
        let circle: String
        let period: Date
    }

    /// The findings as `circle status part/whole`, for a log that is over at an instant, sorted.
    func findings(_ calls: [Call], asOf end: Date) -> [String] {
        var groups: [Group: [Call]] = [:]
        for call in calls where call.isMachine != true {
            guard let period = calendar.dateInterval(of: unit, for: call.instant)?.start else { continue }
            groups[Group(circle: call.circle ?? "not known", period: period), default: []].append(call)
        }
        return groups.map { group, calls in
            let members = calls.filter { $0.isMachine == false && !$0.isExcused }
            let possible = calls.filter { $0.isMachine == nil && !$0.isExcused }
            let known = members.compactMap(\.wait)
            let part = known.count { $0 <= 20 }
            let isOver = (calendar.date(byAdding: unit, value: 1, to: group.period) ?? .distantFuture) <= end
            var status: String
            if group.circle == "not known" {
                status = members.isEmpty && possible.isEmpty ? "not_applicable" : "undetermined"
            } else if !isOver {
                status = "pending"
            } else if members.isEmpty && possible.isEmpty {
                status = "not_applicable"
            } else if members.count < sample {
                status = "undetermined"
            } else {
                // Every way in which the unknown ones could turn out.
                let gaps = members.count - known.count
                var verdicts: Set<Bool> = []
                for good in 0...gaps {
                    for more in 0...possible.count {
                        for goodMore in 0...more {
                            verdicts.insert((part + good + goodMore) * 100 >= atLeast * (members.count + more))
                        }
                    }
                }
                status = verdicts.count > 1 ? "undetermined" : verdicts.contains(true) ? "met" : "missed"
            }
            status += known.isEmpty ? " none" : " \(part)/\(known.count)"
            return "\(group.circle) \(group.period.timeIntervalSince1970) \(status)"
        }.sorted()
    }
}
