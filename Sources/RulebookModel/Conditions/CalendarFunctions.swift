import CEL

/// Functions over business calendars, opening hours and the time of the day.
///
/// Beyond what is known of a calendar they are unknown.
struct CalendarFunctions {
    /// The zone in which dates and times are told where none is given.
    let zone: CELTimeZone

    /// What a search in a calendar costs: it goes by the logarithm of years, and by the changes of clocks between.
    private static let cost = 20

    private static let date = HouseTypes.date
    private static let calendar = HouseTypes.calendar
    private static let zoneName = HouseTypes.type(of: .zone)
    private static let hours = HouseTypes.type(of: .hours)

    /// Adds them all.
    func declare(in declarations: inout CELDeclarations) {
        declareOpening(in: &declarations)
        declareTimeOfDay(in: &declarations)
        declareBusinessTime(in: &declarations)
        declareBusinessDays(in: &declarations)
    }

    // MARK: Opening

    private func declareOpening(in declarations: inout CELDeclarations) {
        let zone = zone
        declarations.function(
            "open",
            [
                Self.overload("open_calendar_timestamp", [Self.calendar, .timestamp], .bool) {
                    arguments throws(BusinessCalendar.Gap) in
                    guard case .opaque(let box) = arguments[0], let calendar = box.content as? BusinessCalendar,
                        case .timestamp(let instant) = arguments[1]
                    else { return Self.misfit }
                    return .bool(try calendar.isOpen(at: instant))
                },
                .binary("open_hours_timestamp", Self.hours, .timestamp, .bool) {
                    Self.isOpen($0, $1, zone)
                },
                .variadic("open_hours_timestamp_zone", [Self.hours, .timestamp, Self.zoneName], .bool) { arguments in
                    guard arguments.count == 3 else { return Self.misfit }
                    return Self.zone(arguments[2]).map { Self.isOpen(arguments[0], arguments[1], $0) } ?? Self.noZone
                },
            ])
        declarations.function(
            "nextOpening",
            [
                Self.overload("nextOpening_calendar_timestamp", [Self.calendar, .timestamp], .timestamp) {
                    arguments throws(BusinessCalendar.Gap) in
                    guard let calendar = Self.calendar(arguments[0]), case .timestamp(let instant) = arguments[1]
                    else { return Self.misfit }
                    return .timestamp(try calendar.nextOpening(from: instant))
                }
            ])
    }

    private static func isOpen(_ hours: CELValue, _ instant: CELValue, _ zone: CELTimeZone) -> CELValue {
        guard case .string(let text) = hours, let hours = WeeklyHours(parsing: text.text),
            case .timestamp(let instant) = instant
        else { return misfit }
        return .bool(hours.contains(LocalTime(instant, in: zone)))
    }

    // MARK: Time of the day

    private func declareTimeOfDay(in declarations: inout CELDeclarations) {
        let zone = zone
        declarations.function(
            "timeOfDay",
            [
                .unary("timeOfDay_timestamp", .timestamp, HouseTypes.timeOfDay) { Self.timeOfDay($0, zone) },
                .binary("timeOfDay_timestamp_zone", .timestamp, Self.zoneName, HouseTypes.timeOfDay) {
                    instant, name in
                    Self.zone(name).map { Self.timeOfDay(instant, $0) } ?? Self.noZone
                },
            ])
    }

    private static func timeOfDay(_ value: CELValue, _ zone: CELTimeZone) -> CELValue {
        guard case .timestamp(let instant) = value else { return misfit }
        return .scalar(CELScalar(TimeOfDay(LocalTime(instant, in: zone))))
    }

    // MARK: Business time

    private func declareBusinessTime(in declarations: inout CELDeclarations) {
        declarations.function(
            "addBusinessTime",
            [
                Self.overload(
                    "addBusinessTime_timestamp", [.timestamp, .duration, Self.calendar], .timestamp
                ) { arguments throws(BusinessCalendar.Gap) in
                    guard case .timestamp(let start) = arguments[0], case .duration(let length) = arguments[1],
                        let calendar = Self.calendar(arguments[2])
                    else { return Self.misfit }
                    guard length.nanoseconds >= 0 else {
                        return .failure(.invalidArgument, "business time is added, not taken away")
                    }
                    return .timestamp(try calendar.instant(afterOpenTime: length, from: start))
                }
            ])
        declarations.function(
            "businessTimeBetween",
            [
                Self.overload(
                    "businessTimeBetween_timestamp", [.timestamp, .timestamp, Self.calendar], .duration
                ) { arguments throws(BusinessCalendar.Gap) in
                    guard case .timestamp(let first) = arguments[0], case .timestamp(let second) = arguments[1],
                        let calendar = Self.calendar(arguments[2])
                    else { return Self.misfit }
                    return .duration(try calendar.openTime(from: first, to: second))
                }
            ])
        declarations.function(
            "closeOf",
            [
                Self.overload("closeOf_calendar_timestamp", [Self.calendar, .timestamp], .timestamp) {
                    arguments throws(BusinessCalendar.Gap) in
                    guard let calendar = Self.calendar(arguments[0]), case .timestamp(let instant) = arguments[1]
                    else { return Self.misfit }
                    return .timestamp(try calendar.close(from: instant))
                },
                Self.overload("closeOf_calendar_date", [Self.calendar, Self.date], .timestamp) {
                    arguments throws(BusinessCalendar.Gap) in
                    guard let calendar = Self.calendar(arguments[0]), let date = Self.date(arguments[1], calendar)
                    else { return Self.misfit }
                    return .timestamp(try calendar.close(of: date))
                },
            ])
    }

    // MARK: Business days

    private func declareBusinessDays(in declarations: inout CELDeclarations) {
        declarations.function(
            "addBusinessDays",
            [CELType.timestamp, Self.date].map { type in
                Self.overload("addBusinessDays_\(type)", [type, .int, Self.calendar], Self.date) {
                    arguments throws(BusinessCalendar.Gap) in
                    guard let calendar = Self.calendar(arguments[2]), let date = Self.date(arguments[0], calendar),
                        case .int(let count) = arguments[1]
                    else { return Self.misfit }
                    let found = try calendar.date(date, addingBusinessDays: Int(count))
                    return .scalar(CELScalar(found))
                }
            })
        let pairs: [(CELType, CELType)] = [
            (.timestamp, .timestamp), (.timestamp, Self.date), (Self.date, .timestamp), (Self.date, Self.date),
        ]
        declarations.function(
            "businessDaysBetween",
            pairs.map { first, second in
                Self.overload("businessDaysBetween_\(first)_\(second)", [first, second, Self.calendar], .int) {
                    arguments throws(BusinessCalendar.Gap) in
                    guard let calendar = Self.calendar(arguments[2]), let first = Self.date(arguments[0], calendar),
                        let second = Self.date(arguments[1], calendar)
                    else { return Self.misfit }
                    return .int(Int64(try calendar.businessDays(from: first, to: second)))
                }
            })
    }

    // MARK: Arguments

    private static func overload(
        _ id: String, _ parameters: [CELType], _ result: CELType,
        _ body: @escaping @Sendable ([CELValue]) throws(BusinessCalendar.Gap) -> CELValue
    ) -> CELOverload {
        var overload = CELOverload.variadic(id, parameters, result) { arguments in
            guard arguments.count == parameters.count else { return misfit }
            do throws(BusinessCalendar.Gap) {
                return try body(arguments)
            } catch {
                return error.value
            }
        }
        overload.extraCost = cost
        return overload
    }

    private static func calendar(_ value: CELValue) -> BusinessCalendar? {
        guard case .opaque(let box) = value else { return nil }
        return box.content as? BusinessCalendar
    }

    /// A date, or the one that the calendar's wall clock shows at an instant.
    private static func date(_ value: CELValue, _ calendar: BusinessCalendar) -> CivilDate? {
        switch value {
        case .timestamp(let instant): calendar.date(at: instant)
        case .scalar(let scalar): scalar.date
        default: nil
        }
    }

    private static func zone(_ value: CELValue) -> CELTimeZone? {
        guard case .string(let name) = value else { return nil }
        return CELTimeZone.named(name.text)
    }

    private static var misfit: CELValue { .failure(.noSuchOverload, "the values do not fit the function") }
    private static var noZone: CELValue { .failure(.invalidArgument, "there is no such time zone") }
}
