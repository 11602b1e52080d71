import CEL
import JSONSyntax
import RulebookModel
@testable import RulebookEngine
import Testing

@Suite("A text that the rulebook names is the very object that it is compared with")
struct TextPoolTests {
    private func node(_ json: String) throws -> JSONNode { try JSONDocument.parse(json).root }

    @Test(arguments: [("\"gold\"", 0), ("\"g\\u006Fld\"", 0), ("\"\"", 1), ("\"čaj\"", 2)])
    func isFound(_ json: String, _ place: Int) throws {
        let texts = [CELString("gold"), CELString(""), CELString("čaj")]
        let found = try #require(TextPool(texts).text(try node(json)))
        #expect(found === texts[place].interned)
    }

    @Test(arguments: ["\"golden\"", "\"Gold\"", "\"caj\""])
    func others(_ json: String) throws {
        #expect(TextPool([CELString("gold"), CELString("čaj")]).text(try node(json)) == nil)
        #expect(TextPool([]).text(try node(json)) == nil)
    }

    @Test("equal texts are one object, in every pool of the process")
    func interned() throws {
        let gold = [TextPool([CELString("gold"), CELString("gold")]), TextPool([CELString("gold")])]
        let found = try gold.map { try #require($0.text(try node("\"gold\""))) }
        #expect(found[0] === found[1] && found[0] === CELString.interned("gold"))
        // Canonically equivalent, yet two texts.
        #expect(CELString.interned("\u{E9}") != CELString.interned("e\u{301}"))
    }

    @Test("thousands of texts are all found")
    func many() throws {
        let texts = (0..<5_000).map { CELString("text \($0)") }
        let pool = TextPool(texts)
        for text in texts { #expect(pool.text(try node("\"\(text.text)\"")) === text.interned) }
    }

    @Test("facts are read through the pool of the rulebook's constants")
    func reading() throws {
        let fixture = try RulebookFixture(
            """
            rulebook: pool
            entities: {customer: {tier: {enum: [standard, gold]}, city: string}}
            actions: {act: {}}
            standards:
              a: {on: act, require: 'customer.tier == "gold" and customer.city == "Koper"'}
            """)
        let facts = fixture.compiled.facts
        for (type, json) in [(.enumeration(["standard", "gold"]), "\"gold\""), (.string, "\"Koper\"")]
            as [(FactType, String)]
        {
            let values = try (0..<2).map { _ in facts.read(try node(json), as: type, path: "x") { _ in } }
            guard case .string(let first) = values[0], case .string(let second) = values[1] else {
                Issue.record("no texts: \(values)")
                continue
            }
            #expect(first === second)
        }
    }
}
