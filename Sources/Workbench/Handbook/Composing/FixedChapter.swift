/// The chapters that a regulation of work with customers always has.
enum FixedChapter: String, CaseIterable {
    /// How we speak on the telephone.
    case telephone
    /// What holds at the stages of a contact.
    case stages
    /// What the house promises itself and its customers.
    case policy
    /// How staff look and behave.
    case appearance
    /// What to do where no rule fits.
    case nonstandard

    func title(_ words: HandbookWords) -> String {
        switch self {
        case .telephone: words.telephone
        case .stages: words.stages
        case .policy: words.policy
        case .appearance: words.appearance
        case .nonstandard: words.nonstandard
        }
    }
}
