import Testing
import Workbench

@Suite("A booklet tells scorecards, lifetimes, rankings and hours in words")
struct ScorecardTests {
    private static let text = """
        rulebook: calls
        title: Calls
        timeZone: Europe/Ljubljana
        roles: [agent]
        calendars: {office: {mon-fri: "08:00-16:00"}, peaks: {mon-fri: "10:00-12:00"}}
        entities: {agent: {role: role}}
        events:
          seen:
            title: A call was heard
            about: agent
            fields:
              tone: {type: int, min: 1, max: 5, title: Tone, anchors: {1: rude, 5: kind}}
              named: {type: bool, title: Said the name}
              held: {type: bool, title: The line was held}
              began: {type: timestamp, title: beginning}
              marks: {type: int, title: marks}
          ended: {title: The call is over}
        lifetimes: {interaction: {end: ended, idle: 24h}}
        scorecards:
          call:
            title: What a listener hears
            on: seen
            items:
              tone: {weight: 60, points: event.tone, of: 5}
              name: {weight: 40, pass: event.named, when: event.held}
              no_insult: {critical: true, pass: event.tone > 1}
              more: {bonus: 5, pass: event.marks > 3}
        standards:
        """

    private func lines(_ standards: String, _ kind: HandbookKind = .booklet, locale: String = "en") throws -> [String] {
        try BookBench(text: "\(Self.text)\n  \(standards)").lines(kind, locale: locale)
    }

    @Test("a scorecard has a chapter, and standards call it by its name")
    func scorecards() throws {
        let lines = try lines(
            "good: {on: seen, require: {score: score(\"call\") >= \"80%\", all: passesCritical(\"call\")}}")
        #expect(
            lines == [
                "1 Calls", "1.1 good", "Applies to: A call was heard", "What is asked:",
                "- Score (score “What a listener hears”: at least 80%)",
                "- All (“What a listener hears”: everything critical is kept)", "good", "2 What is scored, and how",
                "What does not apply falls away, and the rest weighs more. Where something critical is not kept, nothing of the score is left. A bonus is kept apart.",
                "What a listener hears", "Applies to: A call was heard", "| What is scored | By what | Weight",
                "| Tone | Points out of 5; 1: rude; 5: kind | 60",
                "| Name | Said the name: yes; applies when — The line was held: yes | 40",
                "| No insult | Tone: more than 1 | critical", "| More | Marks: more than 3 | bonus 5",
                "3 What no rule names", "Is not possible.",
            ])
    }

    @Test("hours are told by the name of their calendar")
    func hours() throws {
        let now = try lines("a: {on: seen, require: \"open(calendars.office, now)\"}")
        #expect(now.contains("What is asked: This moment: in the hours “office”"))
        let field = try lines("a: {on: seen, when: \"not open(calendars.peaks, event.began)\", require: event.named}")
        #expect(field.contains("Applies when: Beginning: outside the hours “peaks”"))
    }

    @Test("the first place is the greatest of all; of more places it is said how many")
    func rankings() throws {
        let metric = "on: seen, metric: {mean: event.marks, per: agent, period: {calendar: month}, top:"
        #expect(try lines("a: {\(metric) 1}}").contains("Target: the greatest of all"))
        #expect(try lines("a: {\(metric) 3}}").contains("Target: among the greatest 3 of all"))
        let trend = metric.replacing("top:", with: "over: previous")
        #expect(try lines("a: {\(trend)}}").contains("Target: more than the figure of the period before"))
    }

    @Test("when something is over stands in the whole of the rulebook alone")
    func lifetimes() throws {
        let standard = "a: {on: seen, require: event.named}"
        let chapters = """
            handbook:
              chapters:
                policy: {text: P, standards: a}
                telephone: {text: T}
                stages: {text: S}
                appearance: {text: A}
                nonstandard: {text: N}
            """
        let bench = try BookBench(text: "\(Self.text)\n  \(standard)\n\(chapters)")
        let whole = try bench.lines(.regulation)
        #expect(whole.contains("Interaction: with “The call is over” or when nothing came in 24 hours"))
        #expect(try !bench.lines(.booklet).contains { $0.hasPrefix("Interaction:") })
        let slovenian = try bench.lines(.regulation, locale: "sl")
        #expect(slovenian.contains("Interaction: z dogodkom »The call is over« ali ko v 24 urah ni bilo ničesar"))
    }
}
