/// The program that made a report.
public struct ReportGenerator: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its version.
    public var version: String

    /// Makes a generator.
    public init(name: String = "leeway", version: String) {
        self.name = name
        self.version = version
    }
}
