/// How an environment reads expressions.
public struct CELOptions: Hashable, Sendable {
    /// Whether `and`, `or` and `not` are operators besides `&&`, `||` and `!`; they are then reserved words.
    ///
    /// `not` binds looser than a comparison, so that `not a == b` means `!(a == b)`.
    public var wordOperators = false
    /// Whether `has`, `all` and their like are macros; otherwise they are functions like any other.
    public var macros = true
    /// Names of record variables that can be called: `f("a.b")` reads the field `a.b` of `f`, whatever its name.
    ///
    /// So a host can offer a function of a fixed set of names, each known while checking.
    public var fieldFunctions: Set<String> = []
    /// Whether a pattern that is written out is read while checking, so that a slip in it is an issue and not an error
    /// each time the expression runs; the language itself leaves it to the evaluation.
    public var checksPatterns = false
    /// Whether texts that are written out are interned, so that facts that are interned too are compared by address.
    ///
    /// For rules that are kept: interned texts are never freed.
    public var internsTexts = false
    /// The libraries that are switched on.
    public var libraries: Set<CELLibrary> = []
    /// Whether constants are folded and common forms get plans of their own; off, every call finds its overload by
    /// the values when it runs, which must give the same answers.
    public var optimizes = true
    /// What one expression may take.
    public var limits = CELLimits()

    /// The language as its specification defines it, under the default limits.
    public init() {}

    /// The default options with libraries.
    public init(libraries: Set<CELLibrary>) { self.libraries = libraries }

    /// The default options with or without word operators.
    public init(wordOperators: Bool) { self.wordOperators = wordOperators }
}
