extension DecisionPoint {
    /// The largest mapping that is read, in bytes.
    public static let mappingByteCountMax = 1 << 20

    /// Loads a mapping and makes it ready for this rulebook.
    ///
    /// - Parameter path: the mapping's YAML file.
    /// - Returns: the mapping, and warnings about it.
    /// - Throws: ``LeewayError/invalid(path:diagnostics:)`` where something in it is wrong.
    public func mapping(at path: String) throws(LeewayError) -> (program: MappingProgram, warnings: [Diagnostic]) {
        let bytes = try FileSystem.contents(of: path, byteCountMax: Self.mappingByteCountMax)
        var diagnostics = DiagnosticCollector()
        guard let file = MappingFile.load(SourceFile(name: path, utf8: bytes), diagnostics: &diagnostics) else {
            throw .invalid(path: path, diagnostics: diagnostics)
        }
        let program = MappingProgram(file, for: rulebook, diagnostics: &diagnostics)
        return (program, diagnostics.sorted)
    }
}
