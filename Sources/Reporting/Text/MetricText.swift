internal import Audit
import RulebookEngine

/// Words for what metrics came to.
enum MetricText {
    /// What stands in the place of a status where a figure has no verdict.
    static let withoutVerdict = "figure"
    /// A part, a mean or a percentile of fewer events than this says little, where the metric asks for no more.
    static let smallSample = 30

    /// The results of a standard in the order in which somebody who looks for faults wants them.
    struct Selection {
        /// Those that ask for a look: missed, undetermined and pending ones, and figures without a verdict.
        var notable: [MetricResult] = []
        /// Those that were met, or were about nothing.
        var kept: [MetricResult] = []
        /// How many are not shown.
        var hiddenCount = 0

        /// All that are shown.
        var shown: [MetricResult] { notable + kept }
        /// One of them, for what all have in common.
        var first: MetricResult? { notable.first ?? kept.first }
    }

    /// The results of a standard that are shown, missed ones first.
    ///
    /// Limits hit what was met first.
    static func selection(_ results: [MetricResult], of standard: Int, atMost limit: Int) -> Selection {
        let own = results.filter { $0.standard == standard }
        let sorted = own.indices.sorted { (rank(own[$0]), $0) < (rank(own[$1]), $1) }.prefix(limit).map { own[$0] }
        let keptRank = FindingStatus.byUrgency.firstIndex(of: .met) ?? 0
        // How figures go together is worth a look whatever it came to.
        func isKept(_ result: MetricResult) -> Bool {
            result.status != nil && rank(result) >= keptRank && result.measure != "correlation"
        }
        return Selection(
            notable: sorted.filter { !isKept($0) }, kept: sorted.filter(isKept), hiddenCount: own.count - sorted.count)
    }

    /// Figures without a verdict stand between those that ask for a look and those that were met.
    private static func rank(_ result: MetricResult) -> Int {
        let met = FindingStatus.byUrgency.firstIndex(of: .met) ?? 0
        guard let status = result.status else { return met - 1 }
        return FindingStatus.byUrgency.firstIndex(of: status) ?? met
    }

    /// The standards that have results: those with a miss first, then in the order of the report.
    static func standards(_ report: ComplianceReport) -> [Int] {
        let missed = Set(report.metrics.filter { $0.status == .missed }.map(\.standard))
        return Set(report.metrics.map(\.standard)).sorted {
            (missed.contains($0) ? 0 : 1, $0) < (missed.contains($1) ? 0 : 1, $1)
        }
    }

    /// The status with its sign.
    static func status(_ result: MetricResult) -> String {
        result.status.map { "\($0.symbol) \($0.word)" } ?? withoutVerdict
    }

    /// The population, and what is not in the figure.
    static func population(_ result: MetricResult) -> String {
        var left: [String] = []
        if result.excused > 0 { left.append("\(NumberText.grouped(result.excused)) excused") }
        if result.excluded > 0 { left.append("\(NumberText.grouped(result.excluded)) taken out") }
        let count = NumberText.grouped(result.population)
        return left.isEmpty ? count : "\(count) (\(left.joined(separator: ", ")))"
    }

    /// What is to be said of a result: why there is no verdict, what it is, and whether it is of few events only.
    static func remark(_ result: MetricResult) -> String {
        [result.message, isOfFew(result) ? "a small sample: \(NumberText.grouped(result.population))" : ""]
            .filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// Whether chance alone could move the figure a good deal; what is too small for a verdict says so itself.
    private static func isOfFew(_ result: MetricResult) -> Bool {
        guard result.figure != nil, result.population > 0, result.population >= result.sampleMin,
            ["share", "mean", "percentile", "ratio", "kept"].contains(result.measure)
        else { return false }
        return result.population < smallSample && result.sampleMin < smallSample
    }

    /// What a result rests on, by name.
    static func evidence(_ result: MetricResult) -> [(name: String, value: String)] {
        [
            ("measure", result.measure), ("figure", result.figure?.text ?? ""), ("for", result.key),
            ("period", result.period), ("population", String(result.population)), ("excused", String(result.excused)),
            ("excluded", String(result.excluded)), ("unclear", String(result.unclear)),
        ]
    }
}
