extension MathLibrary {
    /// The greatest and the least of numbers.
    ///
    /// cel-go makes macros of them, which call `math.@max` and `math.@min`; here they are functions, with the ids of
    /// those. One and two numbers have types of their own; what three or more come to is known only when they are.
    static let extremes: [(String, [CELOverload])] = [
        extreme("math.greatest", "math_@max", replacing: .less),
        extreme("math.least", "math_@min", replacing: .greater),
    ]

    private static let numbers: [(name: String, type: CELType)] = [
        ("double", .double), ("int", .int), ("uint", .uint),
    ]

    private static func extreme(
        _ name: String, _ idPart: String, replacing ordering: Ordering
    ) -> (String, [CELOverload]) {
        let single = numbers.map { number in
            CELOverload.unary("\(idPart)_\(number.name)", number.type, number.type) { value in
                first(of: [value], name, replacing: ordering)
            }
        }
        let pairs = numbers.flatMap { left in
            numbers.map { right in
                CELOverload.binary(
                    "\(idPart)_\(left.name)_\(right.name)", left.type, right.type,
                    left.type == right.type ? left.type : .dyn
                ) { first(of: [$0, $1], name, replacing: ordering) }
            }
        }
        let lists = numbers.map { number in
            CELOverload.unary("\(idPart)_list_\(number.name)", .list(number.type), number.type) { value in
                guard case .list(let list) = value else { return StandardFunctions.noSuchOverload(name, value) }
                return first(of: list.elements, name, replacing: ordering)
            }
        }
        let many = CELOverload.variadic("\(idPart)_list_dyn", [.dyn, .dyn, .dyn], .dyn, isVariadic: true) { values in
            first(of: values, name, replacing: ordering)
        }
        return (name, single + pairs + lists + [many])
    }

    /// The first number, or any later one to which what was found before stands in an ordering.
    private static func first(of values: [CELValue], _ name: String, replacing ordering: Ordering) -> CELValue {
        // A host's list may have gaps.
        guard values.allSatisfy(\.isKnown) else { return Strictness.merged(values) }
        guard var found = values.first else { return .failure(.invalidArgument, "`\(name)` of an empty list") }
        for value in values {
            switch value {
            case .int, .uint, .double: break
            default: return .failure(.noSuchOverload, "`\(name)` takes numbers, not \(value.typeName)")
            }
        }
        for value in values.dropFirst() {
            switch ValueComparison.order(found, value) {
            case .ordered(let order): if order == ordering { found = value }
            case .unordered, .incomparable:
                return .failure(.invalidArgument, "`\(name)` cannot compare NaN with another number")
            }
        }
        return found
    }
}
