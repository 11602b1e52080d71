/// What stands between the fields of a record.
public enum CSVSeparator: String, Sendable, CaseIterable {
    /// `,`, as in RFC 4180.
    case comma = ","
    /// `;`, where the comma is the decimal sign.
    case semicolon = ";"
    /// A tab.
    case tab = "\t"
    /// `|`.
    case bar = "|"

    var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        case .bar: UInt8(ascii: "|")
        }
    }
}
