/// Tenths of a percent as people read them: `87.5 %`.
enum PermilleText {
    static func of(_ permille: Int) -> String { "\(permille / 10).\(permille % 10) %" }
}
