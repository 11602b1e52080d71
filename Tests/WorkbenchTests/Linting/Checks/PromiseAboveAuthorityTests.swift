import SourceText
import TestSupport
import Testing
import Workbench

@Suite("A promise of what may not be done is found, with an event that shows it")
struct PromiseAboveAuthorityTests {
    @Test(
        arguments: [
            (
                """
                include: p.yaml
                standards:
                  discounts: {on: discount.give, require: event.rate <= "15%"}
                  «promises»: {on: promise.discount, require: event.rate <= "30%"}
                """,
                "`promise.discount` may be promised, and `discount.give` is refused, where agent.role = agent, event.rate = 16%",
                "promise no more than may be done: hold both against the same setting"
            ),
            (
                """
                include: p.yaml
                standards:
                  discounts: {on: discount.give, allowance: {sum: event.rate, window: each, steps: [{up_to: 15%}, {up_to: 30%, needs: approval, from: supervisor}]}}
                  «promises»: {on: promise.discount, require: event.rate <= "20%"}
                """,
                "`promise.discount` may be promised, and `discount.give` needs a supervisor, where agent.role = agent, event.rate = 16%",
                nil
            ),
        ] as [(String, String?, String?)])
    func findsThem(_ text: String, message: String?, help: String?) throws {
        try expectLint(.promiseAboveAuthority, text, [.init(.promiseAboveAuthority, message: message, help: help)])
    }

    @Test(arguments: [
        """
        include: p.yaml
        standards:
          discounts: {on: discount.give, require: event.rate <= "15%"}
          promises: {on: promise.discount, require: event.rate <= "15%"}
        """,
        """
        include: p.yaml
        standards:
          discounts: {on: discount.give, require: event.rate <= "15%"}
          promises: {on: promise.call, require: event.rate <= "30%"}
        """,
    ])
    func leavesTheRestAlone(_ text: String) throws {
        try expectLint(.promiseAboveAuthority, text, [])
    }
}
