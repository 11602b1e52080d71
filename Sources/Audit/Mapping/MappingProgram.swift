import CEL
import JSONSyntax
public import RulebookModel
public import SourceText

/// A mapping made ready to run for one rulebook: rows in, events in the event format out.
///
/// A row kind may name entities and fields that the rulebook, or a row's own event type, does not declare: such values
/// are dropped and counted, so that one mapping can serve several rulebooks.
public struct MappingProgram: Sendable {
    /// The mapping that it was made from.
    public let mapping: MappingFile
    /// Where the mapping asks for the instant of the audit; nil where it never does.
    public let asOfPlace: SourceRange?
    let kinds: [RowKindProgram]
    /// Finds what the paths lead to.
    let index: RowIndex
    let shapes: EntityShapes
    /// The digest of the rulebook that it was made ready for.
    let rulebookDigest: String

    /// Makes a mapping ready for a rulebook.
    ///
    /// - Parameters:
    ///   - mapping: the mapping.
    ///   - rulebook: whose types decide how values are read.
    ///   - diagnostics: receives warnings about names that look like slips of names that the rulebook declares.
    public init(_ mapping: MappingFile, for rulebook: Rulebook, diagnostics: inout DiagnosticCollector) {
        self.mapping = mapping
        rulebookDigest = rulebook.digest
        index = RowIndex(mapping.paths)
        shapes = EntityShapes(rulebook.vocabulary)
        let compiler = MappingCompiler(vocabulary: rulebook.vocabulary)
        kinds = mapping.rowKinds.map { compiler.compile($0) }
        asOfPlace = mapping.rowKinds.lazy.flatMap(\.envelope).first { $0.value.isAsOf }?.value.range
        for kind in mapping.rowKinds { compiler.warn(about: kind, diagnostics: &diagnostics) }
    }

    /// The columns that the mapping reads, by the numbers of its paths.
    ///
    /// - Throws: ``AuditError/missingColumns(input:names:known:place:)`` where the table lacks some of them.
    func columns(in header: CSVHeader, input: String) throws(AuditError) -> [Int] {
        let missing = mapping.paths.filter { header.column(named: $0.text) == nil }.map(\.text)
        guard missing.isEmpty else {
            throw .missingColumns(input: input, names: missing, known: header.names, mapping: mapping.file.name)
        }
        return mapping.paths.compactMap { header.column(named: $0.text) }
    }
}

extension MappedValue {
    fileprivate var isAsOf: Bool {
        if case .asOf = source { true } else { false }
    }
}
