/// The books that are made of a rulebook.
public enum HandbookKind: String, CaseIterable, Hashable, Sendable {
    /// Every standard with what it asks, why, what to say, and examples.
    case booklet
    /// What somebody of a role may do, on one page.
    case card
    /// The documents that are in force: files, versions, standards, and what they carry out.
    case register
    /// The whole in fixed chapters, as a document of the house.
    case regulation
}
