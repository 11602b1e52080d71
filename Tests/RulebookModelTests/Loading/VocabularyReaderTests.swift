import RulebookModel
import SourceText
import TestSupport
import Testing

@Suite("The vocabulary says what can be spoken about")
struct VocabularyReaderTests {
    @Test func readsTheSharedVocabulary() throws {
        let vocabulary = try CareDesk.rulebook("").vocabulary
        #expect(vocabulary.roles == ["agent", "senior", "supervisor"])
        #expect(vocabulary.rank(ofRole: "supervisor") == 2)
        #expect(vocabulary.rank(ofRole: "boss") == nil)
        #expect(vocabulary.entities.map(\.name) == ["agent", "customer", "item", "order"])
        #expect(vocabulary.events.map(\.name) == ["call.transfer", "coupon.issue", "refund.pay", "ring", "utterance"])
        #expect(vocabulary.event("coupon.issue")?.kind == .action)
        #expect(vocabulary.event("ring")?.kind == .occurrence)
        #expect(vocabulary.event("ring")?.fields.isEmpty == true)
        #expect(vocabulary.event("coupon.issue")?.about == ["customer", "case"])
        #expect(vocabulary.patterns.map(\.name) == ["agent.turn", "remedy"])
    }

    @Test func everyEntityHasAnIdentifier() throws {
        let vocabulary = try CareDesk.rulebook("entities: {shop: {id: {type: string, private: true}, name: string}}")
            .vocabulary
        #expect(vocabulary.entity("customer")?.field("id")?.type == .string)
        #expect(vocabulary.entity("shop")?.fields.map(\.name) == ["id", "name"])
        #expect(vocabulary.entity("shop")?.field("id")?.isPrivate == true)
    }

    @Test func entitiesMayHoldEachOther() throws {
        let rulebook = try CareDesk.rulebook(
            """
            entities:
              shop: {head: person, staff: list(person), above: shop}
              person: {works_at: shop}
            standards:
              a: {on: ring, require: shop.above.above.head.works_at == shop}
            """)
        #expect(rulebook.standards.count == 1)
    }

    @Test(arguments: [
        Refusal(
            "actions: {«coupon issue»: }",
            .init(
                .malformedName, message: "`coupon issue` cannot be the name of an action or event",
                help: "use letters, digits, `_`, `-`, and dots between, as in `coupon.issue`")),
        Refusal("events: {«a..b»: }", .init(.malformedName)), Refusal("events: {«.a»: }", .init(.malformedName)),
        Refusal("events: {«-a»: }", .init(.malformedName)),
        Refusal("events: {«\(String(repeating: "a", count: 129))»: }", .init(.malformedName)),
        Refusal(
            "events: {«rulebook.changed»: }",
            .init(.malformedName, help: "names that begin with `rulebook.` are events of the rulebook itself")),
        Refusal(
            "events: {«attested»: }",
            .init(.malformedName, help: "every rulebook has this event already: a person's answer to a question")),
        Refusal("actions: {a: «money»}", .init(.wrongKind, message: "the action `a` must be a map, not a text")),
        Refusal(
            "events: {a: {«field»: {}}}",
            .init(.unknownKey, message: "the event `a` has no key `field`", help: "did you mean `fields`?")),
        Refusal(
            "actions: {a: {fields: «[count]»}}",
            .init(.wrongKind, message: "the fields of the action `a` must be a map, not a list")),
        Refusal(
            "actions: {a: {about: [customer, «custommer»]}}",
            .init(
                .unknownFact, message: "no entity is named `custommer`", help: "did you mean `customer`?",
                replacements: ["customer"])),
        Refusal(
            "actions: {a: {about: «shop»}}",
            .init(.unknownFact, message: "no entity is named `shop`", help: "declare it under `entities:`")),
        Refusal(
            "actions: {«a»: {is: ring}}",
            .init(
                .conflictingKeys, message: "a named pattern stands under `events:`",
                help: "move it there; an action has `fields:`")),
        Refusal(
            "events: {«coupon.issue»: {fields: {}}}",
            .init(.duplicateDefinition, message: "the action, event or pattern `coupon.issue` is defined twice")),
        Refusal(
            "entities: {shop: «[name]»}",
            .init(.wrongKind, message: "the fields of the entity `shop` must be a map, not a list")),
    ])
    func refuses(_ refusal: Refusal) {
        // The vocabulary's own sections stand in the included file, and these in the first.
        CareDesk.expectRefusal(
            refusal.marked.replacing("events: {«coupon.issue»", with: "events: {«coupon.issue»"), refusal.expected)
    }

    @Test(arguments: [
        "event", "settings", "facts", "now", "trigger", "rulebook", "interaction", "case", "money", "int", "role", "in",
        "and", "a.b", "a-b", "2nd",
    ])
    func anEntityHasANameThatConditionsCanRead(_ name: String) {
        CareDesk.expectRefusal(
            "entities: {«\(name)»: {a: int}}",
            [
                .init(
                    .malformedName, message: "`\(name)` cannot be the name of an entity",
                    help: "use letters, digits and `_`, no word of the language and no name of a type")
            ])
    }

    @Test(arguments: [
        Refusal("roles: [a, b, «a»]", .init(.duplicateDefinition, message: "the role `a` is defined twice")),
        Refusal("roles: [a, «two words»]", .init(.malformedName, message: "`two words` cannot be the name of a role")),
        Refusal(
            "roles: [a, «»]".replacing("«»", with: "«~»"),
            .init(.wrongKind, message: "a role must be a text, not nothing")),
        Refusal("roles: «{a: 1}»", .init(.wrongKind, message: "a role must be a text, not a map")),
        Refusal(
            "roles: [a, b]\nentities: {agent: {«role»: string}}",
            .init(
                .badValue, message: "`agent.role` must have the type role, not string",
                help: "write `role: role`, and the roles themselves under `roles:`, lowest first")),
    ])
    func refusesRoles(_ refusal: Refusal) {
        CareDesk.expectRootRefusal("rulebook: test\n" + refusal.marked, refusal.expected)
    }

    @Test func oneRoleNeedsNoList() throws {
        #expect(CareDesk.load("rulebook: test\nroles: agent").rulebook?.vocabulary.roles == ["agent"])
    }
}
