/// The same rules as the obvious design runs them: facts in a dictionary, conditions as trees, every rule of the type
/// asked in turn. The baseline, not a model.
struct NaiveRules {
    /// A fact of an event.
    enum Value: Equatable {
        case number(Double)
        case text(String)
        case truth(Bool)
    }

    /// A condition.
    indirect enum Condition {
        case compare(String, String, Value)
        case and(Condition, Condition)
        case or(Condition, Condition)
        case not(Condition)

        func holds(_ facts: [String: Value]) -> Bool {
            switch self {
            case .compare(let name, let symbol, let value):
                guard let fact = facts[name] else { return false }
                if case .number(let left) = fact, case .number(let right) = value {
                    switch symbol {
                    case "<=": return left <= right
                    case ">": return left > right
                    case ">=": return left >= right
                    default: return left == right
                    }
                }
                return fact == value
            case .and(let left, let right): return left.holds(facts) && right.holds(facts)
            case .or(let left, let right): return left.holds(facts) || right.holds(facts)
            case .not(let inner): return !inner.holds(facts)
            }
        }
    }

    /// A rule: when its scope holds, its condition must.
    struct Rule {
        let type: String
        let scope: Condition?
        let condition: Condition
    }

    private let rules: [String: [Rule]]

    init(_ rulebook: SyntheticRulebook) {
        var rules: [String: [Rule]] = [:]
        for number in 0..<rulebook.standardCount {
            let type = "action.number\(number % rulebook.typeCount)"
            let rule: Rule
            switch number / rulebook.typeCount % 4 {
            case 0:
                rule = Rule(
                    type: type, scope: .compare("customer.tier", "==", .text(SyntheticRulebook.tiers[number % 4])),
                    condition: .compare("event.count", "<=", .number(Double(number % 7 + 3))))
            case 1:
                rule = Rule(
                    type: type, scope: nil,
                    condition: .and(
                        .compare("event.amount", "<=", .number(Double(number % 90 + 60))),
                        .compare("agent.rank", ">=", .number(0))))
            case 2:
                rule = Rule(
                    type: type, scope: .compare("customer.points", ">", .number(50)),
                    condition: .not(
                        .or(.compare("event.note", "==", .text("test")), .compare("event.count", ">", .number(90)))))
            default:
                rule = Rule(
                    type: type, scope: .not(.compare("customer.staff", "==", .truth(true))),
                    condition: .compare("event.count", "<=", .number(12)))
            }
            rules[type, default: []].append(rule)
        }
        self.rules = rules
    }

    /// The facts of an event by name.
    func facts(_ number: Int) -> [String: Value] {
        [
            "customer.tier": .text(SyntheticRulebook.tiers[number % 4]),
            "customer.points": .number(Double(number % 100)),
            "customer.staff": .truth(false), "agent.rank": .number(0), "event.count": .number(Double(number % 11)),
            "event.amount": .number(Double(number % 80) + 0.5), "event.note": .text("parcel was late"),
        ]
    }

    /// The places of the rules of a type that are broken.
    func broken(_ type: String, _ facts: [String: Value]) -> [Int] {
        var broken: [Int] = []
        for (place, rule) in (rules[type] ?? []).enumerated() {
            if let scope = rule.scope, !scope.holds(facts) { continue }
            if !rule.condition.holds(facts) { broken.append(place) }
        }
        return broken
    }
}
