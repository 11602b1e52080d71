public import SourceText
public import Testing

/// What a test expects of a diagnostic; what is nil is not looked at.
public struct ExpectedDiagnostic: Sendable {
    /// The code.
    public let code: Diagnostic.Code
    /// The whole message.
    public let message: String?
    /// The whole help; the empty text stands for none.
    public let help: String?
    /// The texts of the changes that are offered.
    public let replacements: [String]?

    /// Makes an expectation.
    public init(
        _ code: Diagnostic.Code, message: String? = nil, help: String? = nil, replacements: [String]? = nil
    ) {
        self.code = code
        self.message = message
        self.help = help
        self.replacements = replacements
    }
}

/// Expects that reading a marked text reports exactly these diagnostics, in order, each at its mark.
///
/// - Parameters:
///   - marked: the text, with one mark for each diagnostic that is expected.
///   - expected: the diagnostics, in the order of their places.
///   - sourceLocation: where a failure is reported.
///   - read: reads the text.
public func expectDiagnostics(
    _ marked: String, _ expected: [ExpectedDiagnostic], sourceLocation: SourceLocation = #_sourceLocation,
    reading read: (SourceFile, inout DiagnosticCollector) -> Void
) {
    let source = MarkedSource(marked)
    var collector = DiagnosticCollector()
    read(source.file, &collector)
    expectDiagnostics(collector.sorted, in: source, expected, sourceLocation: sourceLocation)
}

/// Expects exactly these diagnostics, in order, each at its mark.
public func expectDiagnostics(
    _ actual: [Diagnostic], in source: MarkedSource, _ expected: [ExpectedDiagnostic],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let listing = PlainRenderer().render(actual)
    #expect(
        actual.map(\.code) == expected.map(\.code), "\(listing)", sourceLocation: sourceLocation)
    #expect(source.marks.count == expected.count, "one mark for each diagnostic", sourceLocation: sourceLocation)
    for (index, (actual, expected)) in zip(actual, expected).enumerated() {
        if index < source.marks.count {
            let mark = source.marks[index]
            #expect(
                actual.range == mark, "marked: `\(mark.text)`, reported: `\(actual.range.text)`\n\(listing)",
                sourceLocation: sourceLocation)
        }
        if let message = expected.message { #expect(actual.message == message, sourceLocation: sourceLocation) }
        if let help = expected.help { #expect((actual.help ?? "") == help, sourceLocation: sourceLocation) }
        if let replacements = expected.replacements {
            #expect(actual.fixIts.map(\.replacement) == replacements, sourceLocation: sourceLocation)
        }
    }
}
