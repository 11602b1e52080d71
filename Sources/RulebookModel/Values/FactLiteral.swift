package import CEL
import SourceText

/// Reads the text of a value of any type: one reading for rulebooks, conditions and inputs.
package struct FactLiteral: Sendable {
    /// Why a text is no value of a type.
    package struct Rejection: Error, Hashable, Sendable {
        /// What is wrong, lower case, the text in backticks.
        package let message: String
        /// How to mend it.
        package let help: String?

        package init(message: String, help: String?) {
            self.message = message
            self.help = help
        }
    }

    /// The roles, lowest first.
    package let roles: [String]
    /// The zone in which local dates and times are read.
    package let zone: CELTimeZone

    package init(roles: [String], zone: CELTimeZone) {
        self.roles = roles
        self.zone = zone
    }

    /// Reads a text as a value of a type.
    ///
    /// - Throws: what is wrong with the text, in words for its author.
    package func read(_ text: String, as type: FactType) throws(Rejection) -> CELValue {
        switch type {
        case .bool:
            guard text == "true" || text == "false" else { throw reject(text, "expected `true` or `false`") }
            return .bool(text == "true")
        case .int:
            guard let value = Int64(text) else { throw reject(text, "expected a whole number") }
            return .int(value)
        case .decimal:
            guard let value = ExactDecimal(parsing: text) else {
                throw reject(text, "expected a decimal number such as 12.5")
            }
            return .scalar(CELScalar(value))
        case .percent:
            guard let value = Percent(parsing: text) else {
                throw reject(text, "expected a percentage such as 15%")
            }
            return .scalar(CELScalar(value))
        case .money: return .scalar(CELScalar(try readMoney(text)))
        case .string: return .string(CELString(text))
        case .timestamp:
            guard let value = CELTimestamp(parsing: text) else {
                throw reject(text, "expected an instant such as 2026-11-20T09:14:03+01:00")
            }
            return .timestamp(value)
        case .date:
            guard let value = CivilDate(parsing: text) else {
                throw reject(text, "expected a date such as 2026-11-20")
            }
            return .scalar(CELScalar(value))
        case .duration: return .duration(CELDuration(nanoseconds: try readDuration(text)))
        case .hours:
            guard WeeklyHours(parsing: text) != nil else {
                throw reject(text, "expected opening hours such as mon-fri 08:00-18:00, sat 09:00-13:00")
            }
            return .string(CELString(text))
        case .locale:
            guard Spelling.isLocale(text) else { throw reject(text, "expected a language tag such as en or pt-BR") }
            return .string(CELString(text))
        case .zone:
            guard CELTimeZone.named(text) != nil else {
                throw reject(text, "expected an IANA time zone such as Europe/Ljubljana")
            }
            return .string(CELString(text))
        case .role:
            guard let rank = roles.firstIndex(of: text) else { throw unknown(text, among: roles, as: "role") }
            return .scalar(CELScalar(rank: rank))
        case .enumeration(let words):
            guard words.contains(text) else { throw unknown(text, among: words, as: "value here") }
            return .string(CELString(text))
        case .entity, .list, .map:
            throw reject(text, "expected \(type.text), which no single text can be")
        }
    }

    /// Reads an amount; a plain number is one of the given currency.
    func readMoney(_ text: String, plain currency: Currency? = nil) throws(Rejection) -> Money {
        do {
            if let currency { return try Money(parsingAmount: text, currency: currency) }
            return try Money(parsing: text)
        } catch {
            switch error {
            case .malformed: throw reject(text, "expected an amount with its currency, as in 20 EUR")
            case .unknownCurrency(let code):
                throw Rejection(message: "`\(code)` is no currency in use", help: Currency.advice(for: code))
            case .tooPrecise(let allowed):
                throw Rejection(
                    message: "`\(text)` is finer than the currency's smallest unit",
                    help: "write at most \(allowed) digits after the point")
            case .outOfRange: throw reject(text, "the amount is too large to be counted exactly")
            }
        }
    }

    private func readDuration(_ text: String) throws(Rejection) -> Int64 {
        do {
            return try TimeSpan(parsing: text).nanoseconds
        } catch {
            switch error {
            case .malformed: throw reject(text, "expected a length of time such as 60s, 10min or 2h")
            case .calendarUnit(let unit):
                throw Rejection(
                    message: "`\(unit)` counts dates, not time, and cannot stand in a length of time",
                    help: "write hours, as in 168h for a week")
            case .unknownUnit(let unit):
                throw Rejection(message: "`\(unit)` is no unit of time", help: "the units are ms, s, min and h")
            case .outOfRange: throw reject(text, "the length of time is over 292 years")
            case .tooFine: throw reject(text, "a length of time is counted in whole nanoseconds")
            }
        }
    }

    private func reject(_ text: String, _ expectation: String) -> Rejection {
        Rejection(message: "`\(text)` cannot be read: \(expectation)", help: nil)
    }

    private func unknown(_ text: String, among words: [String], as subject: String) -> Rejection {
        Rejection(
            message: words.isEmpty
                ? "`\(text)` is no \(subject): the rulebook has none"
                : "`\(text)` is no \(subject); expected \(NameList.text(words))",
            help: nearestName(to: text, among: words).map { "did you mean `\($0)`?" })
    }
}
