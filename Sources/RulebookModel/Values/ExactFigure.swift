package import CEL

/// A number, an amount, a percentage or a length of time as an exact fraction of its unit.
///
/// What several events come to is seldom a number with an end: a figure is compared as the fraction that it is, and only
/// what people read is rounded.
public struct ExactFigure: Sendable, Equatable {
    /// What a figure is a number of.
    public enum Unit: Hashable, Sendable {
        /// Things, or decimal numbers.
        case number
        /// Hundredths of a whole.
        case percent
        /// The units of a currency.
        case money(Currency)
        /// Nanoseconds.
        case duration
    }

    /// How many of the unit.
    public let fraction: ExactFraction
    /// Of what.
    public let unit: Unit

    /// Makes a figure.
    public init(_ fraction: ExactFraction, _ unit: Unit) {
        self.fraction = fraction
        self.unit = unit
    }

    /// A fact; nil where it is no number, amount, percentage or length of time.
    package init?(_ value: CELValue) {
        switch value {
        case .int(let number): self.init(ExactFraction(ExactDecimal(number)), .number)
        case .duration(let length): self.init(ExactFraction(ExactDecimal(length.nanoseconds)), .duration)
        case .scalar(let scalar):
            guard let number = scalar.number else { return nil }
            let unit: Unit
            switch scalar.fact {
            case .decimal: unit = .number
            case .percent: unit = .percent
            case .money:
                guard let currency = scalar.money?.currency else { return nil }
                unit = .money(currency)
            case .date, .role, .timeOfDay, nil: return nil
            }
            self.init(ExactFraction(number), unit)
        default: return nil
        }
    }

    /// A part of a whole, as a percentage; nil where there is no whole.
    package init?(part: Int, of whole: Int) {
        guard let fraction = ExactFraction(100 * Int128(part), over: Int128(whole)) else { return nil }
        self.init(fraction, .percent)
    }

    /// The figure shared out among so many; nil among none.
    package func divided(among count: Int) -> ExactFigure? {
        let (denominator, overflow) = fraction.denominator.multipliedReportingOverflow(by: Int128(count))
        guard !overflow, let mean = ExactFraction(fraction.numerator, over: denominator) else { return nil }
        return ExactFigure(mean, unit)
    }

    /// The fact that lies nearest: with at most 12 digits after the point, a length of time in whole nanoseconds, half
    /// away from nothing; an error where it is too large for a fact.
    package var value: CELValue {
        switch unit {
        case .duration:
            guard let number = fraction.rounded(fractionDigits: 0) else { return Self.tooLarge }
            return .duration(CELDuration(nanoseconds: number.mantissa))
        case .number: return scalar { CELScalar($0) }
        case .percent: return scalar { CELScalar(Percent(points: $0)) }
        case .money(let currency): return scalar { CELScalar(Money(amount: $0, currency: currency)) }
        }
    }

    private func scalar(_ make: (ExactDecimal) -> CELScalar) -> CELValue {
        fraction.rounded(fractionDigits: Self.fractionDigitsMax).map { .scalar(make($0)) } ?? Self.tooLarge
    }

    /// The most digits after the point of a fact that was rounded.
    package static let fractionDigitsMax = 12

    private static var tooLarge: CELValue { .failure(.overflow, "the result is too large to be counted exactly") }

    /// How it stands to another of its unit; nil where they have none in common.
    package func compare(_ other: ExactFigure) -> FactOrder? {
        guard unit == other.unit else { return nil }
        return fraction < other.fraction ? .less : fraction == other.fraction ? .equal : .greater
    }

    /// As people read it: with two digits after the point, or those of the currency, or in hours, minutes and seconds to
    /// the millisecond.
    ///
    /// Rounding never hides on which side of a bound a figure lies: 94.996% beside 95% is written with three digits.
    ///
    /// - Parameter bound: what it is compared with, if anything.
    /// - Returns: the text.
    public func text(beside bound: ExactFigure? = nil) -> String {
        var digits = fractionDigits
        while true {
            guard let number = shown.rounded(fractionDigits: digits) else { return "too large a number" }
            let order = bound.flatMap { compare($0) }
            let isTold = bound.flatMap { ExactFigure(ExactFraction(number), unit).comparesShown(with: $0) } == order
            if isTold || digits >= Self.fractionDigitsMax { return text(of: number) }
            digits += 1
        }
    }

    /// The fraction in the unit that people read: seconds, not nanoseconds.
    private var shown: ExactFraction {
        guard unit == .duration else { return fraction }
        let (denominator, overflow) = fraction.denominator.multipliedReportingOverflow(by: 1_000_000_000)
        return (overflow ? nil : ExactFraction(fraction.numerator, over: denominator)) ?? fraction
    }

    private func comparesShown(with bound: ExactFigure) -> FactOrder? {
        guard unit == bound.unit else { return nil }
        let other = bound.shown
        return fraction < other ? .less : fraction == other ? .equal : .greater
    }

    private var fractionDigits: Int {
        switch unit {
        case .number, .percent: 2
        case .money(let currency): currency.fractionDigits
        case .duration: 3
        }
    }

    private func text(of number: ExactDecimal) -> String {
        switch unit {
        case .number: number.text()
        case .percent: Percent(points: number).text
        case .money(let currency): Money(amount: number, currency: currency).text
        case .duration:
            number.units(fractionDigits: 9).map { TimeSpan(nanoseconds: $0).words } ?? "\(number.text()) s"
        }
    }
}
