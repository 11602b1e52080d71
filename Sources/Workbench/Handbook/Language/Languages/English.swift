import CEL

/// English, as it is written in Britain.
enum English: HandbookLanguage {
    static let tag = "en"
    static let name = "English"
    static let marks = NumberMarks(
        decimal: ".", group: ",", groupedFrom: 4, percentSpace: "", currencyFirst: false)
    static let quotes = (open: "“", close: "”")

    static func form(of number: Int) -> Int { number == 1 ? 0 : 1 }
    static let fractionForm = 1

    static func forms(of unit: HandbookUnit, _ use: HandbookUse) -> String {
        switch unit {
        case .second: "second|seconds"
        case .minute: "minute|minutes"
        case .hour: "hour|hours"
        case .day: "day|days"
        case .week: "week|weeks"
        case .month: "month|months"
        case .quarter: "quarter|quarters"
        case .year: "year|years"
        case .businessDay: "business day|business days"
        case .time: "time|times"
        case .character: "character|characters"
        }
    }

    static func date(_ date: CivilDate, isEnd: Bool) -> String {
        "\(date.day)\u{A0}\(months[date.month - 1]) \(date.year)"
    }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
