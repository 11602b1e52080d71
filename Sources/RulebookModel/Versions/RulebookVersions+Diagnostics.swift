public import SourceText

extension Diagnostic.Code {
    /// A version that has another name than the rulebook's others.
    public static let foreignVersion = Self(rawValue: "RB0402")
    /// Two versions that are in force at once.
    public static let overlappingVersions = Self(rawValue: "RB0403")
    /// A stretch in which no version is in force.
    public static let versionGap = Self(rawValue: "RB0404")
}

extension Diagnostic {
    static func foreignVersion(_ other: Rulebook, than first: Rulebook) -> Diagnostic {
        Diagnostic(
            code: .foreignVersion, severity: .error,
            message: "this is the rulebook `\(other.id)`, and the folder beside it holds `\(first.id)`",
            range: other.start, labels: [Label(range: first.start, message: "the rulebook `\(first.id)`")],
            help: "the versions of a rulebook have one name; keep other rulebooks elsewhere, or name one of the folders"
        )
    }

    static func overlappingVersions(_ later: Rulebook, _ earlier: Rulebook) -> Diagnostic {
        let advice =
            later.effective.fromText.map { "end the earlier one with `until: \($0)`" }
            ?? "say with `effective:` from when on each is in force, and until when"
        return Diagnostic(
            code: .overlappingVersions, severity: .error,
            message: "the versions \(earlier.versionName) and \(later.versionName) are in force at once",
            range: later.effective.range ?? later.start,
            labels: [
                Label(range: earlier.effective.range ?? earlier.start, message: "\(earlier.versionName) is in force")
            ],
            help: advice)
    }

    static func versionGap(from earlier: Rulebook, to later: Rulebook) -> Diagnostic {
        let stretch = "from \(earlier.effective.untilText ?? "") until \(later.effective.fromText ?? "")"
        return Diagnostic(
            code: .versionGap, severity: .warning, message: "no version is in force \(stretch)",
            range: later.effective.range ?? later.start,
            labels: [Label(range: earlier.effective.range ?? earlier.start, message: "the version before ends here")],
            help: "what happens in between is undetermined")
    }
}

extension Rulebook {
    /// Where its root file begins.
    fileprivate var start: SourceRange { SourceRange(file: files[0], lowerBound: 0, upperBound: 0) }

    fileprivate var versionName: String { "`\(version)`" }
}
