import Foundation
import Synchronization

/// A time zone: how local time differs from UTC at any instant.
///
/// The only place that asks Foundation, and that only once a zone: it is slow, and its transitions are copied into a
/// sorted table. On Linux Foundation brings its own copy of the IANA database and reads no files of the machine.
public final class CELTimeZone: Sendable {
    /// The IANA name, `UTC`, or the offset as it was written.
    public let name: String
    /// The instants at which the offset changes, ascending.
    private let transitions: [Int64]
    /// The offset before the first transition, then after each; one more than ``transitions``.
    private let offsets: [Int32]
    /// The zone to ask outside ``tabulated``, or nil for a constant offset.
    private let zone: TimeZone?

    /// The years for which transitions are tabulated: 1970 up to 2100.
    private static let tabulated: Range<Int64> = 0..<4_102_444_800
    /// No zone changes its clock more often than this in the tabulated years.
    private static let transitionCountMax = 2_000
    /// How many zones are kept; there are about 600 names.
    private static let cachedCountMax = 1_000
    /// No name is longer.
    private static let nameByteCountMax = 64

    private static let cache = Mutex<[String: CELTimeZone]>([:])

    /// UTC.
    public static let utc = CELTimeZone(name: "UTC", offsetSeconds: 0)

    /// The zone of a name: an IANA name, `UTC`, or an offset such as `+02:00`, `-03:30` or `02:00`; nil where there
    /// is none.
    ///
    /// - Complexity: O(1) after the first use of a name.
    public static func named(_ name: String) -> CELTimeZone? {
        if name == "UTC" { return utc }
        if let seconds = offsetSeconds(parsing: name) { return CELTimeZone(name: name, offsetSeconds: seconds) }
        if let known = cache.withLock({ $0[name] }) { return known }
        guard let zone = system(name) else { return nil }
        let made = CELTimeZone(name: name, zone: zone)
        cache.withLock { cache in
            if cache.count < cachedCountMax { cache[name] = made }
        }
        return made
    }

    /// The system's zone of an IANA name.
    ///
    /// Foundation also takes abbreviations that mean several zones, and lengths of time; names of one word therefore
    /// go through a table, and the others must have the shape of a path.
    private static func system(_ name: String) -> TimeZone? {
        guard name.utf8.count <= nameByteCountMax else { return nil }
        if let target = ZoneLinks.words[name] { return TimeZone(identifier: target) }
        guard isPath(name) else { return nil }
        return TimeZone(identifier: name) ?? ZoneLinks.paths[name].flatMap { TimeZone(identifier: $0) }
    }

    /// Whether a name has the shape of an IANA name of several words; `SystemV` is no part of that database.
    private static func isPath(_ name: String) -> Bool {
        guard let first = name.utf8.first, (0x41...0x5A).contains(first), !name.hasPrefix("SystemV/") else {
            return false
        }
        let isWord = name.utf8.allSatisfy { byte in
            (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                || byte == 0x2F || byte == 0x5F || byte == 0x2B || byte == 0x2D
        }
        return isWord && name.contains("/")
    }

    private init(name: String, offsetSeconds: Int32) {
        self.name = name
        self.transitions = []
        self.offsets = [offsetSeconds]
        self.zone = nil
    }

    private init(name: String, zone: TimeZone) {
        func offset(at seconds: Int64) -> Int32 {
            Int32(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
        }
        var transitions: [Int64] = []
        var offsets = [offset(at: Self.tabulated.lowerBound)]
        var instant = Self.tabulated.lowerBound
        while transitions.count < Self.transitionCountMax,
            let next = zone.nextDaylightSavingTimeTransition(after: Date(timeIntervalSince1970: TimeInterval(instant)))
        {
            let seconds = Int64(next.timeIntervalSince1970.rounded())
            guard seconds > instant, seconds < Self.tabulated.upperBound else { break }
            transitions.append(seconds)
            offsets.append(offset(at: seconds))
            instant = seconds
        }
        self.name = name
        self.transitions = transitions
        self.offsets = offsets
        self.zone = zone
    }

    /// How many seconds local time is ahead of UTC at an instant.
    ///
    /// - Parameter seconds: since 1970-01-01T00:00:00Z.
    /// - Returns: the offset in seconds, positive east of Greenwich.
    /// - Complexity: O(log n) for n changes of the clock between 1970 and 2100.
    public func offsetSeconds(at seconds: Int64) -> Int {
        if let zone, !Self.tabulated.contains(seconds) {
            return zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
        }
        return Int(offsets[transitionCount(upTo: seconds)])
    }

    /// The first instant after another at which the clock changes, between 1970 and 2100; nil where there is none.
    ///
    /// - Parameter seconds: since 1970-01-01T00:00:00Z.
    /// - Returns: the instant in the same unit.
    /// - Complexity: O(log n) for n changes of the clock between 1970 and 2100.
    package func nextChange(after seconds: Int64) -> Int64? {
        let passed = transitionCount(upTo: seconds)
        return passed < transitions.count ? transitions[passed] : nil
    }

    /// How many changes of the clock have come at an instant.
    private func transitionCount(upTo seconds: Int64) -> Int {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle] <= seconds {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// Reads `+hh:mm`, `-hh:mm` or `hh:mm`; hours to 23, minutes to 59, the sign covering both.
    private static func offsetSeconds(parsing text: String) -> Int32? {
        var bytes = Array(text.utf8)[...]
        var sign: Int32 = 1
        if let first = bytes.first, first == 0x2B || first == 0x2D {
            sign = first == 0x2D ? -1 : 1
            bytes.removeFirst()
        }
        let digits = bytes.enumerated().compactMap { index, byte -> Int32? in
            index == 2 ? nil : (0x30...0x39).contains(byte) ? Int32(byte - 0x30) : nil
        }
        guard bytes.count == 5, bytes[bytes.startIndex + 2] == 0x3A, digits.count == 4 else { return nil }
        let hours = digits[0] * 10 + digits[1]
        let minutes = digits[2] * 10 + digits[3]
        guard hours <= 23, minutes <= 59 else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }
}
