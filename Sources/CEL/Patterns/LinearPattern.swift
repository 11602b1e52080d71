import Synchronization

/// A pattern of `matches`, ready to be searched for.
///
/// It has RE2's syntax and meaning, and no text makes it backtrack: a search takes at most as many steps a byte as the
/// pattern has instructions, and mostly one. May be used from several threads at once.
final class LinearPattern: Sendable {
    /// How many threads can search at once without making states of their own.
    private static let cacheCountMax = 4

    private enum Method: Sendable {
        case plain(PlainPattern)
        case machine(PatternProgram, [Cache])
    }

    /// A cache that one thread at a time uses.
    private final class Cache: Sendable {
        let states: Mutex<StateCache?> = Mutex(nil)
    }

    /// The size of the pattern's program, with repetitions written out.
    let instructionCount: Int
    private let method: Method
    private let limits: PatternLimits

    /// Reads a pattern.
    ///
    /// - Throws: what is wrong with it, or which limit it exceeds.
    init(parsing pattern: String, limits: PatternLimits = PatternLimits()) throws(PatternError) {
        var parser = try PatternParser(pattern, limits: limits)
        let syntax = try parser.parse()
        guard let program = ProgramBuilder.program(for: syntax, limits: limits) else {
            throw .tooLarge(limits.instructionCountMax, in: 0..<pattern.utf8.count)
        }
        instructionCount = program.size
        self.limits = limits
        if let plain = PlainPattern(syntax) {
            method = .plain(plain)
        } else {
            method = .machine(program, (0..<Self.cacheCountMax).map { _ in Cache() })
        }
    }

    /// Looks for the pattern in a text.
    ///
    /// - Parameter text: valid UTF-8.
    /// - Returns: whether it is found somewhere.
    /// - Complexity: O(n · m) for n bytes and m instructions, O(n) once the states that the text needs are known.
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch method {
        case .plain(let plain): return plain.matches(text)
        case .machine(let program, let caches):
            for cache in caches {
                let answer = cache.states.withLockIfAvailable { states in
                    if let answer = states?.matches(text) { return answer }
                    var fresh = StateCache(program, limits: limits)
                    let answer = fresh.matches(text)
                    states = fresh
                    return answer
                }
                if let answer { return answer }
            }
            var own = StateCache(program, limits: limits)
            return own.matches(text)
        }
    }
}
