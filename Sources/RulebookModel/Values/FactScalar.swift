package import CEL

/// The kinds of scalar that this module adds to the expression language, and how they lie in a value.
///
/// Every scalar is canonical: equal values have equal bits, so that equality and sets need no look at the kind.
package enum FactScalar: UInt8, Sendable {
    /// Payload: mantissa; scale: digits after the point; unit: the currency.
    case money = 1
    /// Payload: mantissa of the points; scale: digits after the point.
    case percent = 2
    /// Payload: mantissa; scale: digits after the point.
    case decimal = 3
    /// Payload: days since 1970-01-01.
    case date = 4
    /// Payload: the rank, 0 for the lowest role.
    case role = 5
    /// Payload: nanoseconds since midnight by the clock.
    case timeOfDay = 6
}

extension CELScalar {
    /// A decimal number.
    package init(_ number: ExactDecimal) {
        self.init(kind: FactScalar.decimal.rawValue, scale: number.scale, unit: 0, payload: number.mantissa)
    }

    /// A percentage.
    package init(_ percent: Percent) {
        self.init(
            kind: FactScalar.percent.rawValue, scale: percent.points.scale, unit: 0, payload: percent.points.mantissa)
    }

    /// An amount.
    package init(_ money: Money) {
        self.init(
            kind: FactScalar.money.rawValue, scale: money.amount.scale, unit: money.currency.number,
            payload: money.amount.mantissa)
    }

    /// A date.
    package init(_ date: CivilDate) {
        self.init(kind: FactScalar.date.rawValue, scale: 0, unit: 0, payload: Int64(date.daysSince1970))
    }

    /// A role's rank.
    package init(rank: Int) {
        self.init(kind: FactScalar.role.rawValue, scale: 0, unit: 0, payload: Int64(rank))
    }

    /// A time of the day.
    package init(_ time: TimeOfDay) {
        self.init(kind: FactScalar.timeOfDay.rawValue, scale: 0, unit: 0, payload: time.nanoseconds)
    }

    /// What kind it is; nil for a scalar of another house.
    package var fact: FactScalar? { FactScalar(rawValue: kind) }

    /// The number of a decimal, the points of a percentage, the amount of money.
    package var number: ExactDecimal? { ExactDecimal(mantissa: payload, scale: Int(scale)) }

    /// The amount, where it is one.
    package var money: Money? {
        guard fact == .money, let number, let currency = Currency(number: unit) else { return nil }
        return Money(amount: number, currency: currency)
    }

    /// The percentage, where it is one.
    package var percent: Percent? {
        guard fact == .percent, let number else { return nil }
        return Percent(points: number)
    }

    /// The date, where it is one.
    package var date: CivilDate? {
        guard fact == .date, let days = Int(exactly: payload) else { return nil }
        return CivilDate(daysSince1970: days)
    }
}
