/// Gathers diagnostics while a text is read, so that all of them can be shown at once.
public struct DiagnosticCollector: Sendable {
    /// The most that are kept unless the caller says otherwise.
    public static let defaultLimit = 200

    /// The most that are kept; the rest are only counted.
    public let limit: Int
    private var kept: [Diagnostic] = []
    private var seen: Set<Diagnostic> = []
    /// How many were dropped because ``limit`` was reached.
    public private(set) var omittedCount = 0
    /// How many errors were added, dropped ones included.
    public private(set) var errorCount = 0

    /// Makes an empty collector.
    public init(limit: Int = DiagnosticCollector.defaultLimit) {
        self.limit = limit
    }

    /// Whether anything was added that makes the text unusable.
    public var hasErrors: Bool { errorCount > 0 }

    /// Adds one; the same diagnostic twice counts once.
    public mutating func add(_ diagnostic: Diagnostic) {
        guard seen.insert(diagnostic).inserted else { return }
        if diagnostic.severity == .error { errorCount += 1 }
        guard kept.count < limit else {
            omittedCount += 1
            return
        }
        kept.append(diagnostic)
    }

    /// Adds several.
    public mutating func add(contentsOf diagnostics: some Sequence<Diagnostic>) {
        for diagnostic in diagnostics { add(diagnostic) }
    }

    /// Everything kept, by file name, then position, then code.
    public var sorted: [Diagnostic] {
        kept.sorted { left, right in
            if left.range.file.name != right.range.file.name {
                return left.range.file.name < right.range.file.name
            }
            if left.range.lowerBound != right.range.lowerBound {
                return left.range.lowerBound < right.range.lowerBound
            }
            if left.code != right.code { return left.code < right.code }
            return left.message < right.message
        }
    }
}
