/// How large a table's records may be; a larger one is refused by itself and the reading goes on.
public struct CSVLimits: Sendable, Hashable {
    /// The bytes of all fields of one record, without quotes and separators.
    public let recordByteCountMax: Int
    /// The fields of one record.
    public let fieldCountMax: Int

    /// The limits used where none are stated: 16 MiB and 10,000 fields.
    public static let standard = CSVLimits()

    /// Makes limits.
    ///
    /// - Parameters:
    ///   - recordByteCountMax: the bytes of a record.
    ///   - fieldCountMax: the fields of a record.
    public init(recordByteCountMax: Int = 16 << 20, fieldCountMax: Int = 10_000) {
        self.recordByteCountMax = recordByteCountMax
        self.fieldCountMax = fieldCountMax
    }
}
