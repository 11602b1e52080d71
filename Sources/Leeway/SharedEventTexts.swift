import JSONSyntax
import RulebookEngine
import Synchronization

/// Reads the texts of events for whoever asks, from any thread: what was read before makes the next faster.
final class SharedEventTexts: Sendable {
    private let events: EventReader
    private let texts: Mutex<EventTextReader>

    init(_ events: EventReader) {
        self.events = events
        texts = Mutex(EventTextReader(events))
    }

    /// Reads one event.
    func read(_ utf8: [UInt8]) throws(JSONParsingError) -> EventReader.Reading {
        // Nobody waits for another: without what was read before it takes little longer.
        let found = texts.withLockIfAvailable { texts in
            Result { () throws(JSONParsingError) in try texts.read(utf8) }
        }
        if let found { return try found.get() }
        return events.read(try JSONDocument.parse(utf8, byteOrderMark: .skipped).root)
    }
}
