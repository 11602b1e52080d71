/// The published JSON Schema (draft 2020-12) of what ``JSONRenderer`` writes.
public enum ComplianceReportSchema {
    /// The schema's `$id`, which each report names as its `schema`; the number grows when readers would break.
    public static let identifier = "urn:leeway:schema:compliance-report:1"

    /// The schema's text, in UTF-8.
    public static var utf8: [UInt8] { PackageResources.compliance_report_schema_json }
}
