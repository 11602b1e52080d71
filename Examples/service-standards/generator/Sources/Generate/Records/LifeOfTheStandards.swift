extension Simulation {
    /// The version in force, three others that were handled wrongly, and the lists that the house keeps.
    func lifeOfTheStandards() {
        let published = publish(Self.version, on: 0)
        journal.expect(.pending, "lifecycle.outside_look", at: published, "the look from outside is due within a year")
        journal.add("effect.reported", at: Moment(day: 20, 15), ["version": .text(Self.version)])
        let told = journal.add("effect.reported", at: Moment(day: 50, 15), ["version": .text(Self.version)])
        journal.expect(.pending, "lifecycle.effect_told", at: told, "the report of January is to come")

        let hasty = publish("2026.11.1", on: 3, trained: 80)
        journal.expect(.missed, "lifecycle.before_force", at: hasty, "in force before the staff were trained")
        withdraw("2026.11.1", on: 3)
        let silent = publish("2026.11.2", on: 4)
        journal.expect(.missed, "lifecycle.effect_told", at: silent, "a month without a word on conduct and sales")
        withdraw("2026.11.2", on: 45)

        journal.add("standards.drafted", at: Moment(day: 8, 9), ["version": "2026.11.3"])
        let late = journal.add(
            "standards.approved", at: Moment(day: 8, 10), ["version": "2026.11.3", "by": "executive"])
        journal.expect(.missed, "lifecycle.order", at: late, "approved before anybody was asked")
        let boast = announce("2026.11.0", on: 6, evidence: nil)
        journal.expect(.missed, "lifecycle.fix_then_tell", at: boast, "told to customers without proof")
        lists()
        practice()
    }

    /// A version on its way into force; answers with its publication.
    private func publish(_ version: String, on day: Int, trained: Int = 97) -> Int {
        let data: [(String, JSON)] = [
            ("standards.drafted", ["version": .text(version)]),
            ("standards.consulted", ["version": .text(version), "by_agents": true]),
            ("standards.approved", ["version": .text(version), "by": "executive"]),
            ("system.live", ["version": .text(version)]),
            ("staff.trained", ["version": .text(version), "share": .text("\(trained)%")]),
            ("standards.published", ["version": .text(version)]),
        ]
        var last = 0
        for (index, one) in data.enumerated() { last = journal.add(one.0, at: Moment(day: day, 1, index), one.1) }
        if version == Self.version { announce(version, on: day, evidence: "the figures of October") }
        return last
    }

    @discardableResult
    private func announce(_ version: String, on day: Int, evidence: String?) -> Int {
        journal.add(
            "standards.announce", at: Moment(day: day, 2),
            evidence.map { ["version": .text(version), "evidence": .text($0)] } ?? ["version": .text(version)])
    }

    private func withdraw(_ version: String, on day: Int) {
        journal.add("standards.withdrawn", at: Moment(day: day, 18), ["version": .text(version)])
    }

    /// Situations, kinds of customers, standards, measures, goals and units: one that is whole, one that is not.
    private func lists() {
        let entries: [(type: String, standard: String, whole: [(String, String)], missing: String)] = [
            (
                "situation.listed", "lifecycle.situations",
                [("subject", "broken lamp"), ("conduct", "listen first"), ("solution", "replace")], "solution"
            ),
            (
                "segment.profiled", "lifecycle.customer_known",
                [
                    ("segment", "typical"), ("product", "lamps"), ("speed", "in a day"), ("technical", "installation"),
                    ("aim", "light at home"), ("our_help", "advice"),
                ], "our_help"
            ),
            (
                "standard.entered", "lifecycle.behind_each_standard",
                [
                    ("standard", "telephone.rings"), ("owner", "telephone-lead"), ("budget", "500.00 EUR"),
                    ("given", "20h"), ("training", "workshop"), ("appraisal", "half-yearly"),
                ], "training"
            ),
            (
                "measure.chosen", "lifecycle.measures_chosen",
                [
                    ("measure", "rings"), ("owner", "telephone-lead"), ("checked_how", "sample of ten"),
                    ("cost", "an hour a month"),
                ], "cost"
            ),
            (
                "aim.listed", "lifecycle.aims_measured", [("aim", "customers come again"), ("measured_by", "visits")],
                "measured_by"
            ),
        ]
        for (index, entry) in entries.enumerated() {
            let whole = entry.whole.map { (name: $0.0, value: JSON.text($0.1)) }
            journal.add(entry.type, at: Moment(day: 2, 10, index), .object(whole))
            let broken = journal.add(
                entry.type, at: Moment(day: 5, 10, index), .object(whole.filter { $0.name != entry.missing }))
            journal.expect(.missed, entry.standard, at: broken, "no \(entry.missing)")
        }
        journal.add("unit.listed", at: Moment(day: 2, 11), ["unit": "shops", "version": .text(Self.version)])
        let old = journal.add("unit.listed", at: Moment(day: 2, 11, 5), ["unit": "repairs", "version": "2026.06.0"])
        journal.expect(.missed, "lifecycle.every_unit", at: old, "the workshop works by the old version")
    }

    /// What managers saw of each standard at the front line.
    private func practice() {
        func seen(_ standard: String, _ count: Int, on days: ClosedRange<Int>, wrong: Int = 0) {
            for index in 0..<count {
                journal.add(
                    "practice.observed", at: Moment(day: days.lowerBound + index % days.count, 11, index),
                    ["standard": .text(standard), "as_meant": .truth(index >= wrong)], agent: dice.pick(house.phone),
                    by: house.observer)
            }
        }
        for month in [1...29, 30...59] {
            seen("talks.checklist", 20, on: month)
            seen("telephone.hold", 20, on: month, wrong: 4)
            seen("wording.greeting", month.lowerBound == 1 ? 12 : 24, on: month)
        }
        journal.expect(.missed, "lifecycle.practice_seen", of: "wording.greeting", in: "2026-11", "seen twelve times")
        journal.expect(
            .missed, "lifecycle.practised", of: "telephone.hold", in: "2026-Q4", "as meant in 32 of 40 cases")
    }
}
