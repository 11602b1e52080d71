import RulebookModel

/// The figures of all keys in one period, which are compared with each other.
struct MetricRanking {
    /// Among how many of the greatest a figure must be.
    let placeMax: Int
    /// The least population of a figure that takes part.
    let sampleMin: Int

    /// Gives each figure its place, and its verdict.
    ///
    /// A figure of which something is not known could take any place: one before which it could come is certain only
    /// where that makes no difference. What has too small a population takes no part.
    func placed(_ findings: [MetricFinding]) -> [MetricFinding] {
        let known = findings.filter { isKnown($0) }.compactMap(\.figure)
        let openCount = findings.count { takesPart($0) && !isKnown($0) }
        return findings.map { finding in
            guard finding.status == .undetermined, isKnown(finding), let figure = finding.figure else { return finding }
            let betterCount = known.count { $0.compare(figure) == .greater }
            var finding = finding
            finding.place = MetricPlace(
                number: betterCount + 1, count: known.count, sharedBy: known.count { $0.compare(figure) == .equal })
            if betterCount >= placeMax {
                finding.status = .missed
            } else if betterCount + openCount < placeMax {
                finding.status = .met
            }
            return finding
        }
    }

    private func takesPart(_ finding: MetricFinding) -> Bool {
        finding.status == .undetermined && finding.populationMax >= sampleMin
    }

    private func isKnown(_ finding: MetricFinding) -> Bool {
        takesPart(finding) && finding.population >= sampleMin && finding.unclear == 0 && finding.missing.isEmpty
            && finding.figure != nil
    }
}
