import Audit
import RulebookEngine
import RulebookModel

extension SyntheticReport {
    /// A report over no events, by no rulebook.
    static let empty = ComplianceReport(
        generator: ReportGenerator(version: "0.1.0"), scope: ReportScope(timeZone: "UTC"))

    /// The first instants of November and December.
    private static let november = ReportInstant(seconds: start - 8 * 3600, offsetSeconds: 3600)
    private static let december = ReportInstant(seconds: start - 8 * 3600 + 30 * 86_400, offsetSeconds: 3600)

    private static func percent(_ text: String, _ part: String, _ whole: String) -> MetricResult.Figure {
        MetricResult.Figure(text: text, numerator: part, denominator: whole, unit: "percent")
    }

    /// Figures of each status, and without a verdict.
    private static let metrics: [MetricResult] = [
        level("North", .met, percent("97%", "97", "1"), population: 9766, excused: 12),
        level("West", .missed, percent("94.996%", "23749", "250"), population: 25_000),
        level(
            "South", .undetermined, percent("100%", "100", "1"), population: 12,
            message: "a population of 12 is less than 30"),
        level(
            "East", .undetermined, percent("94%", "94", "1"), population: 50, unclear: 2,
            message: "2 events are unclear: event.wait is not known", missing: ["event.wait"]),
        level("Islands", .notApplicable, nil, population: 0, excused: 3, message: "every event was excused"),
        MetricResult(
            standard: 5, status: .pending, measure: "share", key: "North", period: "2026-12", start: december,
            end: nil, figure: percent("88%", "88", "1"), bound: "at least 95%", population: 25,
            sampleMin: 30, message: "the period is not over", place: "rules/calls.yaml:45:7"),
        MetricResult(
            standard: 6, status: nil, measure: "ratio", key: "everyone", period: "the whole log",
            figure: .init(text: "3.33 EUR", numerator: "10", denominator: "3", unit: "EUR"), population: 9,
            place: "rules/calls.yaml:52:7"),
        MetricResult(
            standard: 7, status: .undetermined, measure: "percentile", key: "North", period: "2026-11",
            start: november, end: december,
            figure: .init(
                text: "≈ 8 min 45.75 s", numerator: "525750000000", denominator: "1", unit: "nanoseconds",
                within: "1%"), bound: "at most 8 min 45 s", population: 1200, excluded: 2, sampleMin: 10,
            message:
                "an estimate within 1%; the exact percentile lies from 8 min 43 s to 8 min 48 s, so that it could be "
                + "on either side of the bound", place: "rules/calls.yaml:61:7"),
        MetricResult(
            standard: 8, status: .met, measure: "correlation", key: "by agent", period: "2026-11",
            start: november, end: december,
            figure: .init(text: "0.72", numerator: "18", denominator: "25", unit: "number"), bound: "at least 0",
            population: 24, sampleMin: 10,
            message: "where `Quick calls` is higher, `Sales` tends to be higher as well: a strong connection; "
                + "Spearman's rank correlation over 24 groups; it shows no cause", place: "rules/calls.yaml:70:7"),
    ]

    /// Rows that were taken out, and rows that were not.
    private static let exclusions: [MetricExclusionEntry] = [
        MetricExclusionEntry(
            standard: 7, event: "x-1", type: "line.down", time: november, who: "m-1", reason: "a cable was cut",
            rows: "from 2026-11-02T12:00:00+01:00 to 2026-11-02T13:00:00+01:00", removedCount: 2),
        MetricExclusionEntry(
            standard: 7, event: "x-2", type: "call.excluded", time: november, who: "m-1", reason: "", rows: "i-7",
            removedCount: 0, refusal: "no reason was given"),
        MetricExclusionEntry(
            standard: 7, event: "x-3", type: "call.excluded", time: december, who: "m-1", reason: "a test call",
            rows: "i-8", removedCount: 0),
    ]

    private static func level(
        _ key: String, _ status: FindingStatus, _ figure: MetricResult.Figure?, population: Int, excused: Int = 0,
        unclear: Int = 0, message: String = "", missing: [String] = []
    ) -> MetricResult {
        MetricResult(
            standard: 5, status: status, measure: "share", key: key, period: "2026-11", start: november,
            end: december, figure: figure, bound: "at least 95%", population: population, excused: excused,
            unclear: unclear, sampleMin: 30, message: message, missing: missing, place: "rules/calls.yaml:45:7")
    }

    /// A report with a finding of each status, and of each force.
    static let small: ComplianceReport = {
        var report = SyntheticReport(standards: [
            StandardSummary(
                id: "coupons.goodwill", title: "Goodwill coupons", owner: "care-lead", source: "Care manual, part 2",
                because: "A problem solved on the spot keeps the customer.", place: "rules/discretion.yaml:12:3"),
            StandardSummary(
                id: "identity.before_refund", title: "Identity before a refund", severity: .critical,
                place: "rules/identity.yaml:3:3"),
            StandardSummary(id: "call.greeting", severity: .minor, place: "rules/calls.yaml:7:3"),
            StandardSummary(
                id: "call.name", title: "Use the customer's name", force: .should, place: "rules/calls.yaml:21:3"),
            StandardSummary(
                id: "call.extra_mile", title: "Went the extra mile", force: .may, place: "rules/calls.yaml:30:3"),
            StandardSummary(
                id: "calls.service_level", title: "Calls are answered in 20 seconds", place: "rules/calls.yaml:40:3"),
            StandardSummary(id: "calls.cost", force: .should, place: "rules/calls.yaml:50:3"),
            StandardSummary(id: "calls.slowest", title: "The slowest calls", place: "rules/calls.yaml:58:3"),
            StandardSummary(
                id: "calls.and_sales", title: "Quick calls and sales", force: .should, place: "rules/calls.yaml:67:3"),
            StandardSummary(id: "parcels.lost", title: "Lost parcels are looked for", place: "rules/parcels.yaml:2:3"),
        ])
        report.event(
            "e-1", "coupon.issue", minute: 0, agent: "a-1", team: "north", interaction: "i-1", channel: "phone")
        report.finding(.met, standard: 0, values: [("event.count", "1"), ("customer.tier", "standard")])
        report.event(
            "e-2", "coupon.issue", minute: 61, agent: "a-2", team: "north", interaction: "i-2", channel: "chat",
            reason: "parcel was late twice", approvedBy: "s-9")
        report.finding(
            .discretion, standard: 0, message: "3 coupons, 1 is within the policy", effect: "justify",
            values: [("event.count", "3")])
        report.event("e-3", "coupon.issue", minute: 1500, agent: "a-2", team: "north", channel: "chat")
        report.finding(
            .missed, standard: 0, message: "12 coupons, at most 10 may be approved", effect: "deny",
            values: [("event.count", "12"), ("agent.role", "agent")])
        report.finding(.excused, standard: 2, message: "customer.staff")
        report.event("e-4", "refund.issue", minute: 3000, agent: "a-3", team: "south", channel: "phone")
        report.finding(
            .missed, standard: 1, message: "the identity was not verified", effect: "deny", clause: "verified",
            values: [("facts.verified", "false"), ("event.value", "20.00 EUR")])
        report.finding(
            .undetermined, standard: 2, message: "`event.greeted` is missing",
            values: [("event.greeted", "not known")])
        report.finding(.missed, standard: 3, message: "the name was not used")
        report.finding(.met, standard: 4)
        report.event("e-5", "refund.issue", minute: 3100, agent: "a-3", team: "south", channel: "phone")
        report.finding(.pending, standard: 1)
        report.finding(.notApplicable, standard: 2)
        for metric in metrics { report.metric(metric) }
        return report.report(
            rulebooks: [
                RulebookReference(
                    id: "retail-care", title: "Retail care standards", version: "2026.11.0", digest: digest("a"),
                    effectiveFrom: "2026-11-01", fileCount: 4)
            ],
            inputs: [
                InputReference(name: "november.jsonl", digest: digest("b"), byteCount: 1845, rowCount: 7, eventCount: 5)
            ],
            reading: ReadingSummary(
                rows: 7, events: 5, unreadableRows: 2,
                problems: [
                    RowProblem(
                        input: "november.jsonl", line: 3, column: 17, code: "RD0004", message: "expected a `,` or `}`"),
                    RowProblem(input: "november.jsonl", line: 6, code: "RD0009", message: "the row has no `time`"),
                ],
                problemTotal: 2, unknownMembers: [CountedText(text: "data.colour", count: 3)],
                eventsByType: [
                    CountedText(text: "coupon.issue", count: 3), CountedText(text: "refund.issue", count: 2),
                ], unlistedActions: [CountedText(text: "card.post", count: 2)], outsideEffectivePeriod: 0),
            filters: ["channel phone or chat"],
            missingFacts: [CountedText(text: "event.greeted", count: 1), CountedText(text: "event.wait", count: 1)],
            exclusions: exclusions)
    }()

    /// Texts that try to break out of each format, long ids, and scripts of other directions and alphabets.
    static let hostile: ComplianceReport = {
        let script = "<script>alert('x')</script>"
        let long = "standard." + String(repeating: "very_long_identifier_", count: 12)
        var report = SyntheticReport(standards: [
            StandardSummary(
                id: script, title: "a | b `code` **bold** [link](javascript:alert(1)) @everyone",
                because: "line\nbreak \"quoted\" & 'single' <img src=x onerror=alert(1)>", place: "a|b<c>.yaml:1:1"),
            StandardSummary(id: long, title: "Обязательное приветствие клиента", place: "правила.yaml:2:3"),
            StandardSummary(id: "rtl", title: "مرحبا بالعميل", place: "rules.yaml:9:3"),
        ])
        report.event(
            "=HYPERLINK(\"http://example.org\",\"click\")", script, minute: 5, agent: "+1 | \u{1B}[31mred\u{1B}[0m",
            team: "-2", interaction: "@SUM(A1)", channel: "\tTAB", reason: "first, \"second\"\r\nthird",
            approvedBy: "＝1+1")
        report.finding(
            .missed, standard: 0, message: "</details><h1>owned</h1> \u{202E}gnirts desrever", effect: "\u{0}nul",
            clause: "a || b && c < d",
            values: [
                ("event.\"name\"", "</dd><script>1</script>"), ("event.\"name\"", "the same name again"),
                ("путь", "значение"), ("čšž", "Ali vas lahko premestim na ustrezen oddelek?"),
            ])
        report.event(
            String(repeating: "x", count: 180), "utterance", minute: 90, agent: "שלום",
            team: "🧑‍🚀 very far away team with a long name that goes on and on and on and on and on")
        report.finding(
            .undetermined, standard: 1,
            message: String(repeating: "Длинное сообщение без конца, которое должно переноситься. ", count: 6),
            values: [("event.text", String(repeating: "長い文章", count: 40))])
        report.finding(.met, standard: 2, values: [("customer.name", "مرحبا")])
        report.metric(
            MetricResult(
                standard: 0, status: .missed, measure: "share", key: "=1+1 | <b>\u{202E}x</b>",
                period: "from \u{1B}[31m <i>", figure: .init(text: "1%", numerator: "1", denominator: "1", unit: "<u>"),
                bound: "at least <s>", population: 1, unclear: 1, message: "1 event is unclear: event.<x> is not known",
                missing: ["event.<x>"], place: "a|b<c>.yaml:1:1"))
        return report.report(
            rulebooks: [
                RulebookReference(
                    id: "<b>", title: "Pravila & \"standardi\" — čšž", version: "1'2", digest: digest("c"),
                    effectiveUntil: "<2027>", fileCount: 1)
            ],
            inputs: [
                InputReference(
                    name: "<standard input>", digest: digest("d"), byteCount: 12_345_678, rowCount: 2, eventCount: 2)
            ],
            reading: ReadingSummary(
                rows: 2, events: 2,
                problems: [
                    RowProblem(input: "<standard input>", line: 1, code: "RD|1", message: "`|` & <tag>\u{7}")
                ], problemTotal: 4200, unknownMembers: [CountedText(text: script, count: 1_234_567)]),
            filters: [script], missingFacts: [CountedText(text: "event.<i>x</i>", count: 1)],
            exclusions: [
                MetricExclusionEntry(
                    standard: 0, event: "=x", type: script, time: nil, who: "<b>m</b>", reason: "a | b\n\"c\"",
                    rows: "<i>", removedCount: 1)
            ])
    }()

    /// A month of a busy house: many standards, agents and findings, made by a fixed recurrence.
    static func busy(events: Int) -> ComplianceReport {
        let titles = [
            "Goodwill coupons", "Identity before a refund", "Greeting within the first sentence", "Longest hold",
            "A promise has a date", "Escalation keeps the case", "Price floor", "Refund to the way of payment",
            "No blame of colleagues", "Complaint is answered in two days", "Transfer is announced", "Call back is kept",
        ]
        var report = SyntheticReport(
            standards: titles.enumerated().map { index, title in
                StandardSummary(
                    id: "care." + title.lowercased().split(separator: " ").joined(separator: "_"), title: title,
                    severity: index % 5 == 1 ? .critical : index % 3 == 0 ? .major : .minor,
                    force: index == 10 ? .should : index == 11 ? .may : .must, owner: "care-lead",
                    source: "Care manual, part \(index / 4 + 1), step \(index % 4 + 1)",
                    because: "A customer who knows what happens next stays calm.",
                    place: "Policies/retail-care/standards/\(index / 4 + 1).yaml:\(index * 14 + 3):3")
            })
        var state: UInt64 = 42
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        for number in 0..<events {
            let agent = next(24)
            report.event(
                "e-\(100_000 + number)", ["coupon.issue", "refund.issue", "call.ended", "call.transfer"][next(4)],
                minute: number * 43_200 / events, agent: "a-\(100 + agent)",
                team: ["north", "south", "evening"][agent % 3],
                interaction: "i-\(number / 3)", channel: ["phone", "chat", "email"][next(3)])
            for standard in [next(12), next(12)] {
                let draw = next(1000)
                let statuses: [(FindingStatus, Int)] = [
                    (.missed, 6 + standard * 2 + agent / 4), (.discretion, 60), (.undetermined, 75), (.pending, 80),
                    (.excused, 95), (.notApplicable, 240), (.met, 1000),
                ]
                let status = statuses.first { draw < $0.1 }?.0 ?? .met
                let messages = [
                    "3 coupons, 1 is within the policy", "the identity was not verified", "held for 74 s, at most 60 s",
                ]
                report.finding(
                    status, standard: standard, message: status == .met ? "" : messages[next(3)],
                    effect: status == .missed ? "deny" : "",
                    values: [
                        ("event.count", "\(next(9))"), ("customer.tier", "standard"),
                        ("event.value", "\(next(90)).00 EUR"),
                    ])
            }
        }
        return report.report(
            rulebooks: [
                RulebookReference(
                    id: "retail-care", title: "Retail care standards", version: "2026.11.0", digest: digest("a"),
                    effectiveFrom: "2026-11-01", fileCount: 9)
            ],
            inputs: [
                InputReference(
                    name: "logs/2026-11.jsonl", digest: digest("b"), byteCount: events * 330, rowCount: events + 3,
                    eventCount: events)
            ],
            reading: ReadingSummary(
                rows: events + 3, events: events, unreadableRows: 3,
                problems: [
                    RowProblem(
                        input: "logs/2026-11.jsonl", line: 317, column: 88, code: "RD0004",
                        message: "expected a `,` or `}`")
                ], problemTotal: 3, unknownMembers: [CountedText(text: "data.colour", count: 14)],
                eventsByType: [CountedText(text: "coupon.issue", count: events / 2)]),
            missingFacts: [
                CountedText(text: "customer.tier", count: 31), CountedText(text: "facts.verified", count: 4),
            ])
    }
}
