/// Rules and requests of a fixed seed, for counts that are compared from commit to commit without any file.
struct GeneratedRules {
    private static let numbers = [
        ("action.amount", 200), ("action.percent", 50), ("actor.risk", 10), ("customer.open_tickets", 8),
        ("customer.ltv", 5_000), ("context.hold_seconds", 300),
    ]
    private static let texts = [
        ("actor.role", ["trainee", "agent", "senior", "lead"]),
        ("customer.tier", ["basic", "silver", "gold", "platinum"]),
        ("context.channel", ["chat", "phone", "email", "social"]),
        ("customer.country", ["DE", "FR", "SI", "LV", "ZA"]),
    ]

    /// SplitMix64, by Steele, Lea and Flood (2014).
    private struct Generator: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    let rules: [NeutralRule]
    /// The requests as JSON lines.
    let requests: [String]

    init(count: Int, requestCount: Int) {
        var random = Generator(state: 20_261_128)
        let types = (0..<max(1, count / 5)).map { "action_\($0)" }
        rules = (0..<count).map { number in
            let conditions = (0..<Int.random(in: 1...3, using: &random)).map { _ in Self.condition(&random) }
            return NeutralRule(
                id: "r\(number)", type: types[number % types.count],
                outcome: ["allow", "allow", "deny", "escalate"][Int.random(in: 0..<4, using: &random)],
                conditions: conditions)
        }
        requests = (0..<requestCount).map { _ in
            var sections: [String: [String]] = [
                "action": ["\"type\":\"\(types[Int.random(in: types.indices, using: &random)])\""]
            ]
            for (name, most) in Self.numbers {
                let parts = name.split(separator: ".").map(String.init)
                sections[parts[0], default: []].append("\"\(parts[1])\":\(Int.random(in: 0..<most, using: &random))")
            }
            for (name, words) in Self.texts {
                let parts = name.split(separator: ".").map(String.init)
                let word = words[Int.random(in: words.indices, using: &random)]
                sections[parts[0], default: []].append("\"\(parts[1])\":\"\(word)\"")
            }
            return "{"
                + sections.sorted { $0.key < $1.key }
                .map { "\"\($0.key)\":{\($0.value.joined(separator: ","))}" }.joined(separator: ",") + "}"
        }
    }

    private static func condition(_ random: inout Generator) -> NeutralRule.Condition {
        let number = Int.random(in: 0..<(numbers.count + texts.count), using: &random)
        if number < numbers.count {
            let (fact, most) = numbers[number]
            return NeutralRule.Condition(
                fact: fact, comparison: ["<=", ">", "<", ">="][Int.random(in: 0..<4, using: &random)],
                constant: .number(Int.random(in: 1..<most, using: &random)))
        }
        let (fact, words) = texts[number - numbers.count]
        let first = Int.random(in: words.indices, using: &random)
        guard Bool.random(using: &random) else {
            return NeutralRule.Condition(fact: fact, comparison: "==", constant: .text(words[first]))
        }
        return NeutralRule.Condition(
            fact: fact, comparison: "in", constant: .texts([words[first], words[(first + 1) % words.count]]))
    }
}
