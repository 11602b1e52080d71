/// The published JSON Schema (draft 2020-12) of what ``DecisionJSONRenderer`` and ``RowErrorRenderer`` write.
public enum DecisionSchema {
    /// The schema's `$id`; the number grows when readers would break.
    public static let identifier = "urn:leeway:schema:decision:1"

    /// The schema's text, in UTF-8.
    public static var utf8: [UInt8] { PackageResources.decision_schema_json }
}
