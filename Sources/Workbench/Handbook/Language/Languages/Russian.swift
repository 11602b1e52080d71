import CEL

/// Russian: 1, 21, 31; 2 to 4, 22 to 24; and the others.
enum Russian: HandbookLanguage {
    static let tag = "ru"
    static let name = "русский"
    static let marks = NumberMarks(
        decimal: ",", group: "\u{A0}", groupedFrom: 4, percentSpace: "\u{A0}", currencyFirst: false)
    static let quotes = (open: "«", close: "»")

    static func form(of number: Int) -> Int {
        let last = number % 10
        if last == 1, number % 100 != 11 { return 0 }
        return (2...4).contains(last) && !(12...14).contains(number % 100) ? 1 : 2
    }
    static let fractionForm = 3

    static func forms(of unit: HandbookUnit, _ use: HandbookUse) -> String {
        switch use {
        case .plain: nominative(unit)
        case .every: accusative(unit)
        case .bounded, .within: genitive(unit)
        }
    }

    /// The last form, the genitive of the singular, goes with fractions.
    private static func nominative(_ unit: HandbookUnit) -> String {
        switch unit {
        case .second: "секунда|секунды|секунд|секунды"
        case .minute: "минута|минуты|минут|минуты"
        case .hour: "час|часа|часов|часа"
        case .day: "день|дня|дней|дня"
        case .week: "неделя|недели|недель|недели"
        case .month: "месяц|месяца|месяцев|месяца"
        case .quarter: "квартал|квартала|кварталов|квартала"
        case .year: "год|года|лет|года"
        case .businessDay: "рабочий день|рабочих дня|рабочих дней|рабочего дня"
        case .time: "раз|раза|раз|раза"
        case .character: "знак|знака|знаков|знака"
        }
    }

    private static func accusative(_ unit: HandbookUnit) -> String {
        switch unit {
        case .second: "секунду|секунды|секунд|секунды"
        case .minute: "минуту|минуты|минут|минуты"
        case .week: "неделю|недели|недель|недели"
        case .hour, .day, .month, .quarter, .year, .businessDay, .time, .character: nominative(unit)
        }
    }

    private static func genitive(_ unit: HandbookUnit) -> String {
        switch unit {
        case .second: "секунды|секунд|секунд|секунды"
        case .minute: "минуты|минут|минут|минуты"
        case .hour: "часа|часов|часов|часа"
        case .day: "дня|дней|дней|дня"
        case .week: "недели|недель|недель|недели"
        case .month: "месяца|месяцев|месяцев|месяца"
        case .quarter: "квартала|кварталов|кварталов|квартала"
        case .year: "года|лет|лет|года"
        case .businessDay: "рабочего дня|рабочих дней|рабочих дней|рабочего дня"
        case .time: "раза|раз|раз|раза"
        case .character: "знака|знаков|знаков|знака"
        }
    }

    static func date(_ date: CivilDate, isEnd: Bool) -> String {
        "\(date.day)\u{A0}\(months[date.month - 1]) \(date.year)\u{A0}г."
    }

    /// In the genitive, as dates are read.
    private static let months = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
        "декабря",
    ]
}
