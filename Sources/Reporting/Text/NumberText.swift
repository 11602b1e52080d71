internal import Audit

/// How numbers read in a report for people.
enum NumberText {
    /// A count with a comma between groups of three digits: `65,691`.
    static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "-" : ""
        for (offset, digit) in digits.enumerated() {
            if offset > 0, (digits.utf8.count - offset) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// A percentage, or a dash where nothing was judged: `99.9 %`.
    static func percent(_ share: ExactShare?) -> String {
        // A no-break space keeps the sign with its number.
        share.map { $0.percentText + "\u{A0}%" } ?? "–"
    }

    /// A count with its noun: `1 row`, `2 rows`.
    static func counted(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
        grouped(count) + " " + (count == 1 ? singular : plural ?? singular + "s")
    }

    /// A length in bytes for people: `4.2 MB`; exact below a kilobyte.
    static func bytes(_ count: Int) -> String {
        var tenths = Int128(count) * 10
        for unit in ["bytes", "kB", "MB", "GB"] {
            if tenths < 10_000 {
                return unit == "bytes" ? grouped(count) + " bytes" : "\(tenths / 10).\(tenths % 10) \(unit)"
            }
            tenths = (tenths + 500) / 1000
        }
        return "\(tenths / 10).\(tenths % 10) TB"
    }
}
