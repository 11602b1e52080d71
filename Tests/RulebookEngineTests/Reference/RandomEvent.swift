import Foundation
import TestSupport

/// Makes random events of a random rulebook: facts present, absent and null, reasons, approvals, times.
struct RandomEvent {
    let rulebook: ReferenceRulebook

    func make(_ random: inout RandomSource) -> ReferenceJSON {
        let type = random.pick(
            rulebook.actions.map(\.name) + ["a.one", "a.one"] + rulebook.occurrences.map(\.name))
        var members: [(name: String, value: ReferenceJSON)] = [("type", .text(type)), ("id", .text("e-1"))]
        if random.chance(92) { members.append(("time", .text(random.pick(Self.times)))) }
        if random.chance(70) { members.append(("channel", .text(random.pick(["phone", "chat"])))) }
        if random.chance(50) { members.append(("reason", .text(random.pick(["late twice", "fine", " ", ""])))) }
        if random.chance(30) {
            members.append(
                (
                    "approval",
                    .object([
                        ("by", .text(random.pick(["x-1", "x-2", "x-3"]))), ("role", .text(random.pick(rulebook.roles))),
                    ])
                ))
        }
        let isSparse = random.chance(20)
        for entity in ["agent", "customer", "order"] where random.chance(isSparse ? 60 : 95) {
            members.append((entity, record(entity, &random, isSparse: isSparse)))
        }
        if random.chance(96) {
            members.append(("data", object(rulebook.fields(of: type), &random, isSparse: isSparse)))
        }
        return .object(members)
    }

    private static let times = [
        "2026-02-28T23:59:59Z", "2026-03-01T00:00:00Z", "2026-05-31T23:59:59Z", "2026-06-01T00:00:00Z",
        "2026-07-15T12:00:00Z", "2026-08-31T23:59:59Z", "2026-09-01T00:00:00Z",
    ]

    private func object(_ fields: [ReferenceField], _ random: inout RandomSource, isSparse: Bool) -> ReferenceJSON {
        var members: [(name: String, value: ReferenceJSON)] = []
        for field in fields {
            switch random.below(100) {
            case 0..<(isSparse ? 30 : 5): break
            case 95..<100: members.append((field.name, .null))
            default: members.append((field.name, value(field.type, field.name, &random, isSparse: isSparse)))
            }
        }
        return .object(members)
    }

    private func record(_ entity: String, _ random: inout RandomSource, isSparse: Bool) -> ReferenceJSON {
        switch random.below(100) {
        case 0, 1: .null
        case 2, 3: .text("x-1")
        default: object(rulebook.entity(entity) ?? [], &random, isSparse: isSparse)
        }
    }

    private func value(
        _ type: ReferenceType, _ name: String, _ random: inout RandomSource, isSparse: Bool
    ) -> ReferenceJSON {
        switch type {
        case .bool: return .bool(random.chance(50))
        case .int: return .number("\(random.below(8) - 1)")
        case .decimal: return .text("\(RandomRulebook.cents(random.below(16) * 25))")
        case .percent: return .text("\(RandomRulebook.cents(random.below(16) * 125))%")
        case .money:
            let amount = RandomRulebook.cents(random.below(40) * 50)
            return random.chance(50) ? .number("\(amount)") : .text("\(amount) \(random.chance(90) ? "EUR" : "USD")")
        case .string:
            switch name {
            case "id": return .text(random.pick(["x-1", "x-2"]))
            case "city": return .text(random.pick(RandomRulebook.cities))
            case "status": return .text(random.pick(["pending", "shipped", "lost"]))
            default: return .text(random.pick(["fine", "late twice"]))
            }
        case .timestamp: return .text(random.pick(Self.times))
        case .duration: return .text("\(random.below(4) * 30)s")
        case .role: return .text(random.pick(rulebook.roles))
        case .enumeration(let words): return .text(random.pick(words))
        case .record(let entity): return record(entity, &random, isSparse: isSparse)
        case .list(.string):
            return .list(
                (0..<random.below(4)).map { _ in random.chance(5) ? .null : .text(random.pick(RandomRulebook.tags)) })
        case .list(let element):
            return .list((0..<random.below(4)).map { _ in value(element, name, &random, isSparse: isSparse) })
        }
    }
}
