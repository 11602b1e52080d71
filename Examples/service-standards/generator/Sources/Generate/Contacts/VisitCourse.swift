/// How a visit to a shop goes; as it stands, it keeps every standard.
struct VisitCourse {
    var greetedAfter = 12
    var privateCall = false
    var asksNeeds = true
    var showsTax = true
    var suggests = true
    /// A line of goods that this agent has no course for; nil for one of the usual.
    var subject: String?
}
