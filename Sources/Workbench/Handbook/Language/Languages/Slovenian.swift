import CEL

/// Slovenian: one, two (the dual), three or four, and more, by the last two digits.
enum Slovenian: HandbookLanguage {
    static let tag = "sl"
    static let name = "slovenščina"
    static let marks = NumberMarks(
        decimal: ",", group: ".", groupedFrom: 4, percentSpace: "\u{A0}", currencyFirst: false)
    static let quotes = (open: "»", close: "«")

    static func form(of number: Int) -> Int {
        switch number % 100 {
        case 1: 0
        case 2: 1
        case 3, 4: 2
        default: 3
        }
    }
    static let fractionForm = 4

    static func forms(of unit: HandbookUnit, _ use: HandbookUse) -> String {
        switch use {
        case .plain: nominative(unit)
        case .bounded, .every: accusative(unit)
        case .within: locative(unit)
        }
    }

    /// The last form, the genitive of the singular, goes with fractions.
    private static func nominative(_ unit: HandbookUnit) -> String {
        switch unit {
        case .second: "sekunda|sekundi|sekunde|sekund|sekunde"
        case .minute: "minuta|minuti|minute|minut|minute"
        case .hour: "ura|uri|ure|ur|ure"
        case .day: "dan|dneva|dnevi|dni|dneva"
        case .week: "teden|tedna|tedni|tednov|tedna"
        case .month: "mesec|meseca|meseci|mesecev|meseca"
        case .quarter: "četrtletje|četrtletji|četrtletja|četrtletij|četrtletja"
        case .year: "leto|leti|leta|let|leta"
        case .businessDay: "delovni dan|delovna dneva|delovni dnevi|delovnih dni|delovnega dne"
        case .time: "krat|krat|krat|krat|krat"
        case .character: "znak|znaka|znaki|znakov|znaka"
        }
    }

    private static func accusative(_ unit: HandbookUnit) -> String {
        switch unit {
        case .second: "sekundo|sekundi|sekunde|sekund|sekunde"
        case .minute: "minuto|minuti|minute|minut|minute"
        case .hour: "uro|uri|ure|ur|ure"
        case .day: "dan|dneva|dni|dni|dneva"
        case .week: "teden|tedna|tedne|tednov|tedna"
        case .month: "mesec|meseca|mesece|mesecev|meseca"
        case .businessDay: "delovni dan|delovna dneva|delovne dni|delovnih dni|delovnega dne"
        case .character: "znak|znaka|znake|znakov|znaka"
        case .quarter, .year, .time: nominative(unit)
        }
    }

    private static func locative(_ unit: HandbookUnit) -> String {
        switch unit {
        case .second: "sekundi|sekundah|sekundah|sekundah|sekunde"
        case .minute: "minuti|minutah|minutah|minutah|minute"
        case .hour: "uri|urah|urah|urah|ure"
        case .day: "dnevu|dneh|dneh|dneh|dneva"
        case .week: "tednu|tednih|tednih|tednih|tedna"
        case .month: "mesecu|mesecih|mesecih|mesecih|meseca"
        case .quarter: "četrtletju|četrtletjih|četrtletjih|četrtletjih|četrtletja"
        case .year: "letu|letih|letih|letih|leta"
        case .businessDay: "delovnem dnevu|delovnih dneh|delovnih dneh|delovnih dneh|delovnega dne"
        case .time, .character: nominative(unit)
        }
    }

    static func date(_ date: CivilDate, isEnd: Bool) -> String {
        "\(date.day).\u{A0}\(months[date.month - 1]) \(date.year)"
    }

    /// In the genitive, which `od` and `do` ask for.
    private static let months = [
        "januarja", "februarja", "marca", "aprila", "maja", "junija", "julija", "avgusta", "septembra", "oktobra",
        "novembra", "decembra",
    ]
}
