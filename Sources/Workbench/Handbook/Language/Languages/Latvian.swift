import CEL

/// Latvian: the first form goes with 0, tens and 11 to 19, the second with 1, 21, 31, the third with the others.
enum Latvian: HandbookLanguage {
    static let tag = "lv"
    static let name = "latviešu"
    static let marks = NumberMarks(
        decimal: ",", group: "\u{A0}", groupedFrom: 5, percentSpace: "", currencyFirst: false)
    static let quotes = (open: "„", close: "”")

    static func form(of number: Int) -> Int {
        if number % 10 == 0 || (11...19).contains(number % 100) { return 0 }
        return number % 10 == 1 ? 1 : 2
    }
    static let fractionForm = 2

    static func forms(of unit: HandbookUnit, _ use: HandbookUse) -> String {
        switch use {
        case .plain, .bounded: nominative(unit)
        case .within: genitive(unit)
        case .every: locative(unit)
        }
    }

    private static func nominative(_ unit: HandbookUnit) -> String {
        switch unit {
        case .second: "sekunžu|sekunde|sekundes"
        case .minute: "minūšu|minūte|minūtes"
        case .hour: "stundu|stunda|stundas"
        case .day: "dienu|diena|dienas"
        case .week: "nedēļu|nedēļa|nedēļas"
        case .month: "mēnešu|mēnesis|mēneši"
        case .quarter: "ceturkšņu|ceturksnis|ceturkšņi"
        case .year: "gadu|gads|gadi"
        case .businessDay: "darba dienu|darba diena|darba dienas"
        case .time: "reižu|reize|reizes"
        case .character: "rakstzīmju|rakstzīme|rakstzīmes"
        }
    }

    private static func genitive(_ unit: HandbookUnit) -> String {
        switch unit {
        case .second: "sekunžu|sekundes|sekunžu"
        case .minute: "minūšu|minūtes|minūšu"
        case .hour: "stundu|stundas|stundu"
        case .day: "dienu|dienas|dienu"
        case .week: "nedēļu|nedēļas|nedēļu"
        case .month: "mēnešu|mēneša|mēnešu"
        case .quarter: "ceturkšņu|ceturkšņa|ceturkšņu"
        case .year: "gadu|gada|gadu"
        case .businessDay: "darba dienu|darba dienas|darba dienu"
        case .time: "reižu|reizes|reižu"
        case .character: "rakstzīmju|rakstzīmes|rakstzīmju"
        }
    }

    private static func locative(_ unit: HandbookUnit) -> String {
        switch unit {
        case .second: "sekundēs|sekundē|sekundēs"
        case .minute: "minūtēs|minūtē|minūtēs"
        case .hour: "stundās|stundā|stundās"
        case .day: "dienās|dienā|dienās"
        case .week: "nedēļās|nedēļā|nedēļās"
        case .month: "mēnešos|mēnesī|mēnešos"
        case .quarter: "ceturkšņos|ceturksnī|ceturkšņos"
        case .year: "gados|gadā|gados"
        case .businessDay: "darba dienās|darba dienā|darba dienās"
        case .time: "reizēs|reizē|reizēs"
        case .character: "rakstzīmēs|rakstzīmē|rakstzīmēs"
        }
    }

    static func date(_ date: CivilDate, isEnd: Bool) -> String {
        "\(date.year). gada \(date.day).\u{A0}\((isEnd ? dativeMonths : genitiveMonths)[date.month - 1])"
    }

    /// Behind `no`.
    private static let genitiveMonths = [
        "janvāra", "februāra", "marta", "aprīļa", "maija", "jūnija", "jūlija", "augusta", "septembra", "oktobra",
        "novembra", "decembra",
    ]
    /// Behind `līdz`.
    private static let dativeMonths = [
        "janvārim", "februārim", "martam", "aprīlim", "maijam", "jūnijam", "jūlijam", "augustam", "septembrim",
        "oktobrim", "novembrim", "decembrim",
    ]
}
