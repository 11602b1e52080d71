#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
import ArgumentParser
import Leeway

/// Standard output and standard error, with the colours that were asked for.
struct Console {
    /// One of the two.
    enum Stream: Int32 {
        case output = 1
        case errors = 2
    }

    let choice: ColourChoice

    /// Whether text for a stream carries colours.
    func colour(for stream: Stream) -> TerminalColour {
        switch choice {
        case .always: .on
        case .never: .off
        case .auto:
            Self.isTerminal(stream) && Self.variable("NO_COLOR").isEmpty && Self.variable("TERM") != "dumb" ? .on : .off
        }
    }

    /// Whether something other than a keyboard feeds standard input.
    static var isFed: Bool { isatty(0) == 0 }

    /// Whether somebody watches a stream.
    static func isTerminal(_ stream: Stream) -> Bool { isatty(stream.rawValue) == 1 }

    /// Writes to standard output.
    func write(_ bytes: [UInt8]) throws(LeewayError) { try OpenFile(creating: "-", replacing: true).write(bytes) }

    /// Writes to standard output.
    func write(_ text: String) throws(LeewayError) { try write(Array(text.utf8)) }

    /// Writes to standard error; that nobody reads it is no reason to fail.
    func note(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(Stream.errors.rawValue, $0) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Shows diagnostics on standard error.
    func note(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        note(rendered(diagnostics, for: .errors))
    }

    /// Diagnostics with their excerpts, for a stream.
    func rendered(_ diagnostics: [Diagnostic], for stream: Stream) -> String {
        switch colour(for: stream) {
        case .on: ANSIRenderer().render(diagnostics)
        case .off: PlainRenderer().render(diagnostics)
        }
    }

    /// Says on standard error why a command could not be carried out.
    func report(_ error: LeewayError) {
        switch error {
        // Whoever reads what is written went away, and knows.
        case .outputClosed: return
        case .invalid(_, let diagnostics):
            switch colour(for: .errors) {
            case .on: note(ANSIRenderer().render(diagnostics))
            case .off: note(PlainRenderer().render(diagnostics))
            }
        default: note("error: \(error.description)\n")
        }
    }

    /// Carries out a command, and ends the program with its status.
    func run(_ body: () throws(LeewayError) -> ExitStatus) throws {
        let status: ExitStatus
        do throws(LeewayError) {
            status = try body()
        } catch {
            report(error)
            status = ExitStatus(error)
        }
        if status != .success { throw ExitCode(status.rawValue) }
    }

    private static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
}

// A member of the same name would hide the system's function inside the type.
private func systemWrite(_ descriptor: Int32, _ buffer: UnsafeRawBufferPointer) -> Int {
    write(descriptor, buffer.baseAddress, buffer.count)
}
