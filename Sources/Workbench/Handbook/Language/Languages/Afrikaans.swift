import CEL

/// Afrikaans.
enum Afrikaans: HandbookLanguage {
    static let tag = "af"
    static let name = "Afrikaans"
    static let marks = NumberMarks(
        decimal: ",", group: "\u{A0}", groupedFrom: 4, percentSpace: "", currencyFirst: true)
    static let quotes = (open: "“", close: "”")

    static func form(of number: Int) -> Int { number == 1 ? 0 : 1 }
    static let fractionForm = 1

    static func forms(of unit: HandbookUnit, _ use: HandbookUse) -> String {
        switch unit {
        case .second: "sekonde|sekondes"
        case .minute: "minuut|minute"
        case .hour: "uur|uur"
        case .day: "dag|dae"
        case .week: "week|weke"
        case .month: "maand|maande"
        case .quarter: "kwartaal|kwartale"
        case .year: "jaar|jaar"
        case .businessDay: "werksdag|werksdae"
        case .time: "keer|keer"
        case .character: "karakter|karakters"
        }
    }

    static func date(_ date: CivilDate, isEnd: Bool) -> String {
        "\(date.day)\u{A0}\(months[date.month - 1]) \(date.year)"
    }

    private static let months = [
        "Januarie", "Februarie", "Maart", "April", "Mei", "Junie", "Julie", "Augustus", "September", "Oktober",
        "November", "Desember",
    ]
}
