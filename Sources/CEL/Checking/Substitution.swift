/// What is known of type parameters, and whether one type can stand where another is wanted.
struct Substitution {
    private var bindings: [String: CELType] = [:]

    /// The type with all known parameters replaced; those that are not known stay.
    func resolve(_ type: CELType) -> CELType {
        switch type {
        case .parameter(let name): bindings[name].map(resolve) ?? type
        case .list(let element): .list(resolve(element))
        case .map(let key, let value): .map(resolve(key), resolve(value))
        case .wrapper(let type): .wrapper(resolve(type))
        case .abstract(let name, let parameters): .abstract(name, parameters.map(resolve))
        default: type
        }
    }

    /// The type with parameters that are not known made `dyn`.
    func finish(_ type: CELType) -> CELType {
        switch resolve(type) {
        case .parameter: .dyn
        case .list(let element): .list(finish(element))
        case .map(let key, let value): .map(finish(key), finish(value))
        case .abstract(let name, let parameters): .abstract(name, parameters.map(finish))
        case let known: known
        }
    }

    /// Whether a value of one type can stand where another is wanted; binds parameters on the way.
    ///
    /// On failure some parameters may have been bound: try on a copy.
    mutating func assign(_ type: CELType, to wanted: CELType) -> Bool {
        if type == wanted { return true }
        if case .parameter(let name) = wanted {
            switch bind(name, to: type) {
            case .bound: return true
            case .conflict: return false
            case .circular: break
            }
        }
        if case .parameter(let name) = type {
            if case .bound = bind(name, to: wanted) { return true }
            return false
        }
        switch (type, wanted) {
        case (.dyn, _), (_, .dyn), (.error, _), (_, .error): return true
        case (.text, .string): return true
        case (.null, .wrapper), (.null, .record), (.null, .timestamp), (.null, .duration), (.null, .abstract):
            return true
        case (.wrapper(let type), _): return assign(type, to: wanted)
        case (_, .wrapper(let wanted)): return assign(type, to: wanted)
        case (.list(let left), .list(let right)): return assign(left, to: right)
        case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
            return assign(leftKey, to: rightKey) && assign(leftValue, to: rightValue)
        case (.abstract(let leftName, let left), .abstract(let rightName, let right)):
            guard leftName == rightName, left.count == right.count else { return false }
            for (left, right) in zip(left, right) {
                guard assign(left, to: right) else { return false }
            }
            return true
        default: return false
        }
    }

    private enum Binding { case bound, conflict, circular }

    private mutating func bind(_ name: String, to type: CELType) -> Binding {
        guard let known = bindings[name] else {
            guard !mentions(type, name) else { return .circular }
            bindings[name] = type
            return .bound
        }
        if known == type { return .bound }
        let general: CELType
        if resolve(type).isStringLike, resolve(known).isStringLike {
            // Two sets of strings meet in the strings.
            general = .string
        } else if assign(type, to: known) || assign(known, to: type) {
            general = Self.isAtLeastAsGeneral(type, known) ? type : known
        } else {
            return .conflict
        }
        if !mentions(general, name) { bindings[name] = general }
        return .bound
    }

    /// Whether a parameter occurs in a type.
    private func mentions(_ type: CELType, _ name: String) -> Bool {
        switch type {
        case .parameter(let other): other == name || bindings[other].map { mentions($0, name) } ?? false
        case .list(let element): mentions(element, name)
        case .map(let key, let value): mentions(key, name) || mentions(value, name)
        case .abstract(_, let parameters): parameters.contains { mentions($0, name) }
        default: false
        }
    }

    /// Whether the first type says no more than the second.
    static func isAtLeastAsGeneral(_ first: CELType, _ second: CELType) -> Bool {
        switch (first, second) {
        case (.dyn, _), (.parameter, _): true
        case (_, .dyn), (_, .parameter): false
        case (.string, .text): true
        case (.wrapper(let first), .wrapper(let second)): isAtLeastAsGeneral(first, second)
        case (.wrapper(let first), _): second == .null || isAtLeastAsGeneral(first, second)
        case (.list(let left), .list(let right)): isAtLeastAsGeneral(left, right)
        case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
            isAtLeastAsGeneral(leftKey, rightKey) && isAtLeastAsGeneral(leftValue, rightValue)
        case (.abstract(let leftName, let left), .abstract(let rightName, let right)):
            leftName == rightName && left.count == right.count
                && zip(left, right).allSatisfy { isAtLeastAsGeneral($0, $1) }
        case (_, .null): true
        default: first == second
        }
    }

    /// The type of a list or map whose parts have both types: the more general, or `dyn` where they do not go together.
    mutating func join(_ first: CELType, _ second: CELType) -> CELType {
        if resolve(first).isStringLike, resolve(second).isStringLike, resolve(first) != resolve(second) {
            return .string
        }
        var trial = self
        if trial.assign(first, to: second) || trial.assign(second, to: first) {
            self = trial
            return Self.isAtLeastAsGeneral(first, second) ? first : second
        }
        return .dyn
    }
}
