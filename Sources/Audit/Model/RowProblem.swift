/// A row of a log that could not be read, or not wholly.
public struct RowProblem: Hashable, Sendable {
    /// The name of the input.
    public var input: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1; nil where the whole row is meant.
    public var column: Int?
    /// The diagnostic's code.
    public var code: String
    /// What is wrong, for people.
    public var message: String

    /// Makes a problem.
    public init(input: String, line: Int, column: Int? = nil, code: String, message: String) {
        self.input = input
        self.line = line
        self.column = column
        self.code = code
        self.message = message
    }

    /// `input:line:column`, as editors write a place.
    public var place: String { "\(input):\(line)" + (column.map { ":\($0)" } ?? "") }
}
