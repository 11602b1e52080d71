import CEL

/// The facts of an event as the program of its type lays them out, each as a value and in the form that comparisons read.
///
/// The only file of the engine that handles memory by hand: one piece holds all, where two arrays took longer to make
/// than the values to read.
struct FactTable: ~Copyable, @unchecked Sendable {
    // Sendable since it belongs to one event, which changes nothing of it once it is read.
    private let values: UnsafeMutablePointer<CELValue>
    private let peeks: UnsafeMutablePointer<Peek>
    /// How many there are.
    let count: Int

    /// Makes a table of nulls: nothing was read yet, since no fact is ever null.
    init(count: Int) {
        self.count = count
        guard count > 0 else {
            // Nothing is ever looked for in an empty table.
            values = Self.nowhere()
            peeks = Self.nowhere()
            return
        }
        // The peeks lie behind the values, in as many places as they take.
        let strides = (MemoryLayout<CELValue>.stride, MemoryLayout<Peek>.stride)
        values = .allocate(capacity: count + (count * strides.1 + strides.0 - 1) / strides.0)
        peeks = UnsafeMutableRawPointer(values + count).bindMemory(to: Peek.self, capacity: count)
        for place in 0..<count {
            (values + place).initialize(to: .null)
            (peeks + place).initialize(to: Peek(.null))
        }
    }

    private static func nowhere<Element>() -> UnsafeMutablePointer<Element> {
        UnsafeMutablePointer(bitPattern: MemoryLayout<Element>.alignment).unsafelyUnwrapped
    }

    deinit {
        guard count > 0 else { return }
        values.deinitialize(count: count)
        values.deallocate()
    }

    /// A fact by its place.
    subscript(place: Int) -> CELValue {
        get {
            precondition(place >= 0 && place < count)
            return values[place]
        }
        set {
            precondition(place >= 0 && place < count)
            values[place] = newValue
            peeks[place] = Peek(newValue)
        }
    }

    /// Whether nothing was read to a place yet.
    func isNull(_ place: Int) -> Bool {
        precondition(place >= 0 && place < count)
        return if case .null = values[place] { true } else { false }
    }

    /// Hands out all facts.
    func withValues<Result>(_ body: (UnsafeBufferPointer<CELValue>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: values, count: count))
    }

    /// Hands out all facts for tests that only look.
    func withPeeks<Result>(_ body: (UnsafeBufferPointer<Peek>) -> Result) -> Result {
        body(UnsafeBufferPointer(start: peeks, count: count))
    }
}
