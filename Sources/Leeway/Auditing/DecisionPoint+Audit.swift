import Foundation

extension DecisionPoint {
    /// Judges logs, as files or standard input, in memory that does not grow with their length.
    ///
    /// - Parameters:
    ///   - request: which logs, and how.
    ///   - progress: called every few thousand rows.
    /// - Returns: the report; rows that could not be read are counted and named in it.
    /// - Throws: ``LeewayError`` where a log is absent or cannot be read at all.
    public func audit(
        _ request: AuditRequest, progress: ((AuditProgress) -> Void)? = nil
    ) throws(LeewayError) -> ComplianceReport {
        guard request.paths.count(where: { $0 == "-" }) <= 1 else {
            throw .invalidRequest(message: "standard input can be read only once", help: nil)
        }
        // What is absent is said before hours are spent on what is there.
        for path in request.paths { try Self.checkLog(path) }
        guard compiled.remembers, !request.paths.contains("-") else {
            return try audit(request, ordering: .sorted, progress: progress)
        }
        // Most logs come in order, and need not be held; others are measured on the way, and read again.
        do throws(LeewayError) {
            return try audit(request, ordering: .streamed, progress: progress)
        } catch {
            guard case .audit(.outOfOrder(_, _, let lateness)) = error else { throw error }
            let ordering = lateness.map { AuditOptions.Ordering.within(lateness: $0) } ?? .sorted
            return try audit(request, ordering: ordering, progress: progress)
        }
    }

    private func audit(
        _ request: AuditRequest, ordering: AuditOptions.Ordering, progress: ((AuditProgress) -> Void)?
    ) throws(LeewayError) -> ComplianceReport {
        let options = AuditOptions(
            asOf: request.asOf, listing: request.listing, generator: ReportGenerator(version: LeewayVersion.text),
            ordering: ordering, completeFrom: request.completeFrom,
            threadCount: ProcessInfo.processInfo.activeProcessorCount)
        do {
            var auditor = try Auditor(rulebook: compiled, mapping: request.mapping, options: options)
            for path in request.paths {
                let file = try OpenFile(reading: path)
                try auditor.consume(LogInput(name: file.name, source: file.source), progress: progress)
            }
            var report = try auditor.finish()
            report.scores.removeAll { $0.kind != .overall && !request.groups.contains($0.kind) }
            return report
        } catch {
            throw LeewayError(error, reading: request.paths.joined(separator: ", "))
        }
    }

    /// Judges logs in the event format.
    public func audit(_ paths: String...) throws(LeewayError) -> ComplianceReport {
        try audit(AuditRequest(paths: paths))
    }

    private static func checkLog(_ path: String) throws(LeewayError) {
        guard path != "-" else { return }
        guard let kind = try FileSystem.kind(of: path) else { throw .noSuchFile(path: path, help: nil) }
        guard kind != .folder else { throw .cannotRead(path: path, reason: "it is a folder, not a log") }
        guard !path.hasSuffix(".gz") else {
            throw .invalidRequest(
                message: "`\(path)` is compressed, and compressed logs are not read",
                help: "unpack it on the way: zcat \(path) | leeway audit … -")
        }
    }
}
