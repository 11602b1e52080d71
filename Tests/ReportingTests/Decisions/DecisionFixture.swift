import JSONSyntax
import Reporting
import RulebookEngine
import RulebookModel
import SourceText

/// Decisions of a small rulebook with every force, body and kind of failure.
struct DecisionFixture {
    private static let text = """
        rulebook: shop
        version: "7"
        currency: EUR
        unlisted: {escalate: boss}
        effective: {from: 2026-01-01}
        roles: [agent, boss]
        entities:
          agent: {role: role}
          customer: {tier: {enum: [standard, gold]}, email: {type: string, private: true}, staff: {type: bool, default: false}}
        actions:
          gift.give:
            about: customer
            fields: {count: {type: int, min: 0}, note: {type: string, private: true}, kind: {enum: [pen, cup]}}
          gift.small: {fields: {kind: {enum: [pen, cup]}}}
          call.close: {}
        standards:
          gifts.count:
            title: {en: Gifts, sl: Darila}
            because: Small things please.
            on: gift.give
            unless: customer.staff
            say: {en: Here you are., sl: Izvolite.}
            instead: {en: Perhaps another time., sl: Morda drugič.}
            allowance:
              sum: event.count
              window: each
              steps: [{up_to: 1}, {up_to: 3, needs: reason}, {up_to: 9, needs: approval, from: boss}]
          gifts.kind:
            on: gift.give
            instead: gift.small
            require: event.kind == "pen"
          gifts.mail:
            on: gift.give
            require: {it is our mail: 'customer.email.endsWith("@shop.example")', a note: event.note != ""}
            otherwise: justify
          gifts.advice: {on: gift.give, force: should, require: event.count < 2}
          gifts.praise: {on: gift.give, force: may, require: event.count == 1}
        """

    let compiled: CompiledRulebook

    init() throws {
        var diagnostics = DiagnosticCollector()
        let rulebook = RulebookLoader.load(
            RulebookFiles(root: SourceFile(name: "shop.yaml", text: Self.text)), diagnostics: &diagnostics)
        guard let rulebook else { throw Broken(text: PlainRenderer().render(diagnostics)) }
        compiled = CompiledRulebook(rulebook)
    }

    struct Broken: Error { let text: String }

    /// The members of an event beside its type and time.
    static let cases: [(name: String, type: String, members: String)] = [
        ("allowed", "gift.give", gift("\"count\": 1, \"kind\": \"pen\"", mail: "a@shop.example")),
        ("justified", "gift.give", gift("\"count\": 1, \"kind\": \"pen\"", mail: "a@other.example")),
        ("escalated", "gift.give", gift("\"count\": 5, \"kind\": \"pen\"", mail: "a@shop.example")),
        ("denied", "gift.give", gift("\"count\": 5, \"kind\": \"cup\"", mail: "a@other.example")),
        ("undetermined", "gift.give", #","data": {"kind": "pen"}"#),
        (
            "excused", "gift.give",
            #","customer": {"id": "c", "staff": true, "email": "x@shop.example"}, "data": {"count": 50, "kind": "pen", "note": "n"}"#
        ),
        ("unlisted", "call.close", ""),
    ]

    private static func gift(_ fields: String, mail: String) -> String {
        #", "agent": {"id": "a", "role": "agent"}, "customer": {"id": "cu\u0007-1", "email": "\#(mail)"}, "#
            + #""data": {\#(fields), "note": "between us"}"#
    }

    func report(_ name: String, time: String = "2026-11-20T09:14:03+01:00") throws -> DecisionReport {
        guard let found = Self.cases.first(where: { $0.name == name }) else { throw Broken(text: name) }
        let json = #"{"id": "e", "type": "\#(found.type)", "time": "\#(time)"\#(found.members)}"#
        let reading = EventReader(compiled.rulebook).read(try JSONDocument.parse(json).root)
        guard let event = reading.event else { throw Broken(text: "\(reading.problems)") }
        let decision = compiled.makeDecider().decide(event)
        return DecisionReport(
            decision, explainer: Explainer(compiled), offers: CounterOfferFinder(compiled).find(for: decision),
            rulebook: compiled.rulebook)
    }
}
