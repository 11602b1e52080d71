extension Simulation {
    /// The website, what is said of us elsewhere, and the copies of the standards.
    func website() {
        func pair(_ type: String, _ standard: String, whole: JSON, broken: JSON, _ what: String, site: Site? = nil) {
            journal.add(type, at: Moment(day: 4, 14), whole, site: site)
            journal.expect(.missed, standard, at: journal.add(type, at: Moment(day: 25, 14), broken, site: site), what)
        }
        pair(
            "faq.published", "website.plain_answers", whole: ["words": 120, "grade": 7],
            broken: ["words": 310, "grade": 7], "an answer of 310 words")
        pair(
            "faq.listed", "website.topics", whole: ["topics": ["id_needed", "plan_differences", "can_buy", "how_to"]],
            broken: ["topics": ["id_needed", "plan_differences", "how_to"]], "who may buy is not on the list")
        pair(
            "notice.posted", "website.notices",
            whole: ["in_shop": true, "on_web": true, "size_in_shop": 4, "size_on_web": 4],
            broken: ["in_shop": true, "on_web": true, "size_in_shop": 4, "size_on_web": 2], "smaller on the website")
        pair(
            "site.compared", "website.exact",
            whole: ["hours_match": true, "contacts_match": true, "address_match": true],
            broken: ["hours_match": false, "contacts_match": true, "address_match": true], "other hours on the website",
            site: house.sites[0])
        pair(
            "channels.listed", "website.channels", whole: ["channels": ["web", "store", "phone", "email", "social"]],
            broken: ["channels": ["web", "store", "phone", "email"]], "no social networks")
        pair(
            "copies.compared", "website.same_edition",
            whole: ["shop": .text(Self.version), "office": .text(Self.version), "web": .text(Self.version)],
            broken: ["shop": "2026.06.0", "office": .text(Self.version), "web": .text(Self.version)],
            "an old edition in the shop")
        pair(
            "procedure.published", "complaints.procedure_simple",
            whole: ["procedure": "returns", "steps": 3, "documents": 1, "small_print": false],
            broken: ["procedure": "returns", "steps": 6, "documents": 1, "small_print": false], "six steps")
        for (month, first) in [(0, 29), (1, 59)] {
            for rank in 1...10 {
                journal.add(
                    "reason.counted", at: Moment(day: first, 9, rank),
                    ["rank": .number(rank), "in_faq": .truth(rank <= (month == 0 ? 8 : 9))])
            }
        }
        journal.expect(.missed, "website.questions_covered", in: "2026-11", "eight of ten questions")
        for index in 0..<36 {
            journal.add("site.rated", at: Moment(day: 5 + index, 20), ["ease": .number(index % 3 == 0 ? 7 : 8)])
        }
        for index in 0..<12 {
            journal.add("forum.thread_closed", at: Moment(day: 6 + index, 21), ["answered": .truth(index > 0)])
        }
        mentions()
    }

    private func mentions() {
        for month in 0...1 {
            for index in 0..<25 {
                let mention = number("me")
                let kind = ["question", "complaint", "praise", "other"][index % 4]
                let time = Moment(day: (month == 0 ? 2 : 31) + index, 16, index)
                let isLate = month == 1 && index == 4
                let seen = journal.add(
                    "mention.seen", at: time,
                    [
                        "mention": .text(mention), "kind": .text(kind),
                        "negative": .truth(index % 12 == 1 && (month == 0 || index < 12)),
                    ])
                if index % 4 < 2 {
                    journal.add("mention.answered", at: time + (isLate ? 11 : 3) * 3_600, ["mention": .text(mention)])
                }
                if isLate { journal.expect(.missed, "answers.social", at: seen, "answered after eleven hours") }
            }
        }
        journal.expect(.missed, "targets.bad_word", in: "2026-11", "two bad mentions among twenty-five")
    }
}
