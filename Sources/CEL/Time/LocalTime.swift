/// An instant as a clock on a wall shows it.
public struct LocalTime: Hashable, Sendable {
    /// The date.
    public let date: CivilDate
    /// Seconds since midnight by the clock, 0 to 86,399.
    public let secondOfDay: Int
    /// What remains of the second, in nanoseconds.
    public let nanoseconds: Int

    /// What the clocks of a zone show at an instant.
    public init(_ timestamp: CELTimestamp, in zone: CELTimeZone) {
        let local = timestamp.seconds + Int64(zone.offsetSeconds(at: timestamp.seconds))
        let day = local.flooredQuotient(by: 86_400)
        self.date = CivilDate(daysSince1970: Int(day))
        self.secondOfDay = Int(local - day * 86_400)
        self.nanoseconds = Int(timestamp.nanoseconds)
    }
}
