import Audit
import JSONSyntax
import RulebookEngine
import RulebookModel

extension JSONWriter {
    mutating func rulebooks(_ rulebooks: [RulebookReference]) {
        name("rulebooks")
        beginList()
        for rulebook in rulebooks {
            beginObject()
            member("id", rulebook.id)
            member("title", rulebook.title)
            member("version", rulebook.version)
            member("digest", rulebook.digest)
            member("effective_from", rulebook.effectiveFrom)
            member("effective_until", rulebook.effectiveUntil)
            member("files", rulebook.fileCount)
            endObject()
        }
        endList()
    }

    mutating func inputs(_ inputs: [InputReference]) {
        name("inputs")
        beginList()
        for input in inputs {
            beginObject()
            member("name", input.name)
            member("digest", input.digest)
            member("bytes", input.byteCount)
            member("rows", input.rowCount)
            member("events", input.eventCount)
            member("mapping", input.mapping)
            endObject()
        }
        endList()
    }

    mutating func scope(_ scope: ReportScope) {
        name("scope")
        beginObject()
        member("first_event", scope.firstEventTime?.text)
        member("last_event", scope.lastEventTime?.text)
        member("as_of", scope.asOf?.text)
        switch scope.beginning {
        case .stated(let instant): member("complete_from", instant.text)
        case .irrelevant, .assumed: member("complete_from", String?.none)
        }
        member("assumed_complete", scope.beginning == .assumed)
        member("time_zone", scope.timeZone)
        name("filters")
        beginList(.inline)
        for filter in scope.filters {
            string(filter)
        }
        endList()
        endObject()
    }

    mutating func reading(_ reading: ReadingSummary) {
        name("reading")
        beginObject()
        member("rows", reading.rows)
        member("events", reading.events)
        member("unreadable", reading.unreadableRows)
        member("outside_effective_period", reading.outsideEffectivePeriod)
        member("problems_total", reading.problemTotal)
        name("problems")
        beginList()
        for problem in reading.problems {
            beginObject(.inline)
            member("input", problem.input)
            member("line", problem.line)
            if let column = problem.column { member("column", column) }
            member("code", problem.code)
            member("message", problem.message)
            endObject()
        }
        endList()
        countedTexts("unknown_members", naming: "path", reading.unknownMembers)
        countedTexts("events_by_type", naming: "type", reading.eventsByType)
        countedTexts("unlisted_actions", naming: "type", reading.unlistedActions)
        endObject()
    }

    /// Writes the counts by standard, and beside them what the standards say of themselves.
    mutating func standards(_ standards: [StandardSummary]) {
        name("standards")
        beginObject()
        for standard in standards {
            name(standard.id)
            counts(standard.counts)
        }
        endObject()
        name("standard_details")
        beginObject()
        for standard in standards {
            name(standard.id)
            beginObject()
            member("title", standard.title)
            member("severity", standard.severity.rawValue)
            member("force", standard.force.rawValue)
            member("owner", standard.owner)
            member("source", standard.source)
            member("because", standard.because)
            member("place", standard.place)
            share("compliance", standard.counts.compliance)
            countedTexts("top_reasons", naming: "text", standard.topReasons)
            endObject()
        }
        endObject()
    }

    mutating func scores(_ scores: [ScoreGroup]) {
        name("scores")
        beginList()
        for group in scores {
            beginObject(.inline)
            member("kind", group.kind.rawValue)
            member("name", group.name)
            name("counts")
            counts(group.counts)
            share("compliance", group.counts.compliance)
            share("score", group.score.share)
            member("critical_missed", group.criticalMissed)
            endObject()
        }
        endList()
    }

    mutating func timeline(_ timeline: Timeline) {
        name("timeline")
        beginObject()
        member("step", timeline.step.rawValue)
        name("points")
        beginList()
        for point in timeline.points {
            beginObject(.inline)
            member("date", point.date.text)
            name("counts")
            counts(point.counts)
            endObject()
        }
        endList()
        endObject()
    }

    mutating func countedTexts(_ name: String, naming textName: String, _ texts: [CountedText]) {
        self.name(name)
        beginList()
        for counted in texts {
            beginObject(.inline)
            member(textName, counted.text)
            member("count", counted.count)
            endObject()
        }
        endList()
    }

    private mutating func counts(_ counts: StatusCounts) {
        beginObject(.inline)
        for status in FindingStatus.allCases { member(status.rawValue, counts[status]) }
        endObject()
    }

    /// The exact share with its percentage for reading; null where nothing was judged.
    private mutating func share(_ name: String, _ share: ExactShare?) {
        self.name(name)
        guard let share else { return null() }
        beginObject(.inline)
        member("part", share.part)
        member("whole", share.whole)
        member("percent", JSONDecimal(share.percentText))
        endObject()
    }
}
