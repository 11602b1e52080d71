/// A comparison of one fact with a constant, in a form that takes a few instructions: most conditions of rules are such.
///
/// It says what the expression says, or that it cannot tell: then the expression is evaluated. It can tell where the fact
/// is known and of the constant's type.
@usableFromInline
package struct PlainTest: Hashable, Sendable {
    /// How the fact stands to the constant.
    @usableFromInline
    package enum Relation: UInt8, Sendable {
        // Which of less, equal and greater it is, as bits.
        case less = 0b001, equal = 0b010, lessOrEqual = 0b011, greater = 0b100, notEqual = 0b101, greaterOrEqual = 0b110

        /// The relation with the sides exchanged.
        package var exchanged: Relation {
            switch self {
            case .less: .greater
            case .lessOrEqual: .greaterOrEqual
            case .equal, .notEqual: self
            case .greaterOrEqual: .lessOrEqual
            case .greater: .less
            }
        }

        @inlinable @inline(__always)
        func holds(_ left: Int64, _ right: Int64) -> Bool {
            let order: UInt8 =
                left < right
                ? Relation.less.rawValue : left == right ? Relation.equal.rawValue : Relation.greater.rawValue
            return rawValue & order != 0
        }
    }

    /// What comes of it.
    @usableFromInline
    package enum Result: UInt8, Sendable {
        case no, yes, unclear
    }

    @usableFromInline
    enum Operation: UInt8, Sendable {
        case never, bool, int, duration, text, texts, scalar
    }

    @usableFromInline let operation: Operation
    @usableFromInline let relation: Relation
    @usableFromInline let scalarKind: UInt8
    @usableFromInline let scale: UInt8
    /// The fact, by its place.
    @usableFromInline let place: Int32
    /// The number, or up to two marks of texts.
    @usableFromInline let bits: UInt64
    /// The scalar's unit, or two more marks.
    @usableFromInline let more: UInt64

    private init(
        _ operation: Operation, _ relation: Relation, place: Int, bits: UInt64, more: UInt64 = 0, scalarKind: UInt8 = 0,
        scale: UInt8 = 0
    ) {
        self.operation = operation
        self.relation = relation
        self.scalarKind = scalarKind
        self.scale = scale
        self.place = Int32(place)
        self.bits = bits
        self.more = more
    }

    /// What never holds.
    package static let never = PlainTest(.never, .equal, place: 0, bits: 0)

    /// A comparison; nil where it is not one of those that take a few instructions.
    ///
    /// - Parameters:
    ///   - place: where the fact lies.
    ///   - relation: how it must stand to the constant.
    ///   - constant: the constant; a text must be interned.
    package init?(place: Int, _ relation: Relation, _ constant: CELValue) {
        switch constant {
        case .bool(let truth) where relation == .equal || relation == .notEqual:
            self.init(.bool, relation, place: place, bits: truth ? 1 : 0)
        case .int(let number): self.init(.int, relation, place: place, bits: UInt64(bitPattern: number))
        case .duration(let length):
            self.init(.duration, relation, place: place, bits: UInt64(bitPattern: length.nanoseconds))
        case .string(let text) where text.mark != 0 && (relation == .equal || relation == .notEqual):
            self.init(.text, relation, place: place, bits: UInt64(text.mark))
        case .scalar(let scalar):
            self.init(
                .scalar, relation, place: place, bits: UInt64(bitPattern: scalar.payload), more: UInt64(scalar.unit),
                scalarKind: scalar.kind, scale: scalar.scale)
        default: return nil
        }
    }

    /// Whether a fact is one of a few texts; nil where they are too many or not interned.
    package init?(place: Int, in texts: [CELString]) {
        guard (1...4).contains(texts.count), texts.allSatisfy({ $0.mark != 0 }) else { return nil }
        // Of fewer than four the last is said again.
        func mark(_ number: Int) -> UInt64 { UInt64(texts[min(number, texts.count - 1)].mark) }
        self.init(
            .texts, .equal, place: place, bits: mark(0) | mark(1) << 32, more: mark(2) | mark(3) << 32)
    }

    /// What the texts are known by that it compares a fact with.
    package var marks: [UInt32] {
        switch operation {
        case .text: [UInt32(truncatingIfNeeded: bits)]
        case .texts: [bits, bits >> 32, more, more >> 32].map { UInt32(truncatingIfNeeded: $0) }
        case .never, .bool, .int, .duration, .scalar: []
        }
    }

    /// What it comes to over the facts.
    @inlinable @inline(__always)
    func result(_ facts: UnsafeBufferPointer<Peek>) -> Result {
        let fact = facts[Int(place)]
        switch operation {
        case .int where fact.kind == .int, .bool where fact.kind == .bool, .duration where fact.kind == .duration:
            return relation.holds(Int64(bitPattern: fact.bits), Int64(bitPattern: bits)) ? .yes : .no
        case .text where fact.kind == .string && fact.mark != 0:
            return (UInt64(fact.mark) == bits) == (relation == .equal) ? .yes : .no
        case .texts where fact.kind == .string && fact.mark != 0:
            let mark = fact.mark
            let isOne =
                UInt32(truncatingIfNeeded: bits) == mark || UInt32(truncatingIfNeeded: bits >> 32) == mark
                || UInt32(truncatingIfNeeded: more) == mark || UInt32(truncatingIfNeeded: more >> 32) == mark
            return isOne ? .yes : .no
        case .scalar where fact.kind == .scalar && fact.scalarKind == scalarKind && UInt64(fact.mark) == more:
            guard fact.scale == scale else { return scaledResult(fact) }
            return relation.holds(Int64(bitPattern: fact.bits), Int64(bitPattern: bits)) ? .yes : .no
        case .never: return .no
        case .int, .bool, .duration, .text, .texts, .scalar: return .unclear
        }
    }

    @usableFromInline
    func scaledResult(_ fact: Peek) -> Result {
        let left = Int64(bitPattern: fact.bits)
        let right = Int64(bitPattern: bits)
        // One is counted in the other's smaller unit.
        var factor: Int64 = 1
        for _ in 0..<abs(Int(fact.scale) - Int(scale)) {
            let (product, overflow) = factor.multipliedReportingOverflow(by: 10)
            if overflow { return .unclear }
            factor = product
        }
        let (scaled, overflow) = (fact.scale < scale ? left : right).multipliedReportingOverflow(by: factor)
        if overflow { return .unclear }
        return (fact.scale < scale ? relation.holds(scaled, right) : relation.holds(left, scaled)) ? .yes : .no
    }
}

extension UnsafeBufferPointer<PlainTest> {
    /// What all tests of a range come to together: no as soon as one says no, whatever the others cannot tell.
    @inlinable @inline(__always)
    package func all(_ start: Int, _ end: Int, _ facts: UnsafeBufferPointer<Peek>) -> PlainTest.Result {
        var result = PlainTest.Result.yes
        for index in start..<end {
            switch self[index].result(facts) {
            case .no: return .no
            case .yes: break
            case .unclear: result = .unclear
            }
        }
        return result
    }

    /// What comes of a range of tests of which one is enough: yes as soon as one says yes, whatever the others cannot tell.
    @inlinable @inline(__always)
    package func any(_ start: Int, _ end: Int, _ facts: UnsafeBufferPointer<Peek>) -> PlainTest.Result {
        var result = PlainTest.Result.no
        for index in start..<end {
            switch self[index].result(facts) {
            case .yes: return .yes
            case .no: break
            case .unclear: result = .unclear
            }
        }
        return result
    }
}
