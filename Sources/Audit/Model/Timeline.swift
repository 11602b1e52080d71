/// The findings by day, week or month, for charts.
public struct Timeline: Hashable, Sendable {
    /// How long a stretch one point covers.
    public enum Step: String, CaseIterable, Hashable, Sendable {
        /// A day.
        case day
        /// A week that begins on Monday.
        case week
        /// A calendar month.
        case month
    }

    /// The findings of one stretch.
    public struct Point: Hashable, Sendable {
        /// Its first day.
        public let date: ReportDate
        /// The findings by status.
        public var counts: StatusCounts

        /// Makes a point.
        public init(date: ReportDate, counts: StatusCounts) {
            self.date = date
            self.counts = counts
        }
    }

    /// How long a stretch one point covers.
    public let step: Step
    /// The stretches with findings, earliest first, no date twice.
    public let points: [Point]

    /// Makes a timeline; points are sorted, and those of one stretch added together.
    public init(step: Step = .day, points: [Point] = []) {
        var merged: [Point] = []
        let starts = points.map { Point(date: Self.start(of: $0.date, step), counts: $0.counts) }
        for point in starts.sorted(by: { $0.date < $1.date }) {
            if let last = merged.indices.last, merged[last].date == point.date {
                merged[last].counts += point.counts
            } else {
                merged.append(point)
            }
        }
        self.step = step
        self.points = merged
    }

    /// The finest of days, weeks and months, at least this timeline's own step, that spans no more than `limit` stretches.
    ///
    /// Stretches without findings count too, as a chart shows them; past the limit even in months, it stays in months.
    public func coarsened(toAtMost limit: Int) -> Timeline {
        var result = self
        for coarser in [Step.week, .month] where result.stretchCount > limit && coarser.rank > result.step.rank {
            result = Timeline(step: coarser, points: points)
        }
        return result
    }

    /// The number of stretches from the first point to the last, those without findings included.
    public var stretchCount: Int { points.last.map { position(of: $0.date) + 1 } ?? 0 }

    /// How many stretches after the first point's one a date lies in.
    public func position(of date: ReportDate) -> Int {
        guard let first = points.first?.date else { return 0 }
        let start = Self.start(of: date, step)
        switch step {
        case .day: return start.daysSinceEpoch - first.daysSinceEpoch
        case .week: return (start.daysSinceEpoch - first.daysSinceEpoch) / 7
        case .month: return (start.civil.year - first.civil.year) * 12 + start.civil.month - first.civil.month
        }
    }

    private static func start(of date: ReportDate, _ step: Step) -> ReportDate {
        switch step {
        case .day: date
        case .week: date.startOfWeek
        case .month: date.startOfMonth
        }
    }
}

extension Timeline.Step {
    /// Coarser steps have greater ranks.
    fileprivate var rank: Int {
        switch self {
        case .day: 0
        case .week: 1
        case .month: 2
        }
    }
}
