/// A list of names for a message, cut where nobody would read on.
package enum NameList {
    /// The most names that a message shows.
    package static let shownCountMax = 12

    /// The names in their order, and how many more there are.
    package static func text(_ names: [String]) -> String {
        let shown = names.prefix(shownCountMax).joined(separator: ", ")
        return names.count <= shownCountMax ? shown : "\(shown) and \(names.count - shownCountMax) more"
    }
}
