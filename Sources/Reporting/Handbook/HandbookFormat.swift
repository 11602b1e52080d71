/// The forms in which a book can be written.
public enum HandbookFormat: String, CaseIterable, Hashable, Sendable {
    /// One page that needs nothing else, set for paper and for screens.
    case html
    /// For a wiki or a merge request.
    case markdown
}
