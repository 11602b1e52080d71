/// Makes the log: the house, the chances, and what was written so far.
final class Simulation {
    let journal = Journal()
    var house = House()
    var dice: Dice
    /// Calls that each agent takes in a week; other contacts are in proportion.
    let callsAWeek: Int
    private var interactions = 0
    private var numbers = 0
    private var taken: Set<String> = []
    /// Calls that were taken up while more came than at other times; the third ring is then excused.
    var callsAtPeaks: [Int] = []

    init(seed: UInt64, callsAWeek: Int) {
        dice = Dice(seed: seed)
        self.callsAWeek = callsAWeek
    }

    /// A number that nothing else has, with a letter or two before it.
    func number(_ letters: String) -> String {
        numbers += 1
        return "\(letters)-\(numbers)"
    }

    /// The beginning of a contact.
    func scene(
        _ channel: String, at time: Moment, with agent: Agent? = nil, _ customer: Customer? = nil,
        in tongue: Tongue? = nil,
        site: Site? = nil
    ) -> Scene {
        interactions += 1
        return Scene(
            journal: journal, interaction: "i-\(interactions)", channel: channel,
            customer: customer ?? house.newcomer(tongue ?? dice.pick(Tongue.allCases)), agent: agent, time: time,
            site: site ?? house.sites[0])
    }

    /// An instant at which an agent is free, on one of several days.
    func free(_ agent: Agent, on days: [Int]) -> Moment {
        while true {
            let moment = Rhythm.arrival(on: dice.pick(days), &dice)
            if taken.insert("\(agent.id) \(moment.seconds / 900)").inserted { return moment }
        }
    }

    /// The same, outside the peaks.
    func quiet(_ agent: Agent, on days: [Int] = Rhythm.weekdays) -> Moment {
        while true {
            let moment = free(agent, on: days)
            if !Rhythm.isPeak(moment), moment.hour < 15 { return moment }
        }
    }
}
