import CEL
import RulebookModel

/// The values that a numeric field can have, as whole numbers: cents, pieces, seconds, hundredths of a percent.
struct Lattice: Sendable {
    /// What one step is.
    enum Unit: Hashable, Sendable {
        /// One.
        case one
        /// The smallest unit of a currency.
        case minorUnit(Currency)
        /// `10^(−scale)`, of a decimal or of a percentage's points.
        case power(scale: Int, isPercent: Bool)
        /// One second.
        case second
    }

    let unit: Unit
    /// The least and the greatest value that may be offered.
    let range: ClosedRange<Int64>

    /// No offer is larger than this many steps, unless what was proposed is: ten billion euros, in cents.
    static let stepMax: Int64 = 1_000_000_000_000
    /// The most digits after the point of a decimal or a percentage that is offered.
    static let scaleMax = 9

    /// Makes the lattice of a field.
    ///
    /// - Parameters:
    ///   - field: the field, of a numeric type.
    ///   - value: a value of it, which sets the currency and the fineness; nil for the type's own.
    ///   - currency: the rulebook's currency.
    ///   - scaleMin: the digits after the point that limits have.
    init?(field: FieldDefinition, value: CELValue?, currency: Currency?, scaleMin: Int) {
        var scalar: CELScalar?
        if case .scalar(let found)? = value ?? field.minimum ?? field.maximum { scalar = found }
        let scale = ([value, field.minimum, field.maximum].compactMap { $0?.decimalScale } + [scaleMin]).max() ?? 0
        guard
            let unit = Self.unit(of: field.type, like: scalar, currency: currency, scale: min(scale, Self.scaleMax))
        else { return nil }
        let line = Lattice(unit: unit, range: -Self.stepMax...Self.stepMax)
        let lower = field.minimum.flatMap { line.step(of: $0, roundingUp: true) }
        let upper = field.maximum.flatMap { line.step(of: $0, roundingUp: false) }
        let own = value.flatMap { line.step(of: $0, roundingUp: false) } ?? 0
        guard own > -(Int64.max / 2), own < Int64.max / 2 else { return nil }
        // Nobody is offered less than nothing, unless that is what was proposed.
        let low = max(lower ?? min(0, own), min(-Self.stepMax, own))
        let high = min(upper ?? Self.stepMax, max(Self.stepMax, own))
        guard low <= high else { return nil }
        self = Lattice(unit: unit, range: low...high)
    }

    private static func unit(of type: FactType, like scalar: CELScalar?, currency: Currency?, scale: Int) -> Unit? {
        switch type {
        case .int: return .one
        case .duration: return .second
        case .money: return (scalar?.money?.currency ?? currency).map(Unit.minorUnit)
        case .decimal: return .power(scale: scale, isPercent: false)
        case .percent: return .power(scale: scale, isPercent: true)
        default: return nil
        }
    }

    private init(unit: Unit, range: ClosedRange<Int64>) {
        self.unit = unit
        self.range = range
    }

    /// The value of a step.
    func value(_ step: Int64) -> CELValue? {
        switch unit {
        case .one: return .int(step)
        case .second: return CELDuration(seconds: step).map(CELValue.duration)
        case .minorUnit(let currency):
            return Money(minorUnits: step, currency: currency).map { .scalar(CELScalar($0)) }
        case .power(let scale, let isPercent):
            guard let number = ExactDecimal(mantissa: step, scale: scale) else { return nil }
            return .scalar(isPercent ? CELScalar(Percent(points: number)) : CELScalar(number))
        }
    }

    /// The step of a value, or the next one in a direction where it lies between two; nil for another currency or kind.
    func step(of value: CELValue, roundingUp: Bool) -> Int64? {
        switch (unit, value) {
        case (.one, .int(let number)): return number
        case (.one, .scalar(let scalar)) where scalar.fact == .decimal:
            return scalar.number.flatMap { Self.steps($0, scale: 0, roundingUp: roundingUp) }
        case (.second, .duration(let duration)):
            return ExactDecimal(mantissa: duration.nanoseconds, scale: 9)
                .flatMap { Self.steps($0, scale: 0, roundingUp: roundingUp) }
        case (.minorUnit(let currency), .scalar(let scalar)):
            guard let money = scalar.money, money.currency == currency else { return nil }
            return Self.steps(money.amount, scale: currency.fractionDigits, roundingUp: roundingUp)
        case (.power(let scale, let isPercent), .scalar(let scalar)):
            guard scalar.fact == (isPercent ? .percent : .decimal), let number = scalar.number else { return nil }
            return Self.steps(number, scale: scale, roundingUp: roundingUp)
        case (.power(let scale, false), .int(let number)):
            return Self.steps(ExactDecimal(number), scale: scale, roundingUp: roundingUp)
        default: return nil
        }
    }

    private static func steps(_ number: ExactDecimal, scale: Int, roundingUp: Bool) -> Int64? {
        if let exact = number.units(fractionDigits: scale) { return exact }
        let drop = Int(number.scale) - scale
        guard drop > 0 else { return nil }
        var divisor: Int64 = 1
        for _ in 0..<drop { divisor *= 10 }
        let (quotient, remainder) = number.mantissa.quotientAndRemainder(dividingBy: divisor)
        if remainder == 0 { return quotient }
        if roundingUp { return remainder > 0 ? quotient + 1 : quotient }
        return remainder < 0 ? quotient - 1 : quotient
    }
}

extension CELValue {
    /// The digits after the point of a decimal or a percentage, else 0.
    var decimalScale: Int {
        guard case .scalar(let scalar) = self, scalar.fact == .decimal || scalar.fact == .percent else { return 0 }
        return Int(scalar.scale)
    }
}
