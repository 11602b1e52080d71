extension StandardFunctions {
    /// `size`, `in`, indices, and what joins lists.
    static let collections: [(String, [CELOverload])] = [
        ("size", sizes(.function) + sizes(.member)),
        (
            CELOperator.in.rawValue,
            [
                .binary("in_list", .parameter("A"), .list(.parameter("A")), .bool) { CELValue(contains($1, $0)) },
                .binary("in_map", .parameter("A"), .map(.parameter("A"), .parameter("B")), .bool) {
                    CELValue(contains($1, $0))
                },
            ]
        ),
        (
            CELOperator.index.rawValue,
            [
                .binary("index_list", .list(.parameter("A")), .int, .parameter("A")) { element(of: $0, at: $1) },
                .binary(
                    "index_map", .map(.parameter("A"), .parameter("B")), .parameter("A"), .parameter("B")
                ) { element(of: $0, at: $1) },
            ]
        ),
        (
            CELOperator.add.rawValue,
            [
                .binary("add_list", .list(.parameter("A")), .list(.parameter("A")), .list(.parameter("A"))) {
                    left, right in
                    guard case .list(let first) = left, case .list(let second) = right else {
                        return noSuchOverload(CELOperator.add.rawValue, left, right)
                    }
                    return .elements(first.elements + second.elements)
                }
            ]
        ),
    ]

    private static func sizes(_ style: CELOverload.Style) -> [CELOverload] {
        let prefix = style == .member ? "" : "size_"
        let suffix = style == .member ? "_size" : ""
        let types: [(String, CELType)] = [
            ("string", .string), ("bytes", .bytes), ("list", .list(.parameter("A"))),
            ("map", .map(.parameter("A"), .parameter("B"))),
        ]
        return types.map { name, type in
            .unary(prefix + name + suffix, type, .int, style: style) { value in
                switch value {
                case .string(let text): .int(Int64(text.codePointCount))
                case .bytes(let bytes): .int(Int64(bytes.bytes.count))
                case .list(let list): .int(Int64(list.elements.count))
                case .map(let map): map.openness.map(CELValue.unknown) ?? .int(Int64(map.count))
                default: noSuchOverload("size", value)
                }
            }
        }
    }

    /// Whether a list has an element, or a map a key; unknown elements leave a miss unknown.
    static func contains(_ collection: CELValue, _ value: CELValue) -> CELTruth {
        switch collection {
        case .list(let list):
            var comparison = ValueComparison(stepsLeft: ValueComparison.stepCountMax)
            var found = CELTruth.false
            for element in list.elements {
                found = found.disjoined(with: comparison.equal(element, value))
                if found == .true { return .true }
            }
            return found
        case .map(let map):
            guard let found = map.value(forKey: value) else {
                return map.openness.map(CELTruth.unknown) ?? .false
            }
            if case .unknown(let unknown) = found, map.openness != nil { return .unknown(unknown) }
            return .true
        default:
            return CELTruth(noSuchOverload(CELOperator.in.rawValue, value, collection))
        }
    }

    /// The element of a list at a position counted from 0, or the value of a map's key.
    static func element(of collection: CELValue, at position: CELValue) -> CELValue {
        switch collection {
        case .list(let list):
            guard case .int(let index)? = CELMapKey(position) else {
                switch position {
                case .int, .uint, .double: return outOfRange(position, list)
                case .optional: return OptionalsLibrary.element(of: collection, at: position)
                default: return noSuchOverload(CELOperator.index.rawValue, collection, position)
                }
            }
            guard index >= 0, index < list.elements.count else { return outOfRange(position, list) }
            return list.elements[Int(index)]
        case .map(let map):
            return map.value(forKey: position) ?? noSuchKey(position)
        case .optional: return OptionalsLibrary.element(of: collection, at: position)
        default: return noSuchOverload(CELOperator.index.rawValue, collection, position)
        }
    }

    /// The result of looking up a key that is not there.
    static func noSuchKey(_ key: CELValue) -> CELValue {
        .failure(.noSuchKey, "the map has no key \(key.plainText)")
    }

    private static func outOfRange(_ position: CELValue, _ list: CELList) -> CELValue {
        .failure(
            .indexOutOfRange, "there is no element \(position.plainText) in a list of \(list.elements.count)")
    }
}
