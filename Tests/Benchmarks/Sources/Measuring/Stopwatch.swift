/// Times something, again and again.
package enum Stopwatch {
    /// How many times a measurement is taken; the median counts.
    package static let sampleCount = 7

    /// The median of the time that one round takes, in nanoseconds.
    ///
    /// - Parameters:
    ///   - rounds: how many rounds one measurement has.
    ///   - body: one round; what it gives is kept alive, so that it is not left out.
    /// - Returns: nanoseconds a round.
    package static func nanoseconds(rounds: Int, _ body: (Int) throws -> Int) rethrows -> Double {
        var samples: [Double] = []
        var sum = 0
        let clock = ContinuousClock()
        for _ in 0..<sampleCount {
            let time = try clock.measure {
                for round in 0..<rounds { sum &+= try body(round) }
            }
            let parts = time.components
            samples.append((Double(parts.seconds) * 1e9 + Double(parts.attoseconds) / 1e9) / Double(rounds))
        }
        precondition(sum != Int.min, "the sum is only there to be used")
        return samples.sorted()[sampleCount / 2]
    }

    /// The time that one round takes, measured once: for what cannot be done again.
    package static func once(rounds: Int, _ body: (Int) throws -> Int) rethrows -> Double {
        var sum = 0
        let time = try ContinuousClock().measure {
            for round in 0..<rounds { sum &+= try body(round) }
        }
        precondition(sum != Int.min, "the sum is only there to be used")
        let parts = time.components
        return (Double(parts.seconds) * 1e9 + Double(parts.attoseconds) / 1e9) / Double(rounds)
    }
}
