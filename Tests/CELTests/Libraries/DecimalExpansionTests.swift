import Foundation
import TestSupport
import Testing

@testable import CEL

@Suite("A double is written to any precision as the exact number that it is")
struct DecimalExpansionTests {
    @Test("as the C library writes it, for random doubles and precisions")
    func agreesWithC() {
        var generator = SeededGenerator(seed: 20_26)
        for round in 0..<3_000 {
            let bits = UInt64.random(in: 0 ... .max, using: &generator)
            // Every other one is near one, where rounding has most to do.
            let value =
                round % 2 == 0
                ? Double(bitPattern: bits) : Double(Int64(truncatingIfNeeded: bits) >> 40) / 1_024
            guard value.isFinite else { continue }
            let precision = Int.random(in: 0...40, using: &generator)
            #expect(
                DecimalExpansion.fixed(value, fractionDigitCount: precision)
                    == String(format: "%.\(precision)f", value), "\(value) to \(precision)")
            #expect(
                DecimalExpansion.scientific(value, fractionDigitCount: precision)
                    == String(format: "%.\(precision)e", value), "\(value) to \(precision)")
        }
    }

    @Test(arguments: [
        (.leastNonzeroMagnitude, 751), (Double.leastNormalMagnitude.nextDown, 767), (.leastNormalMagnitude, 715),
        (.greatestFiniteMagnitude, 309), (1, 1), (0.5, 1), (0.1, 55),
    ])
    func endsAfter(_ value: Double, digitCount: Int) {
        let digits = DecimalExpansion(value).digits
        let zeros = digits.reversed().prefix { $0 == 0 }.count
        #expect(digits.first != 0)
        #expect(digits.count - zeros == digitCount)
        #expect(DecimalExpansion.fixed(value, fractionDigitCount: 1_000) == String(format: "%.1000f", value))
    }

    @Test("what is no finite number counts as zero")
    func noNumber() {
        for value in [Double.nan, .infinity, -.infinity, 0, -0.0] { #expect(DecimalExpansion(value).digits.isEmpty) }
    }
}
