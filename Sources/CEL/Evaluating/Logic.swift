/// The plans of `&&`, `||`, `!` and `? :`.
enum Logic {
    /// All hold; stops at the first that does not.
    static func all(_ tests: [Test], ranges: [Range<Int>]) -> Test {
        if tests.count == 2 {
            let (first, second) = (tests[0], tests[1])
            let (firstRange, secondRange) = (ranges[0], ranges[1])
            return { frame in
                switch first(frame) {
                case .true: return second(frame).located(at: secondRange)
                case .false: return .false
                case let undecided:
                    return undecided.located(at: firstRange).conjoined(with: second(frame).located(at: secondRange))
                }
            }
        }
        return { frame in
            var result = CELTruth.true
            for (index, test) in tests.enumerated() {
                switch test(frame) {
                case .true: continue
                case .false: return .false
                case let undecided: result = result.conjoined(with: undecided.located(at: ranges[index]))
                }
            }
            return result
        }
    }

    /// One holds; stops at the first that does.
    static func any(_ tests: [Test], ranges: [Range<Int>]) -> Test {
        { frame in
            var result = CELTruth.false
            for (index, test) in tests.enumerated() {
                switch test(frame) {
                case .false: continue
                case .true: return .true
                case let undecided: result = result.disjoined(with: undecided.located(at: ranges[index]))
                }
            }
            return result
        }
    }

    /// One of two values; only that one is evaluated.
    static func conditional(_ condition: Plan, _ first: Plan, _ second: Plan, conditionRange: Range<Int>) -> Plan {
        let (test, firstValue, secondValue) = (condition.test, first.value, second.value)
        return Plan { frame in
            switch test(frame) {
            case .true: firstValue(frame)
            case .false: secondValue(frame)
            case let undecided: CELValue(undecided.located(at: conditionRange))
            }
        }
    }
}
