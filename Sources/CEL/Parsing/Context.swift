/// Something open that waits for an expression, and what it has got so far.
struct Context {
    /// What is open.
    enum Kind {
        /// The source as a whole.
        case whole
        /// `(`.
        case parenthesis
        /// `[`.
        case list
        /// `{`; its parts are keys and values by turns.
        case map
        /// `a[` or `a[?`.
        case index(Parser.Operand, isOptional: Bool)
        /// `f(` or `a.f(`.
        case arguments(name: String, nameRange: Range<Int>, target: Parser.Operand?, isRooted: Bool)
        /// `A{field:`; its parts are the values of the fields.
        case record(name: String, Parser.Operand)
        /// `a ?`.
        case choice(Parser.Operand, sign: Range<Int>)
        /// `a ? b :`.
        case alternative(Parser.Operand, Parser.Operand, sign: Range<Int>)
    }

    /// An operator that waits for its right operand.
    struct Pending {
        let symbol: CELOperator
        let range: Range<Int>
        /// Whether it stands before its only operand.
        let isPrefix: Bool
        let precedence: Int
    }

    var kind: Kind
    /// Where it begins.
    let start: Int
    /// The operands of the operators that wait.
    var operands: [Parser.Operand] = []
    var pending: [Pending] = []
    /// The expressions that are complete.
    var parts: [CELExpression] = []
    /// The positions, among ``parts``, of those that are written with a `?` before them.
    var optionalPositions: [Int] = []
    /// The names of a record's fields, the last of which waits for its value.
    var fields: [(name: String, range: Range<Int>)] = []

    init(_ kind: Kind, start: Int) {
        self.kind = kind
        self.start = start
    }
}
