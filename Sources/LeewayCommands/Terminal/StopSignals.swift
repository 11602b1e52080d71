#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Ctrl-C, and the request to end, asked for instead of being cut off by them.
///
/// They are held back from this thread, and looked for when there is time: no handler runs, and nothing is shared.
struct StopSignals {
    private static let numbers = [SIGINT, SIGTERM]

    /// Holds the signals back from now on.
    init() {
        var set = sigset_t()
        sigemptyset(&set)
        for number in Self.numbers { sigaddset(&set, number) }
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// Whether one has come.
    var haveCome: Bool {
        var pending = sigset_t()
        sigemptyset(&pending)
        guard sigpending(&pending) == 0 else { return false }
        return Self.numbers.contains { sigismember(&pending, $0) == 1 }
    }
}
