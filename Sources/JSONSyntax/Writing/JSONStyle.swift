/// How JSON is laid out and escaped; the order is always the order of writing.
public struct JSONStyle: Sendable, Hashable {
    /// The spaces of one level of indentation; nil writes all in one line without spaces.
    public let indentation: Int?
    /// Whether `<`, `>` and `&` are escaped, so that the text can stand inside an HTML `script` element.
    public let escapesMarkup: Bool

    /// One line, for logs and machines.
    public static let compact = JSONStyle(indentation: nil)
    /// One member or element a line, two spaces a level, for people.
    public static let pretty = JSONStyle(indentation: 2)
    /// One line that can be embedded in HTML.
    public static let embedded = JSONStyle(indentation: nil, escapesMarkup: true)

    /// Makes a style.
    ///
    /// - Parameters:
    ///   - indentation: the spaces of a level, or nil for one line.
    ///   - escapesMarkup: whether `<`, `>` and `&` are escaped.
    public init(indentation: Int?, escapesMarkup: Bool = false) {
        self.indentation = indentation
        self.escapesMarkup = escapesMarkup
    }
}
