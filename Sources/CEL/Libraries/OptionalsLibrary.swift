/// The functions of the library `optionals`.
///
/// Source: the definitions of the optional types in the reference implementations, version 2.
enum OptionalsLibrary {
    private static let element = CELType.parameter("T")
    private static let optional = CELType.optional(.parameter("T"))

    static let functions: [(String, [CELOverload])] = [
        ("optional.of", [.unary("optional_of", element, optional) { .optional(CELOptional($0)) }]),
        (
            "optional.ofNonZeroValue",
            [
                .unary("optional_ofNonZeroValue", element, optional) {
                    .optional(isZero($0) ? .none : CELOptional($0))
                }
            ]
        ),
        ("optional.none", [.variadic("optional_none", [], optional) { _ in .optional(.none) }]),
        (
            "hasValue",
            [
                .unary("optional_hasValue", optional, .bool, style: .member) { value in
                    with("hasValue", value) { .bool($0 != nil) }
                }
            ]
        ),
        (
            "value",
            [
                .unary("optional_value", optional, element, style: .member) { value in
                    with("value", value) { $0 ?? .failure(.noSuchKey, "the optional holds no value") }
                }
            ]
        ),
        (
            "or",
            [
                .binary("optional_or_optional", optional, optional, optional, style: .member) { value, other in
                    with("or", value) { $0 == nil ? other : value }
                }
            ]
        ),
        (
            "orValue",
            [
                .binary("optional_orValue_value", optional, element, element, style: .member) { value, other in
                    with("orValue", value) { $0 ?? other }
                }
            ]
        ),
        ("optional.unwrap", [.unary("optional_unwrap", .list(optional), .list(element), unwrap)]),
        ("unwrapOpt", [.unary("optional_unwrapOpt", .list(optional), .list(element), style: .member, unwrap)]),
        ("first", [.unary("list_first", .list(element), optional, style: .member) { end($0, \.first) }]),
        ("last", [.unary("list_last", .list(element), optional, style: .member) { end($0, \.last) }]),
        (CELOperator.optionalIndex.rawValue, indices(isOptional: true) + chained("optindex")),
        (CELOperator.index.rawValue, chained("index")),
    ]

    private static func with(
        _ name: String, _ value: CELValue, _ body: (CELValue?) -> CELValue
    ) -> CELValue {
        guard case .optional(let optional) = value else { return StandardFunctions.noSuchOverload(name, value) }
        return body(optional.value)
    }

    /// Whether a value is what its type begins with: false, 0, empty, null.
    private static func isZero(_ value: CELValue) -> Bool {
        switch value {
        case .null: true
        case .bool(let value): !value
        case .int(let value): value == 0
        case .uint(let value): value == 0
        case .double(let value): value == 0
        case .string(let value): value.byteCount == 0
        case .bytes(let value): value.bytes.isEmpty
        case .duration(let value): value.nanoseconds == 0
        case .timestamp(let value): value.seconds == 0 && value.nanoseconds == 0
        case .list(let value): value.elements.isEmpty
        case .map(let value): value.count == 0
        case .optional(let value): value.value == nil
        case .record, .scalar, .opaque, .type, .error, .unknown: false
        }
    }

    private static let unwrap: @Sendable (CELValue) -> CELValue = { value in
        guard case .list(let list) = value else { return StandardFunctions.noSuchOverload("unwrap", value) }
        var held: [CELValue] = []
        for element in list.elements {
            guard case .optional(let optional) = element else {
                return StandardFunctions.noSuchOverload("unwrap", element)
            }
            if let value = optional.value { held.append(value) }
        }
        return .elements(held)
    }

    private static func end(_ value: CELValue, _ part: (([CELValue]) -> CELValue?)) -> CELValue {
        guard case .list(let list) = value else { return StandardFunctions.noSuchOverload("first", value) }
        return .optional(part(list.elements).map { CELOptional($0) } ?? .none)
    }

    private static let key = CELType.parameter("K")

    private static func indices(isOptional: Bool) -> [CELOverload] {
        [
            .binary("list_optindex_optional_int", .list(element), .int, optional, optionalElement),
            .binary("map_optindex_optional_value", .map(key, element), key, optional, optionalElement),
        ]
    }

    /// The index of what an optional holds, itself an optional.
    private static func chained(_ name: String) -> [CELOverload] {
        [
            .binary("optional_list_\(name)_int", .optional(.list(element)), .int, optional, optionalElement),
            .binary("optional_map_\(name)_value", .optional(.map(key, element)), key, optional, optionalElement),
        ]
    }

    static let optionalElement: @Sendable (CELValue, CELValue) -> CELValue = { collection, position in
        OptionalsLibrary.element(of: collection, at: position)
    }

    /// The element at a position or key as an optional: nothing where there is none.
    static func element(of collection: CELValue, at position: CELValue) -> CELValue {
        if case .optional(let optional) = collection {
            guard let value = optional.value else { return .optional(.none) }
            return element(of: value, at: position)
        }
        return optionally(StandardFunctions.element(of: collection, at: position))
    }

    /// What a look-up gives, as an optional.
    static func optionally(_ found: CELValue) -> CELValue {
        switch found {
        case .error(let error):
            switch error.code {
            case .noSuchKey, .indexOutOfRange: .optional(.none)
            default: found
            }
        case .unknown: found
        default: .optional(CELOptional(found))
        }
    }
}
