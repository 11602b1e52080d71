/// Gives the value of a node under the facts of a frame.
typealias Evaluate = @Sendable (CELFrame) -> CELValue

/// Gives the truth value of a node under the facts of a frame, without making a value of it.
typealias Test = @Sendable (CELFrame) -> CELTruth

/// A node made ready to run.
struct Plan: Sendable {
    let value: Evaluate
    let test: Test
    /// The value, where it depends on nothing; never an error or unknown.
    let constant: CELValue?
    /// The slot whose value this is, where it is no more than that.
    let slot: Int?
    /// Whether it gives nothing but truth values, so that its errors have places.
    let isTest: Bool

    /// A node that gives values.
    init(_ value: @escaping Evaluate) {
        self.value = value
        self.test = { CELTruth(value($0)) }
        self.constant = nil
        self.slot = nil
        self.isTest = false
    }

    /// A node that is true or false.
    init(test: @escaping Test) {
        self.value = { CELValue(test($0)) }
        self.test = test
        self.constant = nil
        self.slot = nil
        self.isTest = true
    }

    /// A node that is always the same.
    init(constant: CELValue) {
        let truth = CELTruth(constant)
        self.value = { _ in constant }
        self.test = { _ in truth }
        self.constant = constant.isKnown ? constant : nil
        self.slot = nil
        self.isTest = false
    }

    /// A node that reads a slot.
    init(slot: Int) {
        self.value = { $0.slot(slot) }
        self.test = { frame in
            if case .bool(let value) = frame.slot(slot) { return CELTruth(value) }
            return CELTruth(frame.slot(slot))
        }
        self.constant = nil
        self.slot = slot
        self.isTest = false
    }
}
