import Synchronization

/// What checkers of one environment have found out and need not find out again: attributes, and which overloads take
/// arguments of which types.
final class CheckingMemory: Sendable {
    private let variables = Mutex<[String: Attribute]>([:])
    private let choices = Mutex<[CallShape: OverloadChoice]>([:])

    /// After so many shapes of calls no more are kept: a rulebook has some dozens.
    private static let choiceCountMax = 1_000

    /// The attribute of a variable, whose name may have dots.
    func variable(_ name: String) -> Attribute {
        variables.withLock { variables in
            if let known = variables[name] { return known }
            let made = Attribute(CELAttributePath(dotted: name))
            variables[name] = made
            return made
        }
    }

    /// What was found for a call of this shape before.
    func choice(_ shape: CallShape) -> OverloadChoice? { choices.withLock { $0[shape] } }

    /// Keeps what was found for a call.
    func keep(_ choice: OverloadChoice, for shape: CallShape) {
        choices.withLock { choices in
            if choices.count < Self.choiceCountMax { choices[shape] = choice }
        }
    }
}

/// All of a call that decides which overloads take it, where no text of a literal does.
struct CallShape: Hashable {
    /// An argument.
    enum Argument: Hashable {
        /// It has its type, whatever its place asks for.
        case fixed(CELType)
        /// A string literal.
        case text
        /// A list of string literals.
        case texts
    }

    let name: String
    let style: CELOverload.Style
    let isQualified: Bool
    let arguments: [Argument]

    /// How many of the arguments may be read as another type.
    var flexibleCount: Int { arguments.count(where: \.isFlexible) }

    /// The first argument that may be read as another type.
    var flexiblePosition: Int? { arguments.firstIndex(where: \.isFlexible) }
}

extension CallShape.Argument {
    fileprivate var isFlexible: Bool { if case .fixed = self { false } else { true } }
}

/// What a call of some shape comes to.
struct OverloadChoice: Sendable {
    /// What becomes of the argument that is made of literals, of which there is one at most.
    enum Reading: Sendable {
        /// There is none.
        case nothing
        /// It stays what it is, and has this type.
        case none(CELType)
        /// Its texts are read as values of this type, which may fail.
        case literal(as: CELType)
    }

    /// What the call stands for.
    let reference: Reference
    /// The type of its result.
    let result: CELType
    let reading: Reading
}
