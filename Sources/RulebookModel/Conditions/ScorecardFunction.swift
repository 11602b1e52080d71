/// What conditions ask of a scorecard: `score("call")`.
///
/// To the expression language each is a record with one field for each scorecard, as for ``PhraseFunction``.
package enum ScorecardFunction: String, CaseIterable, Sendable {
    /// What the weighted items come to, of a hundred; nothing where a critical one fails.
    case score
    /// What the bonus items come to, in percentage points.
    case bonus
    /// Whether every critical item is kept.
    case passesCritical

    /// The type of the answer.
    var type: FactType {
        switch self {
        case .score, .bonus: .percent
        case .passesCritical: .bool
        }
    }
}
