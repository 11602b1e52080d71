public import Audit

/// Turns a report into bytes of one format.
///
/// A renderer is pure: the same report gives the same bytes, on any machine and at any time.
public protocol ReportRenderer: Sendable {
    /// Writes the report in pieces, so that a report of a million findings need not be held twice.
    ///
    /// - Parameters:
    ///   - report: what to write.
    ///   - sink: takes the bytes in order, in pieces of 64 KiB and somewhat more, the last one smaller; UTF-8.
    /// - Throws: only what the sink throws.
    func render<Failure: Error>(
        _ report: ComplianceReport, to sink: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure)
}

extension ReportRenderer {
    /// The whole report at once.
    public func rendered(_ report: ComplianceReport) -> [UInt8] {
        var bytes: [UInt8] = []
        render(report) { bytes += $0 }
        return bytes
    }
}
