extension VagueTerms {
    /// English.
    static let english: [VagueTerm] =
        VagueTerm.terms(
            .time,
            """
            as soon as possible, as soon as practicable, as soon as reasonably possible, as soon as you can, asap, a.s.a.p.
            as quickly as possible, as fast as possible, as early as possible, at the earliest opportunity
            at the earliest convenience, at your earliest convenience, promptly, prompt, immediately, immediate, instantly
            at once, right away, straight away, straightaway, forthwith, without delay, without undue delay
            without unreasonable delay, without unnecessary delay, in a timely manner, in a timely fashion, timely
            in good time, in due time, in due course, quickly, quick, quicker, fast, faster, swiftly, swift
            speedily, speedy, rapidly, rapid, soon, sooner, shortly, before long, in a short time, within a short time
            in a moment, a short time, short notice, urgently, urgent, in the near future, eventually, recently, lately
            within a reasonable time, in a reasonable time, a reasonable period, very short order, in short order
            """)
        + VagueTerm.terms(
            .extent,
            """
            regularly, on a regular basis, from time to time, now and then, periodically, occasionally, sometimes, often
            frequently, usually, normally, generally, typically, mostly, as a rule, constantly, continually, continuously
            several, a few, quite a few, a lot of, enough, sufficient, sufficiently, adequate, adequately, significant
            significantly, substantial, substantially, considerable, considerably, a reasonable number, a limited number
            too many, too much, too long, too often, minimal, a bit, slightly
            """)
        + VagueTerm.terms(
            .judgement,
            """
            appropriate, appropriately, inappropriate, reasonable, reasonably, unreasonable, suitable, suitably, proper
            properly, satisfactory, acceptable, unacceptable, decent, friendly, politely, polite, courteous, courteously
            professional, professionally, user-friendly, customer-friendly, high-quality, excellent
            world-class, effectively, efficiently, efficient, effective, clearly, carefully, with care, due care, easy
            easily, flexible, flexibly, pleasant, comfortable, nicely, correctly, well, helpful
            """)
        + VagueTerm.terms(
            .openEnd,
            """
            etc, et cetera, and so on, and so forth, and the like, or the like, or similar, and similar, and more
            among others, including but not limited to, and other things
            """)
        + VagueTerm.terms(
            .exception,
            """
            if possible, where possible, when possible, whenever possible, wherever possible, if at all possible
            as far as possible, to the extent possible, as much as possible, if feasible, where feasible, if practicable
            if necessary, where necessary, when necessary, as necessary, if needed, where needed, when needed, as needed
            if required, where required, as required, if appropriate, where appropriate, when appropriate, as appropriate
            if applicable, where applicable, as applicable, in exceptional cases, in special cases, in certain cases
            ideally, try to, tries to, strive to, strives to, endeavour to, endeavours to, endeavor to, endeavors to
            make every effort, makes every effort, best efforts, best effort, do our best, do your best, does its best
            """)
        + VagueTerm.terms(
            nil,
            "as soon as, how soon, how fast, how quickly, how often, so soon, no sooner, frequently asked, as well, as well as, well known, fast track, fast food, generally accepted"
        )
}
