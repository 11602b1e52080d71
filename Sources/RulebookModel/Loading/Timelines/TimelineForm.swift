/// The ways in which a timeline is written, each named by the key that it begins with.
enum TimelineForm: String, CaseIterable {
    case after, before, from, steps, every

    /// The keys that say something in it.
    var keys: [String] {
        switch self {
        case .after:
            [
                "after", "expect", "forbid", "within", "under", "by", "aim", "until", "cancelled_by", "per", "again",
                "paused_while", "reset_by", "extended_by",
            ]
                + CalendarTermsReader.keys
        case .before:
            ["before", "expect", "within", "under", "at_least", "over", "since", "per"] + CalendarTermsReader.keys
        case .from:
            ["from", "to", "at_most", "under", "at_least", "until", "cancelled_by", "per", "again", "clock"]
        case .steps:
            ["steps", "order", "within", "under", "by", "aim", "until", "cancelled_by", "per"]
                + CalendarTermsReader.keys
        case .every: ["every", "expect", "while", "cancelled_by", "per"] + CalendarTermsReader.keys
        }
    }

    /// What another event of the trigger's pattern does where nothing is said.
    var defaultAgain: TimelineRule.Again {
        switch self {
        case .after, .before: .each
        case .from, .steps, .every: .keep
        }
    }

    /// What to write instead of a key that says nothing in this form.
    func advice(instead key: String) -> String? {
        switch (self, key) {
        case (.before, "forbid"): "to forbid an event after another, write `after: …, forbid: …`"
        case (.before, _): "`since` names what must not have come in between"
        case (.after, "since"): "use `until`"
        case (.after, "at_least"), (.after, "over"): "to forbid an event for so long, use `forbid`"
        case (.every, "until"): "the stretch ends with `to` under `while`"
        case (.from, "expect"): "the interval ends with `to`"
        case (.from, "within"), (.from, "by"): "write `at_most: {each: 60s}`"
        case (.from, "paused_while"):
            "end the interval with `to` and let another begin: `total` adds them up"
        case (.from, "reset_by"): "what begins an interval anew stands under `from`, with `again: restart`"
        case (.every, "reset_by"): "`expect` begins it anew"
        case (.steps, "reset_by"), (.steps, "paused_while"), (.steps, "extended_by"):
            "a procedure runs from its first step to its last; say what else there is in `after: …, expect: …`"
        case (.every, "within"), (.every, "under"): "the limit stands under `every`"
        default: nil
        }
    }
}
