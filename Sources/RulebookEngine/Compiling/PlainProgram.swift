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
    ///   - slots: the layout of a frame.
    init(_ standards: [StandardProgram], fillings: [EventProgram.Filling], slots: CELSlotTable) {
        var tests: [PlainTest] = []
        var places: [Int: Int] = [:]
        var constants: [Int: CELValue] = [:]
        for (place, filling) in fillings.enumerated() {
            places[filling.slot] = place
            if case .constant(let value) = filling.source, value.isKnown { constants[filling.slot] = value }
        }
        self.standards = standards.map { standard in
            let start = tests.count
            var scope = PlainConditions(slots: slots, places: places, constants: constants)
            scope.add(scopeOf: standard)
            tests += scope.tests
            var body = PlainConditions(slots: slots, places: places, constants: constants)
            let (condition, requires) = Self.condition(of: standard.body)
            if let condition { body.add(condition) } else { body.isWhole = false }
            var isAny = false
            if let condition, !body.isWhole {
                var alternatives = PlainConditions(slots: slots, places: places, constants: constants)
                alternatives.add(anyOf: condition)
                isAny = alternatives.isWhole
                if isAny { body = alternatives }
            }
            if body.isWhole { tests += body.tests }
            return Standard(
                index: Int32(standard.index), start: Int32(start), scopeCount: Int32(scope.tests.count),
                bodyCount: Int32(body.isWhole ? body.tests.count : 0), isWhole: scope.isWhole && body.isWhole,
                requires: requires, isAny: isAny)
        }
        self.tests = tests
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
