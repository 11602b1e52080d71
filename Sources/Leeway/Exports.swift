// One import must be enough for embedders, also under the upcoming feature MemberImportVisibility, which a typealias
// would not satisfy: their code names decisions, outcomes, diagnostics and reports.
@_exported public import Audit
@_exported public import CEL
@_exported public import JSONSyntax
@_exported public import LedgerSQLite
@_exported public import Reporting
@_exported public import RulebookEngine
@_exported public import RulebookModel
@_exported public import SourceText
@_exported public import Workbench
