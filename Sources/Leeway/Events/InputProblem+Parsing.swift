extension InputProblem {
    /// Which part of a fault's place is told in the message, beside what is told elsewhere.
    enum PlaceInMessage {
        /// The column: the line is told with the input's name.
        case column
    }

    /// A JSON text that cannot be read.
    init(_ error: JSONParsingError, place: PlaceInMessage) {
        let help =
            error.code == .textAfterValue
            ? "one event was expected; --batch reads one event a line" : error.help
        self.init(
            code: .malformed, path: "", message: "\(error.message) (column \(error.column))", help: help)
    }
}
