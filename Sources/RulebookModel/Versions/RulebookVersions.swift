public import CEL
public import SourceText

/// A rulebook through time: its versions, each in force for a period of its own, the earliest first.
///
/// There is at least one; all have the same name, and no two are in force at once.
public struct RulebookVersions: Sendable {
    /// The versions, in the order of their periods.
    public let all: [Rulebook]

    /// The one that comes last.
    public var newest: Rulebook { all[all.count - 1] }

    /// A rulebook of which there is one version.
    public init(_ rulebook: Rulebook) { all = [rulebook] }

    /// Puts versions in order; nil where they are none of one rulebook.
    ///
    /// - Parameters:
    ///   - rulebooks: the versions, in any order; at least one.
    ///   - diagnostics: where it is added what keeps them from being versions of one rulebook, and stretches without any.
    public init?(_ rulebooks: [Rulebook], diagnostics: inout DiagnosticCollector) {
        guard let first = rulebooks.first else { return nil }
        let errorsBefore = diagnostics.errorCount
        for other in rulebooks.dropFirst() where other.id != first.id {
            diagnostics.add(.foreignVersion(other, than: first))
        }
        all = rulebooks.sorted { Self.begins($0.effective, before: $1.effective) }
        // Other rulebooks have periods of their own.
        if diagnostics.errorCount == errorsBefore { Self.compare(all, diagnostics: &diagnostics) }
        if diagnostics.errorCount != errorsBefore { return nil }
    }

    /// The place of the version that judges what happens at an instant.
    ///
    /// Where none is in force, it is the one before, or the first: asked, it says that it is not in force.
    public func index(at instant: CELTimestamp) -> Int {
        var index = all.count - 1
        while index > 0, let from = all[index].effective.from, instant < from { index -= 1 }
        return index
    }

    private static func begins(_ left: EffectivePeriod, before right: EffectivePeriod) -> Bool {
        guard let later = right.from else { return false }
        return left.from.map { $0 < later } ?? true
    }

    /// Reports versions that are in force at once, and stretches in which none is.
    private static func compare(_ ordered: [Rulebook], diagnostics: inout DiagnosticCollector) {
        guard var last = ordered.first else { return }
        for next in ordered.dropFirst() {
            guard let until = last.effective.until, let from = next.effective.from, until <= from else {
                diagnostics.add(.overlappingVersions(next, last))
                if last.effective.until.map({ until in next.effective.until.map { $0 > until } ?? true }) ?? false {
                    last = next
                }
                continue
            }
            if until < from { diagnostics.add(.versionGap(from: last, to: next)) }
            last = next
        }
    }
}
