import CEL
import RulebookModel

/// The standards of an event type as comparisons of facts with constants, one behind the other in memory.
///
/// Most conditions of rulebooks are such. What a standard has beside them is asked only where none of them says no; a
/// standard that consists of nothing else is judged by them alone, without a look at anything that lies elsewhere.
final class PlainProgram: Sendable {
    /// A standard: where its tests lie.
    struct Standard: Sendable {
        /// Its place among the rulebook's standards.
        let index: Int32
        /// Its first test: those of whether it is about the event come first, then those of its body.
        let start: Int32
        let scopeCount: Int32
        let bodyCount: Int32
        /// Whether the tests are all there is to it.
        let isWhole: Bool
        /// Whether it is kept where the tests of its body say yes; else it is broken there.
        let requires: Bool
        /// Whether one of them is enough.
        let isAny: Bool

        /// What the tests say of an event.
        enum Result {
            case notApplicable, met, failed
            /// They cannot tell.
            case unclear
        }

        /// What the tests say of an event.
        @inline(__always)
        func result(_ tests: UnsafeBufferPointer<PlainTest>, _ facts: UnsafeBufferPointer<Peek>) -> Result {
            let scopeEnd = Int(start + scopeCount)
            switch tests.all(Int(start), scopeEnd, facts) {
            case .no: return .notApplicable
            case .unclear: return .unclear
            case .yes: break
            }
            guard isWhole else { return .unclear }
            let bodyEnd = scopeEnd + Int(bodyCount)
            switch isAny ? tests.any(scopeEnd, bodyEnd, facts) : tests.all(scopeEnd, bodyEnd, facts) {
            case .unclear: return .unclear
            case .yes: return requires ? .met : .failed
            case .no: return requires ? .failed : .met
            }
        }
    }

    let standards: [Standard]
    let tests: [PlainTest]

    /// - Parameters:
    ///   - standards: the standards of the type.
    ///   - fillings: where the facts of the event come from, by their places.
    ///   - slots: the slots of a frame.
    init(_ standards: [StandardProgram], fillings: ArraySlice<EventProgram.Filling>, slots: [CELSlotTable.Slot]) {
        guard !standards.isEmpty else {
            self.standards = []
            tests = []
            return
        }
        var conditions = PlainConditions(slots: slots, fillings: fillings)
        self.standards = standards.map { standard in
            let start = conditions.tests.count
            conditions.isWhole = true
            conditions.add(scopeOf: standard)
            let isScopeWhole = conditions.isWhole
            let bodyStart = conditions.tests.count
            let (condition, requires) = Self.condition(of: standard.body)
            conditions.isWhole = condition != nil
            if let condition { conditions.add(condition) }
            var isAny = false
            if let condition, !conditions.isWhole {
                conditions.removeTests(from: bodyStart)
                conditions.isWhole = true
                conditions.add(anyOf: condition)
                isAny = conditions.isWhole
            }
            if !conditions.isWhole { conditions.removeTests(from: bodyStart) }
            return Standard(
                index: Int32(standard.index), start: Int32(start), scopeCount: Int32(bodyStart - start),
                bodyCount: Int32(conditions.tests.count - bodyStart), isWhole: isScopeWhole && conditions.isWhole,
                requires: requires, isAny: isAny)
        }
        // Without the room that was left for more.
        tests = conditions.tests.withUnsafeBufferPointer { Array($0) }
    }

    /// What a body asks of the event alone, and whether that must be so or must not.
    private static func condition(of body: BodyProgram) -> (condition: ConditionProgram?, requires: Bool) {
        switch body {
        case .require(let condition): (condition, true)
        case .forbid(let condition): (condition, false)
        default: (nil, true)
        }
    }
}
