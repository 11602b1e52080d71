extension StandardFunctions {
    /// Arithmetic and parts of timestamps and durations.
    static let times: [(String, [CELOverload])] = timeArithmetic + timestampParts + durationParts

    private static let timeArithmetic: [(String, [CELOverload])] = [
        (
            CELOperator.add.rawValue,
            [
                time("add_timestamp_duration", .timestamp, .duration, .timestamp, .add),
                time("add_duration_timestamp", .duration, .timestamp, .timestamp, .add),
                time("add_duration_duration", .duration, .duration, .duration, .add),
            ]
        ),
        (
            CELOperator.subtract.rawValue,
            [
                time("subtract_timestamp_timestamp", .timestamp, .timestamp, .duration, .subtract),
                time("subtract_timestamp_duration", .timestamp, .duration, .timestamp, .subtract),
                time("subtract_duration_duration", .duration, .duration, .duration, .subtract),
            ]
        ),
    ]

    private static func time(
        _ id: String, _ left: CELType, _ right: CELType, _ result: CELType, _ symbol: CELOperator
    ) -> CELOverload {
        .binary(id, left, right, result) { left, right in
            let isSum = symbol == .add
            switch (left, right) {
            case (.timestamp(let instant), .duration(let length)):
                return (isSum ? instant.adding(length) : instant.subtracting(length)).map(CELValue.timestamp)
                    ?? overflow(symbol)
            case (.duration(let length), .timestamp(let instant)) where isSum:
                return instant.adding(length).map(CELValue.timestamp) ?? overflow(symbol)
            case (.duration(let first), .duration(let second)):
                return (isSum ? first.adding(second) : first.subtracting(second)).map(CELValue.duration)
                    ?? overflow(symbol)
            case (.timestamp(let first), .timestamp(let second)) where !isSum:
                return first.since(second).map(CELValue.duration) ?? overflow(symbol)
            default: return noSuchOverload(symbol.rawValue, left, right)
            }
        }
    }

    /// The parts of an instant, in UTC or in a zone.
    private static let timestampParts: [(String, [CELOverload])] = [
        part("getFullYear", "year") { $0.date.year },
        part("getMonth", "month") { $0.date.month - 1 },
        part("getDayOfYear", "day_of_year") { $0.date.dayOfYear - 1 },
        part("getDayOfMonth", "day_of_month") { $0.date.day - 1 },
        part("getDate", "day_of_month_1_based") { $0.date.day },
        part("getDayOfWeek", "day_of_week") { $0.date.dayOfWeek },
        part("getHours", "hours") { $0.secondOfDay / 3_600 },
        part("getMinutes", "minutes") { $0.secondOfDay / 60 % 60 },
        part("getSeconds", "seconds") { $0.secondOfDay % 60 },
        part("getMilliseconds", "milliseconds") { $0.nanoseconds / 1_000_000 },
    ]

    private static func part(
        _ name: String, _ idPart: String, _ body: @escaping @Sendable (LocalTime) -> Int
    ) -> (String, [CELOverload]) {
        let inUTC = CELOverload.unary("timestamp_to_\(idPart)", .timestamp, .int, style: .member) { value in
            guard case .timestamp(let instant) = value else { return noSuchOverload(name, value) }
            return .int(Int64(body(LocalTime(instant, in: .utc))))
        }
        let inZone = CELOverload.binary(
            "timestamp_to_\(idPart)_with_tz", .timestamp, .string, .int, style: .member
        ) { value, zoneName in
            guard case .timestamp(let instant) = value, case .string(let text) = zoneName else {
                return noSuchOverload(name, value, zoneName)
            }
            guard let zone = CELTimeZone.named(text.text) else {
                return .failure(
                    .invalidArgument,
                    "\(zoneName.plainText) is no time zone: expected a name such as Europe/Ljubljana, or +02:00")
            }
            return .int(Int64(body(LocalTime(instant, in: zone))))
        }
        return (name, [inUTC, inZone])
    }

    /// The whole of a duration in a unit; `getMilliseconds` gives what remains of the second.
    private static let durationParts: [(String, [CELOverload])] = [
        length("getHours", "hours") { $0 / 3_600_000_000_000 },
        length("getMinutes", "minutes") { $0 / 60_000_000_000 },
        length("getSeconds", "seconds") { $0 / 1_000_000_000 },
        length("getMilliseconds", "milliseconds") { $0 / 1_000_000 % 1_000 },
    ]

    private static func length(
        _ name: String, _ idPart: String, _ body: @escaping @Sendable (Int64) -> Int64
    ) -> (String, [CELOverload]) {
        let overload = CELOverload.unary("duration_to_\(idPart)", .duration, .int, style: .member) { value in
            guard case .duration(let length) = value else { return noSuchOverload(name, value) }
            return .int(body(length.nanoseconds))
        }
        return (name, [overload])
    }
}
