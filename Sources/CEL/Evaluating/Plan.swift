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
    /// The slot or local whose value this is, where it is no more than that.
    let slot: Int?
    /// Whether it gives nothing but truth values, so that its errors have places.
    let isTest: Bool
    /// The short way to a whole number or to a double, where the node gives such.
    var int: IntOf?
    var double: DoubleOf?
    /// What the node and those below it cost whenever it is evaluated; whoever evaluates it has charged that before.
    /// What depends on the course of the evaluation, such as the steps of a loop, is charged on the way.
    var cost = 0

    /// A node that gives values.
    init(cost: Int = 0, _ value: @escaping Evaluate) {
        self.value = value
        self.test = { CELTruth(value($0)) }
        self.constant = nil
        self.slot = nil
        self.isTest = false
        self.cost = cost
    }

    /// A node that is true or false.
    init(cost: Int = 0, test: @escaping Test) {
        self.value = { CELValue(test($0)) }
        self.test = test
        self.constant = nil
        self.slot = nil
        self.isTest = true
        self.cost = cost
    }

    /// A node that is always the same.
    init(constant: CELValue) {
        let truth = CELTruth(constant)
        self.value = { _ in constant }
        self.test = { _ in truth }
        self.constant = constant.isKnown ? constant : nil
        self.slot = nil
        self.isTest = false
        switch constant {
        case .int(let number): self.int = { _ in number }
        case .double(let number): self.double = { _ in number }
        default: break
        }
    }

    /// A node that reads a slot, or a local at a negative position.
    init(slot: Int) {
        self.value = { $0.slot(slot) }
        self.test = { frame in
            if let truth = frame.bool(slot) { return CELTruth(truth) }
            return CELTruth(frame.slot(slot))
        }
        self.constant = nil
        self.slot = slot
        self.isTest = false
        self.int = { $0.int(slot) }
        self.double = { $0.double(slot) }
        self.cost = 1
    }

    /// The same node at another cost.
    func costing(_ cost: Int) -> Plan {
        var plan = self
        plan.cost = cost
        return plan
    }

    /// A value that charges its own cost, for places that are not always evaluated.
    var chargedValue: Evaluate {
        guard cost > 0 else { return value }
        let (value, cost) = (value, cost)
        return { frame in
            frame.charge(cost)
            return value(frame)
        }
    }
}
