/// The plans of comprehensions.
struct Loop: Sendable {
    /// What is looped over.
    let range: Evaluate
    /// The local that holds the element, or the position or key where there are two.
    let local: Int
    /// The local that holds the element or value where there are two.
    let secondLocal: Int?
    /// What each step costs.
    let stepCost: Int
    /// Where that which is looped over stands in the source.
    let place: Range<Int>
    /// Where the condition stands, or what else is asked of each element.
    let conditionPlace: Range<Int>

    /// Whether the condition holds for each element; a later element may decide where an earlier one failed.
    func all(_ condition: @escaping Test) -> Plan {
        Plan(test: { [self] frame in
            fold(frame, .true) { result, _ in
                switch condition(frame) {
                case .true: break
                case .false: result = .false
                case let undecided: result = result.conjoined(with: undecided)
                }
                return result != .false
            }
        })
    }

    /// Whether the condition holds for at least one element.
    func exists(_ condition: @escaping Test) -> Plan {
        Plan(test: { [self] frame in
            fold(frame, .false) { result, _ in
                switch condition(frame) {
                case .true: result = .true
                case .false: break
                case let undecided: result = result.disjoined(with: undecided)
                }
                return result != .true
            }
        })
    }

    /// Whether the condition holds for exactly one element; an element that cannot be judged leaves it open.
    func existsOne(_ condition: @escaping Test) -> Plan {
        Plan(test: { [self] frame in
            var count = 0
            let undecided = fold(frame, .true) { result, _ in
                switch condition(frame) {
                case .true: count += 1
                case .false: break
                case let undecided: result = result.conjoined(with: undecided)
                }
                return true
            }
            return undecided == .true ? CELTruth(count == 1) : undecided
        })
    }

    /// What becomes of the elements that the condition holds for, as a list.
    func list(where condition: Test?, _ transform: Evaluate?) -> Plan {
        Plan { [self] frame in
            var made: [CELValue] = []
            let undecided = collect(frame, where: condition, transform) { made.append($0) }
            guard undecided == .true else { return CELValue(undecided) }
            return frame.takeElements(made.count) ? .elements(made) : exhausted(frame)
        }
    }

    /// What becomes of the elements that the condition holds for, as a map under their positions or keys.
    func map(where condition: Test?, _ transform: Evaluate?) -> Plan {
        Plan { [self] frame in
            var made: [(key: CELValue, value: CELValue)] = []
            let undecided = collect(frame, where: condition, transform) { made.append((frame.slot(local), $0)) }
            guard undecided == .true else { return CELValue(undecided) }
            return finish(made, frame)
        }
    }

    /// The entries of the maps that are made of the elements that the condition holds for.
    func mapEntries(where condition: Test?, _ transform: Evaluate?) -> Plan {
        Plan { [self] frame in
            var made: [(key: CELValue, value: CELValue)] = []
            var misfit: CELValue?
            let undecided = collect(frame, where: condition, transform) { value in
                if case .map(let map) = value {
                    made += zip(map.keys, map.values).map { (key: $0, value: $1) }
                } else {
                    misfit = misfit ?? value
                }
            }
            guard undecided == .true else { return CELValue(undecided) }
            if let misfit {
                return .error(
                    CELError(
                        .noSuchOverload, "an entry is written as a map, not as a value of type \(misfit.typeName)",
                        range: conditionPlace))
            }
            return finish(made, frame)
        }
    }

    private func finish(_ entries: [(key: CELValue, value: CELValue)], _ frame: CELFrame) -> CELValue {
        guard frame.takeElements(entries.count) else { return exhausted(frame) }
        do throws(CELError) {
            return .map(try CELMap(entries))
        } catch {
            return .error(error.located(at: conditionPlace))
        }
    }

    private func exhausted(_ frame: CELFrame) -> CELValue {
        .error(frame.exhaust("the evaluation makes too much", at: place))
    }

    /// Hands on what becomes of the elements that the condition holds for.
    private func collect(
        _ frame: CELFrame, where condition: Test?, _ transform: Evaluate?, _ keep: (CELValue) -> Void
    ) -> CELTruth {
        fold(frame, .true) { result, element in
            switch condition?(frame) ?? .true {
            case .true:
                let value = transform?(frame) ?? element
                if value.isKnown {
                    keep(value)
                } else {
                    result = result.conjoined(with: CELTruth(value))
                }
            case .false: break
            case let undecided: result = result.conjoined(with: undecided)
            }
            return true
        }
    }

    /// Goes through the elements until a step says that it is enough.
    private func fold(
        _ frame: CELFrame, _ initial: CELTruth, _ step: (inout CELTruth, CELValue) -> Bool
    ) -> CELTruth {
        var result = initial
        switch range(frame) {
        case .list(let list):
            for (position, element) in list.elements.enumerated() {
                guard frame.takeIteration(cost: stepCost) else { return .error(frame.loopExhaustion(at: place)) }
                if let secondLocal {
                    frame.setLocal(local, .int(Int64(position)))
                    frame.setLocal(secondLocal, element)
                } else {
                    frame.setLocal(local, element)
                }
                if !step(&result, element) { break }
            }
        case .map(let map):
            if let openness = map.openness { return .unknown(openness) }
            let values = map.values
            for (position, key) in map.keys.enumerated() {
                guard frame.takeIteration(cost: stepCost) else { return .error(frame.loopExhaustion(at: place)) }
                frame.setLocal(local, key)
                if let secondLocal { frame.setLocal(secondLocal, values[position]) }
                if !step(&result, key) { break }
            }
        case .unknown(let unknown): return .unknown(unknown)
        case .error(let error): return .error(error)
        case let other:
            return .error(CELError(.noSuchOverload, "a value of type \(other.typeName) has no elements", range: place))
        }
        frame.setLocal(local, .null)
        if let secondLocal { frame.setLocal(secondLocal, .null) }
        return result.located(at: conditionPlace)
    }
}
