import CEL
import Testing

@Suite("Errors and unknowns are absorbed where another operand decides, whichever side it stands on")
struct LogicTests {
    /// Operands by one letter: true, false, error, unknown under two paths, no boolean.
    private static let operands: [Character: String] = [
        "t": "dyn(true)", "f": "dyn(false)", "e": "1 / 0 > 0", "u": "customer.staff", "v": "passengers == 1",
        "n": "dyn('x')",
    ]

    @Test(arguments: [
        ("t&t", "t"), ("t&f", "f"), ("f&e", "f"), ("e&f", "f"), ("f&u", "f"), ("u&f", "f"), ("n&f", "f"), ("f&n", "f"),
        ("t&e", "e"), ("e&t", "e"), ("t&u", "u"), ("u&t", "u"), ("e&u", "u"), ("u&e", "u"), ("u&v", "uv"),
        ("v&u", "uv"),
        ("n&t", "e"), ("n&u", "u"), ("u&u", "u"), ("e&u&f", "f"), ("u&e&v", "uv"), ("t&t&t&u", "u"), ("e&e&t", "e"),
        ("t|e", "t"), ("e|t", "t"), ("u|t", "t"), ("t|u", "t"), ("n|t", "t"), ("f|f", "f"), ("f|e", "e"), ("e|f", "e"),
        ("f|u", "u"), ("u|e", "u"), ("e|u", "u"), ("u|v", "uv"), ("e|u|t", "t"), ("f|f|f|v", "v"), ("n|f", "e"),
    ])
    func absorbs(_ shape: String, _ outcome: String) {
        let words = shape.map { Self.operands[$0].map { "(\($0))" } ?? ($0 == "&" ? "&&" : "||") }
        let value = CareDesk.evaluate(words.joined(separator: " "))
        switch outcome {
        case "t": #expect(value == .bool(true))
        case "f": #expect(value == .bool(false))
        case "e": #expect({ if case .error = value { true } else { false } }(), "\(value.plainText)")
        default:
            let paths: [CELAttributePath] = outcome.map { $0 == "u" ? "customer.staff" : "passengers" }
            #expect(value == .unknown(CELUnknown(paths)), "\(value.plainText)")
        }
    }

    @Test("strict operators merge what is unknown, and unknown wins over error")
    func strict() {
        let both = CELValue.unknown(CELUnknown(["passengers", "customer.visits"]))
        #expect(CareDesk.evaluate("passengers + customer.visits > 2") == both)
        #expect(CareDesk.evaluate("[customer.visits, passengers, 1 / 0]") == both)
        #expect(CareDesk.evaluate("passengers + 1 / 0 > 2") == .unknown(CELUnknown("passengers")))
        #expect(CareDesk.evaluate("1 / 0 == passengers") == .unknown(CELUnknown("passengers")))
        #expect(CareDesk.evaluate("passengers in [1, 2]") == .unknown(CELUnknown("passengers")))
        #expect(CareDesk.evaluate("customer.staff ? 1 : 2") == .unknown(CELUnknown("customer.staff")))
        #expect(CareDesk.evaluate("order.total > '1 EUR'") == .unknown(CELUnknown("order.total")))
        #expect(CareDesk.evaluate("unknown('why') == 1") == .unknown(CELUnknown("why")))
        #expect(CareDesk.evaluate("!customer.staff") == .unknown(CELUnknown("customer.staff")))
    }

    @Test("presence is asked, never unknown")
    func presence() {
        #expect(CareDesk.evaluate("has(customer.tier)") == .bool(false))
        #expect(CareDesk.evaluate("has(customer.tier)", ["customer.tier": .text("gold")]) == .bool(true))
        #expect(CareDesk.evaluate("has(order.placed_by.tier)") == .bool(false))
        #expect(CareDesk.evaluate("has(settings.limit)") == .bool(true))
        #expect(CareDesk.evaluate("!has(customer.tier) || customer.tier == 'gold'") == .bool(true))
        let items = CELValue.elements([
            .record(CELRecord(CareDesk.item, [.text("a"), CareDesk.money(100), .unknown(CELUnknown("item.owner"))])),
            .record(
                CELRecord(
                    CareDesk.item, [.text("b"), .unknown(CELUnknown("item.price")), .unknown(CELUnknown("item.owner"))])
            ),
        ])
        let facts = ["order.items": items]
        #expect(CareDesk.evaluate("order.items.map(i, has(i.price)) == [true, false]", facts) == .bool(true))
        #expect(CareDesk.evaluate("order.items.exists(i, has(i.owner.tier))", facts) == .bool(false))
        #expect(CareDesk.evaluate("order.items.all(i, i.price > '0 EUR')", facts) == .unknown(CELUnknown("item.price")))
        #expect(CareDesk.evaluate("order.items.exists(i, i.price > '0 EUR')", facts) == .bool(true))
        #expect(CareDesk.evaluate("order.items[1].price", facts) == .unknown(CELUnknown("item.price")))
        #expect(CareDesk.evaluate("order.items.all(i, has(i.price))") == .unknown(CELUnknown("order.items")))
        #expect(
            CareDesk.evaluate("order.items.filter(i, i.price > '0 EUR').size() == 1", facts)
                == .unknown(CELUnknown("item.price")))
    }

    @Test("records are compared by their identity where their type has one")
    func records() {
        func customer(_ id: String, visits: Int64) -> CELValue {
            .record(
                CELRecord(
                    CareDesk.customer,
                    [.text(id), .unknown(CELUnknown("customer.tier")), .bool(false), .int(visits), .elements([])]))
        }
        let source = "customer == order.placed_by"
        #expect(
            CareDesk.evaluate(
                source, ["customer": customer("a", visits: 1), "order.placed_by": customer("a", visits: 2)])
                == .bool(true))
        #expect(
            CareDesk.evaluate(
                source, ["customer": customer("a", visits: 1), "order.placed_by": customer("b", visits: 1)])
                == .bool(false))
    }
}
