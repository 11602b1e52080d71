public import RulebookModel

/// Tells people everything about one standard, as they would read it aloud.
public struct StandardTextRenderer: Sendable {
    /// The width for which lines are set.
    public static let columns = 100

    /// Whether the text carries colours.
    public let colour: TerminalColour
    /// The language of the rulebook's texts; nil takes the first that it gives.
    public let locale: String?

    /// Makes a renderer.
    public init(colour: TerminalColour = .off, locale: String? = nil) {
        self.colour = colour
        self.locale = locale
    }

    /// Shows one standard.
    ///
    /// - Parameters:
    ///   - standard: one of the rulebook's standards.
    ///   - rulebook: the rulebook.
    /// - Returns: lines that each end with a line feed.
    public func render(_ standard: Standard, of rulebook: Rulebook) -> String {
        var page = StandardPage(renderer: self, rulebook: rulebook)
        page.heading(standard)
        page.scope(standard)
        page.body(standard)
        page.consequences(standard)
        return page.text
    }
}
