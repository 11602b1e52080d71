/// What one client asked, what it was answered, and between which instants.
public struct HistoryOperation<Input: Sendable, Output: Sendable>: Sendable {
    /// What was asked.
    public let input: Input
    /// What was answered; nil where no answer ever came, so that it may have happened or not.
    public let output: Output?
    /// When it was asked, by a clock that never runs back.
    public let invoked: UInt64
    /// When the answer was there.
    public let returned: UInt64

    /// Makes an operation; without an answer it never returned.
    public init(_ input: Input, _ output: Output?, invoked: UInt64, returned: UInt64) {
        self.input = input
        self.output = output
        self.invoked = invoked
        self.returned = output == nil ? .max : returned
    }
}

/// Finds whether a history of concurrent operations could have come about one after the other, each at some instant
/// between its call and its answer.
///
/// Wing and Gong's search ("Testing and verifying concurrent objects", 1993) with Lowe's memory of what was tried
/// ("Testing for linearizability", 2017): a set of operations done that led to a state once leads nowhere new.
public struct LinearizabilityChecker<State: Hashable, Input: Sendable, Output: Sendable> {
    /// The state after an operation; nil where it could not have given that answer. Without an answer, any will do.
    public typealias Step = (State, Input, Output?) -> State?

    private let initial: State
    private let step: Step

    /// Makes a checker for something that behaves like a sequential model.
    public init(initial: State, step: @escaping Step) {
        self.initial = initial
        self.step = step
    }

    /// A call or an answer in the list of what is not placed yet.
    private struct Node {
        let operation: Int
        /// Where a call's answer stands; nil for an answer.
        let answer: Int?
        var next: Int
        var previous: Int
    }

    private struct Tried: Hashable {
        let done: [UInt64]
        let state: State
    }

    /// Whether the history is linearizable.
    public func accepts(_ history: [HistoryOperation<Input, Output>]) -> Bool {
        var list = Self.list(history)
        var state = initial
        var done = [UInt64](repeating: 0, count: history.count / 64 + 1)
        var tried: Set<Tried> = []
        var placed: [(call: Int, before: State)] = []
        var current = list[0].next
        while list[0].next != 0 {
            let node = list[current]
            if let answer = node.answer {
                let operation = history[node.operation]
                if let after = step(state, operation.input, operation.output) {
                    done[node.operation / 64] |= 1 << (node.operation % 64)
                    if tried.insert(Tried(done: done, state: after)).inserted {
                        placed.append((current, state))
                        state = after
                        Self.take(current, from: &list)
                        Self.take(answer, from: &list)
                        current = list[0].next
                        continue
                    }
                    done[node.operation / 64] &= ~(1 << (node.operation % 64))
                }
                current = node.next
            } else {
                // Somebody has his answer, and nothing that was under way explains it: the last choice was wrong.
                guard let (call, before) = placed.popLast() else { return false }
                let operation = list[call].operation
                done[operation / 64] &= ~(1 << (operation % 64))
                state = before
                if let answer = list[call].answer { Self.putBack(answer, into: &list) }
                Self.putBack(call, into: &list)
                current = list[call].next
            }
        }
        return true
    }

    /// The calls and answers in the order of their instants, in a ring that begins and ends at 0.
    private static func list(_ history: [HistoryOperation<Input, Output>]) -> [Node] {
        var events: [(instant: UInt64, isAnswer: Bool, operation: Int)] = []
        for (index, operation) in history.enumerated() {
            events.append((operation.invoked, false, index))
            events.append((operation.returned, true, index))
        }
        // At one instant, calls come first: then they overlap, which forbids nothing.
        events.sort {
            ($0.instant, $0.isAnswer ? 1 : 0, $0.operation) < ($1.instant, $1.isAnswer ? 1 : 0, $1.operation)
        }
        var answers: [Int: Int] = [:]
        for (index, event) in events.enumerated() where event.isAnswer { answers[event.operation] = index + 1 }
        var list = [Node(operation: -1, answer: nil, next: 1 % (events.count + 1), previous: events.count)]
        for (index, event) in events.enumerated() {
            list.append(
                Node(
                    operation: event.operation, answer: event.isAnswer ? nil : answers[event.operation],
                    next: (index + 2) % (events.count + 1), previous: index))
        }
        return list
    }

    private static func take(_ index: Int, from list: inout [Node]) {
        list[list[index].previous].next = list[index].next
        list[list[index].next].previous = list[index].previous
    }

    private static func putBack(_ index: Int, into list: inout [Node]) {
        list[list[index].previous].next = index
        list[list[index].next].previous = index
    }
}
