public import CEL
import HeapModule

/// Brings events that come a little out of order into the order of their times.
///
/// An element is held back until the latest time seen, less the lateness, has reached its own; then whatever may still
/// come is not before it. Of two at one instant the one that came first is released first. Memory goes by what lies
/// within the lateness.
public struct ReorderBuffer<Element: Sendable>: Sendable {
    private struct Held: Comparable, Sendable {
        let time: CELTimestamp
        let number: Int
        let element: Element

        static func < (left: Held, right: Held) -> Bool { (left.time, left.number) < (right.time, right.number) }

        static func == (left: Held, right: Held) -> Bool { left.number == right.number }
    }

    /// How late an element may come; nil for as late as it likes: nothing is released before the end.
    public let lateness: CELDuration?
    private var heap: Heap<Held> = []
    private var lastNumber = 0
    private var latest: CELTimestamp?
    /// What comes before this instant is late; nil while nothing can be.
    public private(set) var watermark: CELTimestamp?

    /// Makes an empty buffer.
    public init(lateness: CELDuration?) { self.lateness = lateness }

    /// How many elements are held back.
    public var count: Int { heap.count }

    /// Takes an element in.
    ///
    /// - Returns: false where it comes later than the lateness allows; it is not held then.
    /// - Complexity: O(log n) for n elements that are held.
    public mutating func insert(_ element: Element, at time: CELTimestamp) -> Bool {
        if let watermark, time < watermark { return false }
        lastNumber += 1
        heap.insert(Held(time: time, number: lastNumber, element: element))
        advance(to: time)
        return true
    }

    /// Notes that the time has come to an instant, though nothing came in.
    public mutating func advance(to time: CELTimestamp) {
        guard latest.map({ time > $0 }) ?? true else { return }
        latest = time
        guard let lateness else { return }
        // Before the first instant that can be written nothing is late.
        guard let reached = time.subtracting(lateness) else { return }
        watermark = watermark.map { max($0, reached) } ?? reached
    }

    /// Takes the next element out that nothing can come before any more; nil where there is none yet.
    public mutating func release() -> (element: Element, time: CELTimestamp)? {
        guard let first = heap.min, let watermark, first.time <= watermark else { return nil }
        return releaseAnyway()
    }

    /// Takes the next element out, though something might still come before it; nil where none is held.
    public mutating func releaseAnyway() -> (element: Element, time: CELTimestamp)? {
        heap.popMin().map { ($0.element, $0.time) }
    }
}
