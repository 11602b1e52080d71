extension DecisionPoint {
    /// Watches a log while it is being written: judges its events as an audit does, and tells what is found at once.
    ///
    /// - Parameters:
    ///   - request: which log, and how.
    ///   - isStopped: asked a few times a second whether somebody wants it to end.
    ///   - now: the machine's clock.
    ///   - tell: takes what there is to tell, as it happens.
    /// - Returns: what was seen, and how many clocks still ran.
    /// - Throws: ``LeewayError`` where the log is absent at the beginning or cannot be read, and what `tell` throws.
    public func watch(
        _ request: WatchRequest, isStopped: @escaping () -> Bool,
        now: @escaping () -> CELTimestamp? = SQLiteLedger.systemClock,
        tell: @escaping (WatchNotice) throws(LeewayError) -> Void
    ) throws(LeewayError) -> (summary: WatchSummary, openClocks: Int) {
        var options = request.options
        options.completeFrom = options.completeFrom ?? request.mapping?.mapping.completeFrom
        let watcher = Watcher(compiled, options: options)
        let file = try FollowedFile(request.path, waits: request.end.waits)
        do {
            repeat {
                let name = file.name
                // More is asked for only once the lines before were judged.
                let source = file.source(isStopped: isStopped) { () throws(LeewayError) in
                    guard request.end.waits, request.clock == .machine, let now = now() else { return }
                    for notice in watcher.advance(to: now) { try tell(notice) }
                }
                var reader = try LogReader(
                    LogInput(name: name, source: source), events: compiled.reader, mapping: request.mapping,
                    asOf: request.asOf)
                while let row = try reader.next() {
                    // What stands on the last line without its end may still be written.
                    if file.isCut { break }
                    for notice in watcher.take(row, of: name) { try tell(notice) }
                }
                if let change = file.change { try tell(.input(name: request.path, change)) }
            } while try file.reopen()
            var asOf: CELTimestamp?
            if case .atEndOfLog(let instant) = request.end { asOf = instant }
            for notice in watcher.finish(asOf: asOf) { try tell(notice) }
        } catch {
            throw LeewayError(error, reading: request.path)
        }
        return (watcher.summary, watcher.summary.counts[.pending])
    }
}

extension WatchRequest.End {
    /// Whether more rows are waited for.
    fileprivate var waits: Bool {
        switch self {
        case .onRequest: true
        case .atEndOfLog: false
        }
    }
}
