import SourceText

extension SourceFile {
    /// The place of some of the file's bytes.
    func range(_ bytes: Range<Int>) -> SourceRange {
        SourceRange(file: self, lowerBound: bytes.lowerBound, upperBound: bytes.upperBound)
    }
}
