/// Which attributes are unknown: a variable, and what may be selected from it, such as `request.headers["x"]`
/// or `order.items[*].price`.
///
/// An attribute is unknown when the pattern leads to it or to something that holds it; what holds an unknown part is
/// itself known, and only what depends on that part is unknown.
public struct CELAttributePattern: Hashable, Sendable {
    /// A step from a value into it.
    public enum Qualifier: Hashable, Sendable {
        /// A field, or the key of a map.
        case key(String)
        /// A position in a list, or a whole number as the key of a map.
        case index(Int64)
        /// A truth value as the key of a map.
        case flag(Bool)
        /// Whatever is selected.
        case any
    }

    /// The name of the variable; it may have dots.
    public let variable: String
    /// The steps into it.
    public let qualifiers: [Qualifier]

    /// Makes a pattern.
    public init(_ variable: String, _ qualifiers: [Qualifier] = []) {
        self.variable = variable
        self.qualifiers = qualifiers
    }

    /// Whether the whole of a path is unknown by this pattern.
    func covers(_ path: CELAttributePath) -> Bool {
        let names = variable.split(separator: ".").map(String.init)
        guard names.count + qualifiers.count <= path.names.count, path.names.starts(with: names) else { return false }
        return zip(qualifiers, path.names.dropFirst(names.count)).allSatisfy { qualifier, name in
            qualifier == .any || qualifier == .key(name)
        }
    }

    /// The value of the variable, with unknowns where the pattern leads to.
    func masking(_ value: CELValue) -> CELValue {
        Self.mask(value, qualifiers[...], CELAttributePath(dotted: variable))
    }

    private static func mask(
        _ value: CELValue, _ qualifiers: ArraySlice<Qualifier>, _ path: CELAttributePath
    ) -> CELValue {
        guard let first = qualifiers.first else { return .unknown(CELUnknown(path, isWithheld: true)) }
        let rest = qualifiers.dropFirst()
        switch value {
        case .list(let list):
            return .elements(
                list.elements.enumerated().map { position, element in
                    guard first == .any || first == .index(Int64(position)) else { return element }
                    return mask(element, rest, path.appending(String(position)))
                })
        case .map(let map): return mask(map, first, rest, path)
        case .record(let record):
            return .record(
                CELRecord(
                    record.type,
                    zip(record.type.fields, record.values).map { field, value in
                        guard first == .any || first == .key(field.name) else { return value }
                        return mask(value, rest, path.appending(field.name))
                    }))
        case .optional(let optional):
            return optional.value.map { .optional(CELOptional(mask($0, qualifiers, path))) } ?? value
        case .unknown, .error: return value
        default: return value
        }
    }

    private static func mask(
        _ map: CELMap, _ first: Qualifier, _ rest: ArraySlice<Qualifier>, _ path: CELAttributePath
    ) -> CELValue {
        var entries: [(key: CELValue, value: CELValue)] = []
        var isFound = false
        for (key, value) in zip(map.keys, map.values) {
            guard let name = matchedName(of: key, by: first) else {
                entries.append((key, value))
                continue
            }
            isFound = true
            entries.append((key, mask(value, rest, path.appending(name))))
        }
        // A key that the map lacks may yet turn out to be there.
        if !isFound, let key = first.key {
            entries.append((key, .unknown(CELUnknown(path.appending(first.text), isWithheld: true))))
        }
        let masked = (try? CELMap(entries)) ?? map
        if first == .any {
            return .map(masked.open(CELUnknown(path.appending("*"), isWithheld: true), isAnyKeyPossible: rest.isEmpty))
        }
        return .map(
            isFound
                ? masked
                : masked.open(CELUnknown(path.appending(first.text), isWithheld: true), isAnyKeyPossible: false))
    }

    private static func matchedName(of key: CELValue, by qualifier: Qualifier) -> String? {
        let name: String
        switch key {
        case .string(let text): name = text.text
        default: name = key.plainText
        }
        guard qualifier != .any else { return name }
        return qualifier.key.map { $0.equals(key) == .true } == true ? name : nil
    }
}

extension CELAttributePattern.Qualifier {
    /// The key that the step names; nil for any.
    var key: CELValue? {
        switch self {
        case .key(let name): .text(name)
        case .index(let position): .int(position)
        case .flag(let truth): .bool(truth)
        case .any: nil
        }
    }

    /// The step as people read it in a path.
    var text: String {
        switch self {
        case .key(let name): name
        case .index(let position): String(position)
        case .flag(let truth): truth ? "true" : "false"
        case .any: "*"
        }
    }
}
