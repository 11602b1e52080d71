/// What would follow if arguments were taken as the parameters of an overload.
struct Trial {
    /// A string literal read as a value of another type.
    struct Conversion {
        let literal: CELExpression
        let value: CELValue
        let type: CELType
    }

    var substitution: Substitution
    var conversions: [Conversion] = []
    /// Literals that were read as something else change the types of what holds them.
    var retyped: [(node: CELExpression, type: CELType)] = []
    var rejections: [CELIssue] = []

    /// The types that literals were read as, in order.
    var convertedTypes: [CELType] { conversions.map(\.type) }
}
