/// The plans of `&&`, `||`, `!` and `? :`.
enum Logic {
    /// All hold; stops at the first that does not.
    static func all(_ terms: [Plan], ranges: [Range<Int>]) -> Plan {
        Plan(cost: terms.first?.cost ?? 0, test: paired(charged(terms, ranges)[...], both))
    }

    /// One holds; stops at the first that does.
    static func any(_ terms: [Plan], ranges: [Range<Int>]) -> Plan {
        Plan(cost: terms.first?.cost ?? 0, test: paired(charged(terms, ranges)[...], either))
    }

    /// The terms, each with a place for the error that it is no boolean; all but the first charge what they cost.
    private static func charged(_ terms: [Plan], _ ranges: [Range<Int>]) -> [Test] {
        zip(terms, ranges).enumerated().map { position, pair in
            let (term, range) = pair
            let (test, cost) = (term.test, position == 0 ? 0 : term.cost)
            switch (term.isTest, cost > 0) {
            case (true, false): return test
            case (false, false): return { test($0).located(at: range) }
            case (true, true):
                return { frame in
                    frame.charge(cost)
                    return test(frame)
                }
            case (false, true):
                return { frame in
                    frame.charge(cost)
                    return test(frame).located(at: range)
                }
            }
        }
    }

    /// Joins terms two by two, so that the depth grows with the logarithm of their number only.
    ///
    /// Calls in a tree of two branches cost less than a loop over an array of closures, whose elements are retained.
    private static func paired(_ terms: ArraySlice<Test>, _ join: (@escaping Test, @escaping Test) -> Test) -> Test {
        if terms.count == 1, let only = terms.first { return only }
        guard !terms.isEmpty else { return { _ in CELTruth.true } }
        let middle = terms.startIndex + terms.count / 2
        return join(paired(terms[..<middle], join), paired(terms[middle...], join))
    }

    private static func both(_ first: @escaping Test, _ second: @escaping Test) -> Test {
        { frame in
            switch first(frame) {
            case .true: second(frame)
            case .false: .false
            case let undecided: undecided.conjoined(with: second(frame))
            }
        }
    }

    private static func either(_ first: @escaping Test, _ second: @escaping Test) -> Test {
        { frame in
            switch first(frame) {
            case .false: second(frame)
            case .true: .true
            case let undecided: undecided.disjoined(with: second(frame))
            }
        }
    }

    /// One of two values; only that one is evaluated.
    static func conditional(_ condition: Plan, _ first: Plan, _ second: Plan, conditionRange: Range<Int>) -> Plan {
        let (test, firstValue, secondValue) = (condition.test, first.chargedValue, second.chargedValue)
        return Plan(cost: condition.cost) { frame in
            switch test(frame) {
            case .true: firstValue(frame)
            case .false: secondValue(frame)
            case let undecided: CELValue(undecided.located(at: conditionRange))
            }
        }
    }
}
