import CEL

extension CELTimestamp {
    /// The instant as a clock and a calendar in a zone show it: `2026-11-20 09:14:03`.
    func text(in zone: CELTimeZone) -> String {
        let local = LocalTime(self, in: zone)
        let parts = [local.secondOfDay / 3600, local.secondOfDay / 60 % 60, local.secondOfDay % 60]
        let clock = parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        guard nanoseconds > 0 else { return "\(local.date) \(clock)" }
        let digits = String(nanoseconds + 1_000_000_000).dropFirst()
        return "\(local.date) \(clock).\(String(digits.reversed().drop { $0 == "0" }.reversed()))"
    }
}
