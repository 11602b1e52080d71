/// How a contact goes; as it stands, it keeps every standard.
struct Course {
    /// Contacts that wait for every hundred that can be taken.
    var load = 60
    /// Seconds in the queue.
    var wait = 20
    var rings = 2
    /// What the agent says first; nil for one of the ready sentences.
    var opening: String?
    var asksName = true
    var confirms = true
    var thanks = true
    /// The case stays open, and the next steps are told.
    var staysOpen = false
    var tellsNextSteps = true
    /// Seconds between the need and the agent's next word, and the answer.
    var reactsAfter = 4
    var answersAfter = 20
    /// Lengths of holds, in seconds.
    var holds: [Int] = []
    /// Seconds of small talk, waiting for screens, and the like.
    var lingers = 60
    /// Words that only fill, as the telephone system counts them.
    var hesitations = 1
    /// What somebody must be trained for to take this contact; nil for nothing in particular.
    var neededSkill: String?
    /// What is said of a hold that is too long, or of too many.
    var holdFault: String?
}
