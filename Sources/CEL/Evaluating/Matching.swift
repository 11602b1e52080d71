/// The plans of `matches`.
enum Matching {
    /// The function's name.
    static let name = "matches"

    /// Whether a pattern is found in a text; one that is constant is read once, ahead of time.
    ///
    /// - Parameters:
    ///   - text: where to look.
    ///   - pattern: what to look for.
    ///   - limits: what the pattern may take.
    ///   - isPlanned: false to read the pattern whenever it is needed.
    ///   - range: where the call stands.
    /// - Returns: the plan.
    static func plan(
        _ text: Plan, _ pattern: Plan, _ limits: PatternLimits, isPlanned: Bool, range: Range<Int>
    ) -> Plan {
        let (textOf, patternOf) = (text.value, pattern.value)
        let cost = text.cost + pattern.cost + 1
        if isPlanned, case .string(let source)? = pattern.constant,
            let linear = try? LinearPattern(parsing: source.text, limits: limits)
        {
            let size = patternSize(linear, source)
            return Plan(
                cost: cost,
                test: { frame in
                    switch textOf(frame) {
                    case .string(let text):
                        frame.charge(CallPrice.pattern.cost(byteCounts: text.byteCount, size))
                        return CELTruth(text.withBytes { linear.matches($0) })
                    case .unknown(let unknown): return .unknown(unknown)
                    case .error(let error): return .error(error)
                    case let other:
                        return CELTruth(StandardFunctions.noSuchOverload(name, other, .string(source))).located(
                            at: range)
                    }
                })
        }
        return Plan(
            cost: cost,
            test: { frame in
                let (text, pattern) = (textOf(frame), patternOf(frame))
                guard text.isKnown, pattern.isKnown else { return CELTruth(Strictness.merged(text, pattern)) }
                return CELTruth(search(text, pattern, limits, in: frame)).located(at: range)
            })
    }

    /// What a pattern counts for in the price of a search: its program, for a few characters can mean a long one.
    static func patternSize(_ pattern: LinearPattern, _ source: CELString) -> Int {
        max(pattern.instructionCount, source.byteCount)
    }

    /// Reads a pattern and looks for it.
    static func search(
        _ text: CELValue, _ pattern: CELValue, _ limits: PatternLimits, in frame: CELFrame? = nil
    ) -> CELValue {
        guard case .string(let text) = text, case .string(let pattern) = pattern else {
            return StandardFunctions.noSuchOverload(name, text, pattern)
        }
        do throws(PatternError) {
            let linear = try LinearPattern(parsing: pattern.text, limits: limits)
            frame?.charge(CallPrice.pattern.cost(byteCounts: text.byteCount, patternSize(linear, pattern)))
            return .bool(text.withBytes { linear.matches($0) })
        } catch {
            return .failure(.invalidArgument, "the pattern cannot be read: \(error.message)")
        }
    }
}
