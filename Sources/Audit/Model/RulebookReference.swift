/// One version of a rulebook that the audit judged by.
public struct RulebookReference: Hashable, Sendable {
    /// The rulebook's id.
    public var id: String
    /// Its title, for people.
    public var title: String
    /// Its version.
    public var version: String
    /// `sha256:` and the digest of its files in hexadecimal.
    public var digest: String
    /// The first moment at which it holds, as the rulebook writes it; nil for always.
    public var effectiveFrom: String?
    /// The moment from which it no longer holds, as the rulebook writes it; nil for open-ended.
    public var effectiveUntil: String?
    /// How many files it is made of.
    public var fileCount: Int

    /// Makes a reference.
    public init(
        id: String, title: String, version: String, digest: String, effectiveFrom: String? = nil,
        effectiveUntil: String? = nil, fileCount: Int
    ) {
        self.id = id
        self.title = title
        self.version = version
        self.digest = digest
        self.effectiveFrom = effectiveFrom
        self.effectiveUntil = effectiveUntil
        self.fileCount = fileCount
    }
}
