import CEL
import RulebookEngine
import RulebookModel
import SourceText

/// Two standards of which each can be kept, and never both: an action that the one allows the other refuses.
///
/// The scopes of both are held fast, at every value where one of them may change; what else the two read is tried at all
/// values. The engine itself decides each event.
enum Contradiction: LintCheck {
    static let name = "contradiction"
    static let level: LintSetting.Level? = .warning

    static func check(_ rulebook: Rulebook) -> [Diagnostic] {
        let search = RulebookSearch(rulebook)
        let standards = rulebook.standards.enumerated().filter { $0.element.judgesByItself && $0.element.canRefuse }
        var found: [Diagnostic] = []
        for (place, (first, one)) in standards.enumerated() {
            for (second, other) in standards[(place + 1)...] {
                let types = Set(one.pattern.types).intersection(other.pattern.types).sorted()
                guard !types.isEmpty, !one.bodyPaths.isDisjoint(with: other.bodyPaths),
                    let witness = types.lazy.compactMap({ type in
                        Witness(search, type: type, (first, one), (second, other))
                    }).first
                else { continue }
                found.append(witness.diagnostic(one, other, roles: rulebook.vocabulary.roles))
            }
        }
        return found
    }
}

/// Where two standards contradict each other.
private struct Witness {
    let type: String
    /// What is held fast.
    let scope: EventSpace.Facts
    /// What keeps the first, and what keeps the second.
    let keepsFirst, keepsSecond: EventSpace.Facts

    init?(
        _ search: RulebookSearch, type: String, _ first: (index: Int, standard: Standard),
        _ second: (index: Int, standard: Standard)
    ) {
        guard let space = search.space([first.standard, second.standard], type: type), space.isExact else { return nil }
        var reading = ConditionReading()
        reading.addScope(of: first.standard, type: type)
        reading.addScope(of: second.standard, type: type)
        let scopePaths = Set(reading.paths)
        let fixed = space.axes.filter { scopePaths.contains($0.path) }
        let free = space.axes.filter { !scopePaths.contains($0.path) }
        var found: Witness?
        space.forEach(fixed) { scope in
            var keepsFirst, keepsSecond: EventSpace.Facts?
            var isApart = true
            space.forEach(free, with: scope) { facts in
                guard let results = search.decide(type, facts)?.results,
                    let one = results.first(where: { $0.standard == first.index }), one.status != .excused,
                    let other = results.first(where: { $0.standard == second.index }), other.status != .excused,
                    one.effect != .undetermined, other.effect != .undetermined
                else {
                    isApart = false
                    return false
                }
                if one.effect != .deny { keepsFirst = keepsFirst ?? facts }
                if other.effect != .deny { keepsSecond = keepsSecond ?? facts }
                isApart = one.effect == .deny || other.effect == .deny
                return isApart
            }
            guard isApart, let keepsFirst, let keepsSecond else { return true }
            found = Witness(type: type, scope: scope, keepsFirst: keepsFirst, keepsSecond: keepsSecond)
            return false
        }
        guard let found else { return nil }
        self = found
    }

    private init(
        type: String, scope: EventSpace.Facts, keepsFirst: EventSpace.Facts, keepsSecond: EventSpace.Facts
    ) {
        self.type = type
        self.scope = scope
        self.keepsFirst = keepsFirst
        self.keepsSecond = keepsSecond
    }

    func diagnostic(_ first: Standard, _ second: Standard, roles: [String]) -> Diagnostic {
        func own(_ facts: EventSpace.Facts) -> String {
            EventSpace.text(facts.filter { scope[$0.key] == nil }, roles: roles)
        }
        let place = scope.isEmpty ? "" : " where \(EventSpace.text(scope, roles: roles))"
        return Diagnostic(
            code: .contradiction, severity: .warning,
            message: "no `\(type)` keeps both `\(first.id)` and `\(second.id)`\(place)", range: first.range,
            labels: [
                .init(
                    range: second.range,
                    message: "\(own(keepsSecond)) keeps this one, and \(own(keepsFirst)) the other")
            ],
            help: "let one of them apply only where the other does not, with `for`, `when` or `unless`")
    }
}

extension Standard {
    /// The facts that its being kept depends on.
    fileprivate var bodyPaths: Set<CELAttributePath> {
        var reading = ConditionReading()
        reading.addBody(of: self)
        return Set(reading.paths)
    }
}
