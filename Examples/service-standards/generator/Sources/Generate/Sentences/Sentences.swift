/// What is said in one language, in our own words; `{agent}`, `{department}` and `{customer}` are put in.
struct Sentences {
    /// Something that somebody wants: the customer's words, how the agent checks that it was understood, and the answer.
    struct Topic {
        let need: String
        let check: String
        let answer: String
    }

    /// The opening of a call or chat: greeting, name, department, offer of help.
    let openings: [String]
    let topics: [Topic]
    /// The agent asks for the name, or uses it.
    let names: [String]
    let goodbyes: [String]
    let nextSteps: [String]
    /// In the order of the procedure: the customer's complaint, and our restatement, understanding, way and apology.
    let complaint: [String]
    let restatement: [String]
    let understanding: [String]
    let procedure: [String]
    let apology: [String]
    let admission: String
    let offer: String
    let thanks: [String]
    let callback: String
    let invitation: String
    /// The importance of a survey without thanks.
    let invitationWithoutThanks: String
    let slips: [Slip: String]
}
