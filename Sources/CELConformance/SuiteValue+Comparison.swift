extension SuiteValue {
    /// Whether both are the same value of the same type.
    ///
    /// Stricter than the language's own equality: `1` is not `1u`, `0.0` is not `-0.0`, texts are compared by their
    /// code points. Any NaN stands for any other; a map has its entries in any order. What is no value (an error, an
    /// unknown, something without notation) is the same as nothing.
    package func isIdentical(to other: SuiteValue) -> Bool {
        switch (self, other) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.int(let left), .int(let right)): left == right
        case (.uint(let left), .uint(let right)): left == right
        case (.double(let left), .double(let right)):
            left.bitPattern == right.bitPattern || (left.isNaN && right.isNaN)
        case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
        case (.bytes(let left), .bytes(let right)): left == right
        case (.list(let left), .list(let right)):
            left.count == right.count && zip(left, right).allSatisfy { $0.isIdentical(to: $1) }
        case (.map(let left), .map(let right)):
            left.count == right.count
                && left.allSatisfy { entry in
                    right.contains { $0.key.isIdentical(to: entry.key) && $0.value.isIdentical(to: entry.value) }
                }
        case (.type(let left), .type(let right)): left == right
        case (.timestamp(let leftSeconds, let left), .timestamp(let rightSeconds, let right)),
            (.duration(let leftSeconds, let left), .duration(let rightSeconds, let right)):
            leftSeconds == rightSeconds && left == right
        case (.enumeration(let leftType, let left), .enumeration(let rightType, let right)):
            leftType == rightType && left == right
        // Two kinds, or what is no value; naming every pair is more than the compiler can check.
        default: false
        }
    }
}
