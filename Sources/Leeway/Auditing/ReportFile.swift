#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A report on its way into a file, which is there as a whole or not at all.
public struct ReportFile: Sendable {
    /// Where it goes.
    public let path: String

    /// Checks that a report can go to a path, before the audit that makes it.
    ///
    /// - Parameters:
    ///   - path: where it goes; a file that is there is replaced.
    ///   - inputs: the logs that are read, none of which may be written over.
    /// - Throws: ``LeewayError`` where it cannot.
    public init(_ path: String, inputs: [String]) throws(LeewayError) {
        self.path = path
        let place = FileSystem.resolved(path)
        if let place, let input = inputs.first(where: { $0 != "-" && FileSystem.resolved($0) == place }) {
            throw .invalidRequest(
                message: "the report would be written over the log `\(input)`", help: "give another --output")
        }
        switch try FileSystem.kind(of: path) {
        case .folder: throw .cannotWrite(path: path, reason: "it is a folder, not a file")
        case .file, .stream, .symbolicLink: break
        case nil:
            let folder = Self.folder(of: path)
            guard try FileSystem.kind(of: folder) == .folder else {
                throw .noSuchFile(path: folder, help: "make the folder first")
            }
        }
    }

    /// Writes a report.
    public func write(_ report: ComplianceReport, with renderer: any ReportRenderer) throws(LeewayError) {
        try write { (file: OpenFile) throws(LeewayError) in
            try renderer.render(report) { (bytes: [UInt8]) throws(LeewayError) in try file.write(bytes) }
        }
    }

    /// Writes a report that is at hand as a whole.
    public func write(_ bytes: [UInt8]) throws(LeewayError) {
        try write { (file: OpenFile) throws(LeewayError) in try file.write(bytes) }
    }

    private func write(_ body: (OpenFile) throws(LeewayError) -> Void) throws(LeewayError) {
        guard try FileSystem.kind(of: path) != .stream else { return try write(to: path, body) }
        let partial = path + ".partial"
        do throws(LeewayError) {
            try write(to: partial, body)
            guard rename(partial, path) == 0 else {
                throw .cannotWrite(path: path, reason: FileSystem.reason(errno))
            }
        } catch {
            _ = unlink(partial)
            throw error
        }
    }

    private func write(
        to path: String, _ body: (OpenFile) throws(LeewayError) -> Void
    ) throws(LeewayError) {
        let file = try OpenFile(creating: path, replacing: true)
        try body(file)
        try file.close()
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
