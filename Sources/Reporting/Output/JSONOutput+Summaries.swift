internal import Audit
import RulebookEngine
import RulebookModel

extension JSONOutput {
    mutating func rulebooks(_ rulebooks: [RulebookReference]) {
        key("rulebooks")
        beginArray()
        for rulebook in rulebooks {
            element()
            beginObject()
            member("id", rulebook.id)
            member("title", rulebook.title)
            member("version", rulebook.version)
            member("digest", rulebook.digest)
            member("effective_from", orNull: rulebook.effectiveFrom)
            member("effective_until", orNull: rulebook.effectiveUntil)
            member("files", rulebook.fileCount)
            end()
        }
        end()
    }

    mutating func inputs(_ inputs: [InputReference]) {
        key("inputs")
        beginArray()
        for input in inputs {
            element()
            beginObject()
            member("name", input.name)
            member("digest", input.digest)
            member("bytes", input.byteCount)
            member("rows", input.rowCount)
            member("events", input.eventCount)
            end()
        }
        end()
    }

    mutating func scope(_ scope: ReportScope) {
        key("scope")
        beginObject()
        member("first_event", orNull: scope.firstEventTime?.text)
        member("last_event", orNull: scope.lastEventTime?.text)
        member("as_of", orNull: scope.asOf?.text)
        member("time_zone", scope.timeZone)
        key("filters")
        beginArray(.inline)
        for filter in scope.filters {
            element()
            string(filter)
        }
        end()
        end()
    }

    mutating func reading(_ reading: ReadingSummary) {
        key("reading")
        beginObject()
        member("rows", reading.rows)
        member("events", reading.events)
        member("unreadable", reading.unreadableRows)
        member("outside_effective_period", reading.outsideEffectivePeriod)
        member("problems_total", reading.problemTotal)
        key("problems")
        beginArray()
        for problem in reading.problems {
            element()
            beginObject(.inline)
            member("input", problem.input)
            member("line", problem.line)
            if let column = problem.column { member("column", column) }
            member("code", problem.code)
            member("message", problem.message)
            end()
        }
        end()
        countedTexts("unknown_members", naming: "path", reading.unknownMembers)
        countedTexts("events_by_type", naming: "type", reading.eventsByType)
        countedTexts("unlisted_actions", naming: "type", reading.unlistedActions)
        end()
    }

    /// Writes the counts by standard, and beside them what the standards say of themselves.
    mutating func standards(_ standards: [StandardSummary]) {
        key("standards")
        beginObject()
        for standard in standards {
            key(standard.id)
            counts(standard.counts)
        }
        end()
        key("standard_details")
        beginObject()
        for standard in standards {
            key(standard.id)
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
            end()
        }
        end()
    }

    mutating func scores(_ scores: [ScoreGroup]) {
        key("scores")
        beginArray()
        for group in scores {
            element()
            beginObject(.inline)
            member("kind", group.kind.rawValue)
            member("name", group.name)
            key("counts")
            counts(group.counts)
            share("compliance", group.counts.compliance)
            share("score", group.score.share)
            member("critical_missed", group.criticalMissed)
            end()
        }
        end()
    }

    mutating func timeline(_ timeline: Timeline) {
        key("timeline")
        beginObject()
        member("step", timeline.step.rawValue)
        key("points")
        beginArray()
        for point in timeline.points {
            element()
            beginObject(.inline)
            member("date", point.date.text)
            key("counts")
            counts(point.counts)
            end()
        }
        end()
        end()
    }

    mutating func countedTexts(_ name: String, naming textName: String, _ texts: [CountedText]) {
        key(name)
        beginArray()
        for counted in texts {
            element()
            beginObject(.inline)
            member(textName, counted.text)
            member("count", counted.count)
            end()
        }
        end()
    }

    private mutating func counts(_ counts: StatusCounts) {
        beginObject(.inline)
        for status in FindingStatus.allCases { member(status.rawValue, counts[status]) }
        end()
    }

    /// The exact share with its percentage for reading; null where nothing was judged.
    private mutating func share(_ name: String, _ share: ExactShare?) {
        key(name)
        guard let share else { return raw("null") }
        beginObject(.inline)
        member("part", share.part)
        member("whole", share.whole)
        key("percent")
        raw(share.percentText)
        end()
    }
}
