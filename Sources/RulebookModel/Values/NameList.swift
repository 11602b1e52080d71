/// A list of names for a message, cut where nobody would read on.
enum NameList {
    /// The most names that a message shows.
    static let shownCountMax = 12

    /// The names in their order, and how many more there are.
    static func text(_ names: [String]) -> String {
        let shown = names.prefix(shownCountMax).joined(separator: ", ")
        return names.count <= shownCountMax ? shown : "\(shown) and \(names.count - shownCountMax) more"
    }
}
