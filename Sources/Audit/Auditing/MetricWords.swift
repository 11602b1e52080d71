import CEL
import RulebookEngine
import RulebookModel
import SourceText

/// Says what metrics came to.
struct MetricWords {
    /// The name of a standard for people, by its id.
    let title: (String) -> String

    /// The result that a report lists, of the standard in a row of it.
    func result(_ finding: MetricFinding, of metric: Metric, row: Int) -> MetricResult {
        let zone = CELTimeZone.named(finding.period.zone) ?? .utc
        let asked = metric.bound.map { bound in
            switch bound {
            case .limit(let side, _): "\(side.text) \(finding.bound?.text() ?? "a limit that is not known")"
            case .previous(let side): "\(side.text) \(finding.bound?.text() ?? "the figure") of the period before"
            case .top(let place): "among the greatest \(place)"
            }
        }
        return MetricResult(
            standard: row, status: finding.status, measure: metric.name,
            key: key(finding, of: metric),
            period: period(finding.period, of: metric, zone),
            start: finding.period.start.map { ReportInstant($0, in: zone) },
            end: finding.period.end.map { ReportInstant($0, in: zone) },
            figure: finding.figure.map { figure($0, of: finding, metric) }, bound: asked ?? "",
            population: finding.population, excused: finding.excused, excluded: finding.excluded,
            unclear: finding.unclear, sampleMin: metric.sampleMin,
            message: message(finding, metric), missing: finding.missing, place: metric.range.place)
    }

    /// Whose a figure is that has no key.
    static let everyone = "everyone"

    private func key(_ finding: MetricFinding, of metric: Metric) -> String {
        if case .correlation = metric.subject { return "by \(metric.key.text)" }
        return finding.key.isEmpty ? Self.everyone : finding.key.joined(separator: " · ")
    }

    private func figure(_ figure: ExactFigure, of finding: MetricFinding, _ metric: Metric) -> MetricResult.Figure {
        let fraction = figure.fraction.reduced
        let unit =
            switch figure.unit {
            case .number: "number"
            case .percent: "percent"
            case .money(let currency): currency.code
            case .duration: "nanoseconds"
            }
        return MetricResult.Figure(
            text: (finding.estimate == nil ? "" : "≈ ") + figure.text(beside: finding.bound),
            numerator: String(fraction.numerator), denominator: String(fraction.denominator), unit: unit,
            within: finding.estimate == nil ? nil : metric.accuracy?.text)
    }

    /// Why there is no verdict, or none yet.
    private func message(_ finding: MetricFinding, _ metric: Metric) -> String {
        var parts: [String] = []
        if finding.status == .pending { parts.append("the period is not over") }
        if finding.population == 0, finding.unclear == 0, finding.groups == nil {
            let removed =
                finding.excluded == 0 ? "excused" : finding.excused == 0 ? "taken out" : "excused or taken out"
            parts.append("every event was \(removed)")
        }
        if case .correlation(let first, let second) = metric.subject {
            parts += CorrelationWords(first: title(first.standard), second: title(second.standard)).sentences(finding)
        }
        if let estimate = finding.estimate, let accuracy = metric.accuracy {
            parts.append("an estimate within \(accuracy.text)")
            if finding.status == .undetermined, finding.unclear == 0, finding.population >= metric.sampleMin {
                parts.append(
                    "the exact percentile lies from \(estimate.least.text()) to \(estimate.greatest.text()), so that it "
                        + "could be on either side of the bound")
            }
        }
        if let obstacle = finding.obstacle { parts.append(obstacle) }
        if let place = finding.place {
            let shared = place.sharedBy > 1 ? ", shared by \(place.sharedBy)" : ""
            parts.append("place \(place.number) of \(place.count)\(shared)")
            if finding.status == .undetermined { parts.append("others are not certain") }
        }
        let isSmall = metric.bound != nil && finding.groups == nil && finding.population < metric.sampleMin
        if finding.status == .undetermined || finding.status == .notApplicable, isSmall, finding.population > 0 {
            parts.append("a population of \(finding.population) is less than \(metric.sampleMin)")
        }
        if finding.unclear > 0 {
            let events = finding.unclear == 1 ? "1 event is unclear" : "\(finding.unclear) events are unclear"
            parts.append("\(events): \(finding.missing.joined(separator: ", ")) is not known")
        } else if !finding.missing.isEmpty {
            parts.append("\(finding.missing.joined(separator: ", ")) is not known")
        }
        return parts.joined(separator: "; ")
    }

    private func period(_ period: MetricPeriod, of metric: Metric, _ zone: CELTimeZone) -> String {
        if case .lifetime = metric.period.extent { return "the whole log" }
        guard let start = period.start else { return "a period that is not known" }
        let first = zone.date(at: start)
        switch metric.period.extent {
        case .calendar(let unit, _):
            let day = first.description
            return switch unit {
            case .day: day
            case .week: "the week of \(day)"
            case .month: String(day.prefix(7))
            case .quarter: "\(day.prefix(4))-Q\((first.month + 2) / 3)"
            case .year: String(day.prefix(4))
            }
        case .blocks(.dates, _):
            guard let end = period.end else { return "from \(first) on" }
            // The first instant after it belongs to the next date, unless a new block begins within one.
            let last = zone.date(at: end.subtracting(CELDuration(nanoseconds: 1)) ?? end)
            return "\(first) to \(last)"
        case .blocks(.span, _), .each, .lifetime, .rolling, .dates:
            let until = period.end.map { " to \(ReportInstant($0, in: zone).text)" } ?? " on"
            return "from \(ReportInstant(start, in: zone).text)\(until)"
        }
    }
}
