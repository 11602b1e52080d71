extension SourceFile {
    /// The text with some changes made: every byte outside of them stays as it is.
    ///
    /// - Parameter edits: changes of this file; of two that touch each other the first counts, and the order does not.
    /// - Returns: a file of the same name.
    public func applying(_ edits: [Diagnostic.FixIt]) -> SourceFile {
        let own = edits.filter { $0.range.file === self }
            .sorted { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
        var bytes: [UInt8] = []
        var end = 0
        for edit in own where edit.range.lowerBound >= end {
            bytes += utf8[end..<edit.range.lowerBound]
            bytes += edit.replacement.utf8
            end = edit.range.upperBound
        }
        return SourceFile(name: name, utf8: bytes + utf8[end...])
    }
}
