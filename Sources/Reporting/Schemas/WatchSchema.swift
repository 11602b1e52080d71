/// The published JSON Schema (draft 2020-12) of what ``WatchJSONRenderer`` writes.
public enum WatchSchema {
    /// The schema's `$id`; the number grows when readers would break.
    public static let identifier = "urn:leeway:schema:watch:1"

    /// The schema's text, in UTF-8.
    public static var utf8: [UInt8] { PackageResources.watch_schema_json }
}
