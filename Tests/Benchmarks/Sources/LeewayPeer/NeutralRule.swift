import Foundation

/// A rule of the comparison between engines: when its conditions hold for an action of its type, it speaks.
struct NeutralRule: Decodable {
    /// A condition: a fact, a comparison, a constant.
    struct Condition: Decodable {
        let fact: String
        let comparison: String
        let constant: Constant

        init(fact: String, comparison: String, constant: Constant) {
            self.fact = fact
            self.comparison = comparison
            self.constant = constant
        }

        enum CodingKeys: String, CodingKey {
            case fact = "f"
            case comparison = "op"
            case constant = "v"
        }
    }

    /// What a fact is compared with.
    enum Constant: Decodable {
        case number(Int)
        case text(String)
        case texts([String])

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else if let text = try? container.decode(String.self) {
                self = .text(text)
            } else {
                self = .texts(try container.decode([String].self))
            }
        }
    }

    let id: String
    let type: String
    let outcome: String
    let conditions: [Condition]

    init(id: String, type: String, outcome: String, conditions: [Condition]) {
        self.id = id
        self.type = type
        self.outcome = outcome
        self.conditions = conditions
    }

    enum CodingKeys: String, CodingKey {
        case id, type, outcome
        case conditions = "conds"
    }
}
