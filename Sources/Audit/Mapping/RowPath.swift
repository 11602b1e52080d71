public import JSONSyntax

/// The way to a value of a row: names of members from the outside in, or the name of a column.
public struct RowPath: Sendable {
    /// Its position among the mapping's paths.
    let number: Int
    /// The path as written.
    public let text: String
    /// The members to follow; in a list, a number names an element from 0.
    public let names: [JSONName]
    /// Where the names are numbers, what they are.
    let positions: [Int?]

    init(number: Int, text: String, names: [String]) {
        self.number = number
        self.text = text
        self.names = names.map { JSONName($0) }
        positions = names.map { Int($0) }
    }

    /// Whether a part of it is a number or stands for an element, so that it may lead through a list.
    var isPositional: Bool { zip(names, positions).contains { $0 == Self.elementName || $1 != nil } }

    /// The name that stands for the element of a list that is read as a row of its own.
    static let element = "*"
    private static let elementName = JSONName(element)

    /// The value at the end of the way; nil where there is none.
    ///
    /// - Parameters:
    ///   - root: the row.
    ///   - element: which element `*` stands for, where a row is read for each.
    /// - Returns: the value.
    func value(in root: JSONNode, element: Int? = nil) -> JSONNode? {
        var node = root
        for (index, name) in names.enumerated() {
            let position = name == Self.elementName ? element : positions[index]
            let next = if node.kind == .list { position.flatMap { node[$0] } } else { node[name] }
            guard let next else { return nil }
            node = next
        }
        return node
    }
}
