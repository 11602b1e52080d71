/// A whole number of any size, in groups of nine decimal digits, so that writing it takes no division.
struct BigDigits {
    private static let base: UInt64 = 1_000_000_000
    /// How many factors are multiplied in one go; five to the thirteenth and a group fit in 64 bits together.
    private static let stepCount: UInt = 13

    /// The groups, the lowest first.
    private var groups: [UInt32] = []

    /// A number of 64 bits.
    init(_ value: UInt64) {
        var rest = value
        while rest > 0 {
            groups.append(UInt32(rest % Self.base))
            rest /= Self.base
        }
    }

    /// Multiplies by a power of a factor of at most five.
    mutating func multiply(by factor: UInt64, times count: UInt) {
        var left = count
        while left > 0 {
            let step = min(left, Self.stepCount)
            var power: UInt64 = 1
            for _ in 0..<step { power *= factor }
            multiply(by: power)
            left -= step
        }
    }

    private mutating func multiply(by factor: UInt64) {
        var carry: UInt64 = 0
        for position in groups.indices {
            let product = UInt64(groups[position]) * factor + carry
            groups[position] = UInt32(product % Self.base)
            carry = product / Self.base
        }
        while carry > 0 {
            groups.append(UInt32(carry % Self.base))
            carry /= Self.base
        }
    }

    /// The digits 0 to 9 from the highest, which is not zero.
    var decimalDigits: [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity(groups.count * 9)
        for group in groups.reversed() {
            var divisor: UInt32 = 100_000_000
            while divisor > 0 {
                digits.append(UInt8(group / divisor % 10))
                divisor /= 10
            }
        }
        return Array(digits.drop { $0 == 0 })
    }
}
