import RulebookEngine
import Testing

@Suite("A setting's value is that of the one row that holds")
struct ChoiceProgramTests {
    private static let header = """
        settings:
          limit:
            choose:
              - {for: {customer.tier: gold}, value: 9}
              - {for: {customer.tier: standard, customer.points: {at_least: 10, under: 20}}, value: 2}
              - {for: {customer.tier: standard, customer.points: {over: 20, up_to: 30}}, value: 3}
        """

    @Test(arguments: [
        (#"{"tier":"gold"}"#, 9, "allow"), (#"{"tier":"gold"}"#, 10, "deny"),
        (#"{"tier":"standard","points":10}"#, 3, "deny"), (#"{"tier":"standard","points":19}"#, 2, "allow"),
        (#"{"tier":"standard","points":20}"#, 0, "undetermined: settings.limit"),
        (#"{"tier":"standard","points":30}"#, 3, "allow"),
        (#"{"tier":"standard","points":31}"#, 0, "undetermined: settings.limit"),
        (#"{"tier":"standard"}"#, 0, "undetermined: customer.points"),
        (#"{"points":15}"#, 0, "undetermined: customer.tier"), ("null", 0, "undetermined: customer"),
    ])
    func chooses(customer: String, count: Int, expected: String) throws {
        let fixture = try RulebookFixture(
            DecisionWorld.rulebook("only: {on: act, require: event.count <= settings.limit}", header: Self.header))
        let decision = try fixture.decide("{\"type\":\"act\",\"customer\":\(customer),\"data\":{\"count\":\(count)}}")
        #expect(DecisionWorld.outcome(decision) == expected)
    }
}
