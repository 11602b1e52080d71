/// Reads texts, and reads them faster where they look like those before: for logs and queues, of which each line has the
/// names of its members in the same order as thousands of others.
///
/// Of such a text the names need not be told apart, looked up or compared with each other: it is compared with what
/// stood between the values of an earlier one, byte by byte, and only the values are read. What a text says, and what is
/// said of a faulty one, never depends on what was read before.
///
/// One belongs to one reader at a time; it keeps a bounded number of shapes.
package struct JSONShapes: ~Copyable, Sendable {
    /// The first text of a shape, and where its values lie.
    package struct Sample: Sendable {
        package let document: JSONDocument
        /// The records of its values, in their order.
        package let values: [Int]
    }

    /// After so many texts in a row that went as none before, the next ones are not compared.
    private static let patience = 16
    private static let pause = 512
    /// Longer texts are not learned: the first of each shape is kept.
    static let learnedByteCountMax = 1 << 14

    private let byteOrderMark: JSONDocument.ByteOrderMark
    private var table = ShapeTable()
    private var missCount = 0
    private var pauseCount = 0
    /// Holds the records of the last text that was read along a shape.
    private var parser: TreeParser
    /// Which of them are its values.
    private var values = ShapeValues()
    /// By shape.
    package private(set) var samples: [Sample] = []

    /// - Parameters:
    ///   - limits: how large a text may be.
    ///   - byteOrderMark: whether a mark at the beginning of a text is skipped.
    package init(limits: JSONLimits = .standard, byteOrderMark: JSONDocument.ByteOrderMark = .refused) {
        parser = TreeParser(limits: limits, byteCount: 0)
        self.byteOrderMark = byteOrderMark
    }

    /// Reads a text, as ``JSONDocument/parse(_:limits:byteOrderMark:)`` does.
    package mutating func parse(_ utf8: [UInt8]) throws(JSONParsingError) -> JSONDocument {
        scan(utf8) == nil ? try parseAndLearn(utf8) : document(of: utf8)
    }

    /// Reads a text that goes as one before did.
    ///
    /// - Returns: the number of its shape; nil where it goes as none did, and nothing was read.
    package mutating func scan(_ utf8: [UInt8]) -> Int? {
        guard pauseCount == 0 else {
            pauseCount -= 1
            return nil
        }
        let shape = (try? parser.parse(utf8.span, along: table, values: &values)) ?? nil
        if shape != nil { missCount = 0 }
        return shape
    }

    /// Reads a text that goes as none before did, and learns how it goes.
    package mutating func parseAndLearn(_ utf8: [UInt8]) throws(JSONParsingError) -> JSONDocument {
        let document = try JSONDocument.parse(utf8, limits: parser.limits, byteOrderMark: byteOrderMark)
        if pauseCount == 0 { learn(document) }
        return document
    }

    /// Lets somebody look into the text that was scanned last.
    ///
    /// - Parameters:
    ///   - utf8: the text.
    ///   - body: what looks; the view must not outlive it.
    /// - Returns: what the body returns.
    package func withView<Result>(of utf8: [UInt8], _ body: (JSONView) -> Result) -> Result {
        utf8.withUnsafeBufferPointer { bytes in
            parser.nodes.withRecords { nodes in body(JSONView(bytes: bytes, nodes: nodes)) }
        }
    }

    /// The text that was scanned last as a document.
    package func document(of utf8: [UInt8]) -> JSONDocument {
        JSONDocument(bytes: utf8, nodes: parser.nodes.copy(), isParsed: true)
    }

    /// Puts the places of values of the text that was scanned last where somebody wants them.
    ///
    /// - Parameters:
    ///   - places: receives them.
    ///   - numbers: for each the number of a value, or −1 for none.
    package func fill(_ places: inout [Int32], with numbers: [Int32]) {
        values.fill(&places, with: numbers)
    }

    private mutating func learn(_ document: JSONDocument) {
        missCount += 1
        if missCount > Self.patience {
            missCount = 0
            pauseCount = Self.pause
            return
        }
        let bytes = document.bytes
        guard bytes.count <= Self.learnedByteCountMax, let outline = ShapeOutline(of: document),
            let shape = table.learn(outline, of: bytes.span),
            shape == samples.count
        else { return }
        samples.append(Sample(document: document, values: outline.values))
    }
}
