public import ArgumentParser
public import Leeway

extension ReportFormat: ExpressibleByArgument {}

extension TestReportFormat: ExpressibleByArgument {}

extension AuditOptions.Listing: ExpressibleByArgument {}

extension WatchRequest.Clock: ExpressibleByArgument {}

extension HandbookKind: ExpressibleByArgument {}

extension HandbookFormat: ExpressibleByArgument {}

extension HandbookHTMLRenderer.Paper: ExpressibleByArgument {}
