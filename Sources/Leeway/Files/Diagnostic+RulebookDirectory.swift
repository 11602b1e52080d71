extension Diagnostic.Code {
    /// A file beside the rulebook that no `include` names.
    public static let unusedFile = Self(rawValue: "RD0101")
    /// A link in a rulebook's folder to a file elsewhere.
    public static let linkOutside = Self(rawValue: "RD0102")
}

extension Diagnostic {
    static func unusedFile(_ path: String, root: SourceFile, at file: SourceFile) -> Diagnostic {
        Diagnostic(
            code: .unusedFile, severity: .warning, message: "no `include` names `\(path)`, so nothing in it counts",
            range: SourceRange(file: file, lowerBound: 0, upperBound: 0),
            help: "add it to `include:` in `\(root.name)`, or move it elsewhere")
    }

    static func linkOutside(_ path: String, root: SourceFile) -> Diagnostic {
        Diagnostic(
            code: .linkOutside, severity: .warning,
            message: "`\(path)` links to a file outside the rulebook's folder and is not read",
            range: SourceRange(file: root, lowerBound: 0, upperBound: 0),
            help: "put a copy into the folder, so that the rulebook's digest speaks for all of it")
    }
}
