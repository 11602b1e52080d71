import RulebookModel

extension Rulebook {
    /// The ids of the standards whose figures another metric relates: what they are for stands there.
    var relatedMetrics: Set<String> {
        var ids: Set<String> = []
        for standard in standards {
            guard case .metric(let metric) = standard.body, case .correlation(let one, let other) = metric.subject
            else { continue }
            ids.formUnion([one.standard, other.standard])
        }
        return ids
    }
}
