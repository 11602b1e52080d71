/// The plans of comprehensions.
struct Loop: Sendable {
    /// What is looped over.
    let range: Evaluate
    /// The local that holds the element.
    let local: Int
    /// Where that which is looped over stands in the source.
    let place: Range<Int>
    /// Where the condition stands, or what else is asked of each element.
    let conditionPlace: Range<Int>

    /// Whether the condition holds for each element; a later element may decide where an earlier one failed.
    func all(_ condition: @escaping Test) -> Plan {
        Plan { [self] frame in
            CELValue(
                fold(frame, .true) { result, _ in
                    result = result.conjoined(with: condition(frame))
                    return result != .false
                })
        }
    }

    /// Whether the condition holds for at least one element.
    func exists(_ condition: @escaping Test) -> Plan {
        Plan { [self] frame in
            CELValue(
                fold(frame, .false) { result, _ in
                    result = result.disjoined(with: condition(frame))
                    return result != .true
                })
        }
    }

    /// Whether the condition holds for exactly one element; an element that cannot be judged leaves it open.
    func existsOne(_ condition: @escaping Test) -> Plan {
        Plan { [self] frame in
            var count = 0
            let undecided = fold(frame, .true) { result, _ in
                switch condition(frame) {
                case .true: count += 1
                case .false: break
                case let undecided: result = result.conjoined(with: undecided)
                }
                return true
            }
            return undecided == .true ? .bool(count == 1) : CELValue(undecided)
        }
    }

    /// What becomes of the elements that the condition holds for.
    func collect(where condition: Test?, _ transform: Evaluate?) -> Plan {
        Plan { [self] frame in
            var made: [CELValue] = []
            let undecided = fold(frame, .true) { result, element in
                switch condition?(frame) ?? .true {
                case .true:
                    let value = transform?(frame) ?? element
                    guard value.isKnown else {
                        result = result.conjoined(with: CELTruth(value))
                        return true
                    }
                    made.append(value)
                case .false: break
                case let undecided: result = result.conjoined(with: undecided)
                }
                return true
            }
            return undecided == .true ? .elements(made) : CELValue(undecided)
        }
    }

    /// Goes through the elements until a step says that it is enough.
    private func fold(
        _ frame: CELFrame, _ initial: CELTruth, _ step: (inout CELTruth, CELValue) -> Bool
    ) -> CELTruth {
        let elements: [CELValue]
        switch range(frame) {
        case .list(let list): elements = list.elements
        case .map(let map): elements = map.keys
        case .unknown(let unknown): return .unknown(unknown)
        case .error(let error): return .error(error)
        case let other:
            return .error(CELError(.noSuchOverload, "a value of type \(other.typeName) has no elements", range: place))
        }
        var result = initial
        for element in elements {
            guard frame.takeIteration() else {
                return .error(CELError(.limitExceeded, "the loops take too many steps", range: place))
            }
            frame.setLocal(local, element)
            if !step(&result, element) { break }
        }
        frame.setLocal(local, .null)
        return result.located(at: conditionPlace)
    }
}
