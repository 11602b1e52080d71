public import JSONSyntax

/// Reads events from JSON texts, one after the other: a queue's or a log's, of which most look like those before.
///
/// What a text says, and what is said of a faulty one, does not depend on what was read before; only the time that it takes
/// does. One serves one thread at a time.
///
/// ```swift
/// var texts = EventTextReader(compiled.reader)
/// let event = try texts.read(utf8).event
/// ```
public struct EventTextReader: ~Copyable, Sendable {
    private let events: EventReader
    private var shapes = JSONShapes(byteOrderMark: .skipped)

    /// Makes a reader that has seen no text.
    ///
    /// - Parameter events: what holds events against the vocabulary.
    public init(_ events: EventReader) { self.events = events }

    /// Reads one event of the event format.
    ///
    /// - Parameter utf8: the event, a JSON object; a byte order mark before it is skipped.
    /// - Returns: the event, or what is wrong with it.
    /// - Throws: the first fault of a text that is not JSON, with its place.
    public mutating func read(_ utf8: [UInt8]) throws(JSONParsingError) -> EventReader.Reading {
        events.read(try shapes.parse(utf8).root)
    }
}
