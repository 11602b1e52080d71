extension CELDuration: CustomStringConvertible {
    /// Reads numbers with the units `h`, `m`, `s`, `ms`, `us` (or `µs`) and `ns`, such as `1h30m` or `-1.5s`.
    ///
    /// Exact: digits beyond the nanosecond are refused unless they are zeros; so is a length out of range. `0` needs
    /// no unit.
    public init?(parsing text: String) {
        var bytes = Array(text.utf8)[...]
        var isNegative = false
        if let sign = bytes.first, sign == 0x2B || sign == 0x2D {
            isNegative = sign == 0x2D
            bytes.removeFirst()
        }
        if bytes == [0x30] {
            self.init(nanoseconds: 0)
            return
        }
        guard !bytes.isEmpty else { return nil }
        var total: UInt64 = 0
        while !bytes.isEmpty {
            guard let part = Self.takePart(&bytes) else { return nil }
            let (sum, overflowed) = total.addingReportingOverflow(part)
            guard !overflowed else { return nil }
            total = sum
        }
        // The negative side reaches one further.
        if isNegative, total == Int64.min.magnitude {
            self.init(nanoseconds: .min)
            return
        }
        guard let magnitude = Int64(exactly: total) else { return nil }
        self.init(nanoseconds: isNegative ? -magnitude : magnitude)
    }

    /// Takes one number with its unit off the front, in nanoseconds.
    private static func takePart(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
        let whole = bytes.prefix { (0x30...0x39).contains($0) }
        bytes.removeFirst(whole.count)
        var fraction: ArraySlice<UInt8> = []
        if bytes.first == 0x2E {
            bytes.removeFirst()
            fraction = bytes.prefix { (0x30...0x39).contains($0) }
            bytes.removeFirst(fraction.count)
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        let letters = bytes.prefix { !(0x30...0x39).contains($0) && $0 != 0x2E }
        bytes.removeFirst(letters.count)
        guard let unit = unitNanoseconds[String(decoding: letters, as: UTF8.self)] else { return nil }

        var total: UInt64 = 0
        for digit in whole {
            guard let next = multiplyAdd(total, UInt64(digit - 0x30)) else { return nil }
            total = next
        }
        let (product, overflowed) = total.multipliedReportingOverflow(by: unit)
        guard !overflowed else { return nil }
        var remainder: UInt64 = 0
        var scale = unit
        for digit in fraction {
            // A unit is a power of ten times a whole number of seconds, so that dividing by ten may leave a rest.
            if scale % 10 == 0 {
                scale /= 10
                remainder += UInt64(digit - 0x30) * scale
            } else if digit != 0x30 {
                return nil
            }
        }
        let (sum, sumOverflowed) = product.addingReportingOverflow(remainder)
        return sumOverflowed ? nil : sum
    }

    private static func multiplyAdd(_ value: UInt64, _ digit: UInt64) -> UInt64? {
        let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
        guard !overflowed else { return nil }
        let (sum, sumOverflowed) = product.addingReportingOverflow(digit)
        return sumOverflowed ? nil : sum
    }

    private static let unitNanoseconds: [String: UInt64] = [
        "h": 3_600_000_000_000, "m": 60_000_000_000, "s": 1_000_000_000, "ms": 1_000_000, "us": 1_000,
        "\u{B5}s": 1_000, "\u{3BC}s": 1_000, "ns": 1,
    ]

    /// The length in seconds with no more digits after the point than it needs, such as `60.001s`.
    public var description: String {
        let magnitude = nanoseconds.magnitude
        let fraction = fractionText(nanoseconds: Int(magnitude % 1_000_000_000))
        return (nanoseconds < 0 ? "-" : "") + String(magnitude / 1_000_000_000) + fraction + "s"
    }
}
