package import CEL
package import JSONSyntax
import RulebookModel

/// Looks at events of which there may be little to tell: which standards are met, as far as plain tests of an event's own
/// facts say so.
///
/// Of most events of a log that is all of them. A glance makes no event, no decision and no copy of a value; where it
/// cannot tell, or something is not met, the event is to be read, and asked what is open.
package struct Glance: ~Copyable {
    /// The facts by their places, in the form that tests read.
    private var facts: [Peek] = []
    /// What is found of one event.
    private var found: [Int32] = []
    /// A bit for each of them that the event says.
    private var said: UInt64 = 0
    /// The standards that were met, by their places in the rulebook: of one event behind the other.
    package private(set) var met: [Int32] = []
    /// Those that are to be asked of the event itself, by their numbers among those of its type.
    package private(set) var open: [Int32] = []

    /// What a glance tells of the standards of an event: what is neither met nor open did not apply.
    package struct Verdict: Sendable {
        package let met: Range<Int>
        package let open: Range<Int>
    }

    package init() {}

    /// Begins an event.
    package mutating func begin(_ program: GlanceProgram) {
        said = 0
        let count = program.blank.count
        while facts.count < count { facts.append(.nothing) }
        for place in 0..<count { facts[place] = program.blank[place] }
    }

    /// Takes out what was found of all events.
    package mutating func takeFound() -> (met: [Int32], open: [Int32]) {
        defer { (met, open) = ([], []) }
        return (met, open)
    }

    /// Looks at a value of a field; false where it takes more than that.
    package mutating func look(
        at record: NodeRecord, in view: JSONView, _ form: FieldForm, _ program: GlanceProgram
    ) -> Bool {
        let fact: Peek
        switch form.kind {
        case .text:
            guard record.kind == .string else { return false }
            if form.place < 0 { return true }
            guard !record.hasEscapes else { return false }
            fact = program.pool.fact(view.text(record).span)
        case .word:
            guard record.kind == .string, let words = form.words,
                let said = words._withUnsafeGuaranteedRef({ words in
                    words.table.place(of: record, in: view).map { words.facts[$0] }
                })
            else { return false }
            fact = said
        case .int:
            guard let number = view.plainInteger(record), form.low <= number, number <= form.high else { return false }
            fact = Peek(.int(number))
        case .decimal:
            guard let number = view.exactDecimal(record) else { return false }
            if form.place < 0 { return true }
            fact = Peek(.scalar(CELScalar(number)))
        case .amount:
            let currency = program.currencies[Int(form.currency)]
            guard let number = view.exactDecimal(record), number.fits(fractionDigits: Int(form.fractionDigits)) else {
                return false
            }
            if form.place < 0 { return true }
            fact = Peek(.scalar(CELScalar(Money(amount: number, currency: currency))))
        case .bool:
            guard record.kind == .bool else { return false }
            fact = Peek(.bool(record.isTrue))
        case .instant:
            guard CELTimestamp(record, in: view) != nil else { return false }
            fact = .nothing
        }
        if form.place >= 0 {
            facts[Int(form.place)] = fact
            said |= 1 << UInt64(form.place)
        }
        return true
    }

    /// Notes that an entity is there, once its fields were looked at.
    package mutating func endEntity(_ entity: Int, _ program: GlanceProgram) {
        for silent in program.entities[entity].whereSilent where said & 1 << UInt64(silent.place) == 0 {
            facts[Int(silent.place)] = silent.fact
        }
    }

    /// Looks at a text of the event itself, such as its channel.
    package mutating func look(
        at record: NodeRecord, in view: JSONView, _ member: EnvelopeMember, _ program: GlanceProgram
    ) {
        for (place, own) in program.envelope where own == member {
            facts[place] = program.pool.fact(view.text(record).span)
        }
    }

    /// Judges the event by the standards of its type.
    ///
    /// - Returns: which of them are met, and of which a test said that they are not, or could not tell; both by where
    ///   they lie in ``met`` and ``open``. Nil where the rulebook is not in force at the event's time.
    package mutating func judge(_ program: GlanceProgram, at time: CELTimestamp) -> Verdict? {
        guard program.effective.isAlways || program.effective.contains(time) else { return nil }
        let (firstMet, firstOpen) = (met.count, open.count)
        let groups = program.groups
        while found.count < groups.members.count { found.append(0) }
        let metCount = judge(groups)
        met.append(contentsOf: found[..<metCount])
        if open.count > firstOpen + 1 { open[firstOpen...].sort() }
        return Verdict(met: firstMet..<met.count, open: firstOpen..<open.count)
    }

    /// Puts the standards that are met to the beginning of what is found, and those that are open behind all that are.
    ///
    /// - Returns: how many are met.
    private mutating func judge(_ program: GlanceGroups) -> Int {
        var metCount = 0
        facts.withUnsafeBufferPointer { facts in
            program.tests.withUnsafeBufferPointer { tests in
                program.members.withUnsafeBufferPointer { members in
                    for group in program.groups {
                        let scope = tests.all(Int(group.tests.lowerBound), Int(group.tests.upperBound), facts)
                        if scope == .no { continue }
                        var place = Int(group.members.lowerBound)
                        while place < Int(group.members.upperBound) {
                            let member = members[place]
                            place &+= 1
                            let (start, end) = (Int(member.tests.lowerBound), Int(member.tests.upperBound))
                            let body = member.isAny ? tests.any(start, end, facts) : tests.all(start, end, facts)
                            if scope == .yes, member.isWhole, body == (member.requires ? .yes : .no) {
                                found[metCount] = member.index
                                metCount &+= 1
                            } else {
                                open.append(member.number)
                            }
                        }
                    }
                }
            }
        }
        return metCount
    }
}
